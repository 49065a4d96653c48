import { type Exchange, mediaTypeOf, type ReceivedResponse } from "./http/exchange.js";
import { redactBody, redactTarget } from "./report/redact.js";
import type { RecordedExchange, ViolationResult } from "./report/report.js";
import type { Violation } from "./violation.js";

/** Where a command line takes each caller's token from; the command line of the kit reads the same. */
export const tokenVariables = {
  customerA: "TOKEN_A",
  customerB: "TOKEN_B",
  agent: "TOKEN_AGENT",
  manager: "TOKEN_MANAGER",
} as const;

/** A violation as it is reported: with its exchanges, without secrets, and how to see it again. */
export function recordViolation(
  { requirement, message, evidence, path }: Violation,
  checkId: string,
  url: string,
): ViolationResult {
  const exchanges = evidence.map((exchange) => recordExchange(exchange, url));
  return { requirement, message, replay: { case: checkId, path }, exchanges };
}

function recordExchange(exchange: Exchange, url: string): RecordedExchange {
  const { caller, operation, request, response, failure } = exchange;
  const target = redactTarget(request.target);
  const headers = withoutSecrets(request.headers, exchange);
  const { method, body: sent } = request;
  const body = sent instanceof Uint8Array ? `(${sent.byteLength} bytes)` : (sent ?? null);
  return {
    caller,
    operation: operation ?? null,
    request: { method, target, headers, body },
    response: response ? recordResponse(response, exchange) : null,
    failure: failure ?? null,
    curl: curlOf(method, `${url}${target}`, headers, sent),
  };
}

function recordResponse(response: ReceivedResponse, exchange: Exchange): RecordedExchange["response"] {
  return {
    status: response.status,
    headers: withoutSecrets(Object.fromEntries(response.headers), exchange),
    body: redactBody(response.text, mediaTypeOf(response)),
  };
}

function withoutSecrets(
  headers: Readonly<Record<string, string>>,
  { caller }: Exchange,
): Record<string, string> {
  const token = caller === "guest" ? "…" : `$${tokenVariables[caller]}`;
  const hidden: Record<string, string> = { authorization: `Bearer ${token}`, cookie: "…", "set-cookie": "…" };
  const shown = ([name, value]: [string, string]) => [name, hidden[name.toLowerCase()] ?? value] as const;
  return Object.fromEntries(Object.entries(headers).map(shown));
}

function curlOf(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array | undefined,
): string {
  // In double quotes, so that the shell puts the token in.
  const named = Object.entries(headers).map(
    ([name, value]) => `-H "${`${name}: ${value}`.replaceAll(/["\\`]/g, "\\$&")}"`,
  );
  const data =
    body === undefined
      ? []
      : [body instanceof Uint8Array ? "--data-binary @FILE" : `--data-raw ${quote(body)}`];
  return ["curl -i", ...(method === "GET" ? [] : [`-X ${method}`]), ...named, ...data, quote(url)].join(" ");
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
