import type { Exchange, ReceivedResponse } from "../http/exchange.js";
import { mediaTypeOf } from "../http/exchange.js";
import type { Tokens } from "../session.js";
import { currentTrace } from "../trace.js";
import type { Violation } from "../violation.js";
import { toCurl } from "./curl.js";
import { conceal, redactBody, redactHeaders, redactTarget, shorten } from "./redact.js";
import type { RecordedExchange, ViolationResult } from "./report.js";
import { Secrets } from "./secrets.js";

/** Writes violations down for others to read: without tokens, and without personal data of the backend's own. */
export class Recorder {
  readonly #url: string;
  readonly #secrets: Secrets;

  constructor(url: string, tokens: Tokens) {
    this.#url = url;
    this.#secrets = new Secrets(tokens);
  }

  violation(
    { requirement, message, evidence, path }: Violation,
    from: { readonly case: string; readonly sentBy: string | null },
  ): ViolationResult {
    const seen = [...(currentTrace.getStore()?.exchanges ?? []), ...evidence];
    return {
      requirement,
      message: this.#secrets.hide(conceal(message, seen)),
      replay: { case: from.case, path },
      sentBy: from.sentBy,
      exchanges: evidence.map((exchange) => this.#exchange(exchange)),
    };
  }

  #exchange(exchange: Exchange): RecordedExchange {
    const { caller, operation, response, failure } = exchange;
    const { method, body } = exchange.request;
    const target = this.#secrets.hide(redactTarget(exchange.request.target));
    const headers = this.#headers(exchange.request.headers);
    return {
      caller,
      operation: operation ?? null,
      request: {
        method,
        target,
        headers,
        body: body === undefined ? null : this.#secrets.hide(textOf(body)),
      },
      response: response ? this.#response(response, exchange) : null,
      failure: failure ?? null,
      curl: toCurl({ method, url: `${this.#url}${target}`, headers, body }),
    };
  }

  #response(response: ReceivedResponse, { operation }: Exchange): RecordedExchange["response"] {
    return {
      status: response.status,
      headers: this.#headers(redactHeaders(Object.fromEntries(response.headers))),
      body: this.#secrets.hide(redactBody(response.text, mediaTypeOf(response), operation)),
    };
  }

  #headers(headers: Readonly<Record<string, string>>): Record<string, string> {
    const shown = ([name, value]: [string, string]) => [name, this.#secrets.hideWithin(name, value)] as const;
    return Object.fromEntries(Object.entries(headers).map(shown));
  }
}

function textOf(body: string | Uint8Array): string {
  if (typeof body === "string") return shorten(body);
  try {
    return shorten(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return `(${body.byteLength} bytes)`;
  }
}
