import type { OperationId } from "@portico/contract";
import { Interrupted, NotTestable } from "../violation.js";
import type { CallerName } from "./caller.js";
import type { Exchange, ReceivedResponse, SentRequest } from "./exchange.js";

export interface SenderOptions {
  /** The backend's address, without a slash at its end. */
  readonly url: string;
  /** Longest wait for a whole answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Most requests of a run. */
  readonly requestCap: number;
  /** Refuses to send anything but GET. */
  readonly readOnly: boolean;
  readonly signal: AbortSignal;
}

/** What is sent, by whom and for what. */
export interface Sending extends SentRequest {
  readonly caller: CallerName;
  readonly operation: OperationId | undefined;
}

/** Largest answer that is read. */
const maxAnswerBytes = 32 * 1024 * 1024;

/** The one door through which the kit sends: it keeps to the mode, the cap and the timeouts, and tells of every exchange. */
export class Sender {
  readonly #options: SenderOptions;
  readonly #listeners: ((exchange: Exchange) => void)[] = [];
  #sent = 0;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  get sent(): number {
    return this.#sent;
  }

  get readOnly(): boolean {
    return this.#options.readOnly;
  }

  onExchange(listener: (exchange: Exchange) => void): void {
    this.#listeners.push(listener);
  }

  /** Sends and waits for the whole answer. A lost connection or a timeout is an exchange without a response. */
  async send(sending: Sending): Promise<Exchange> {
    const timeout = AbortSignal.timeout(this.#options.timeoutMs);
    const startedAt = new Date();
    const start = performance.now();
    let response: ReceivedResponse | undefined;
    let failure: string | undefined;
    try {
      response = await read(await this.open(sending, timeout));
    } catch (error) {
      if (error instanceof Interrupted || error instanceof NotTestable || error instanceof ReadOnlyError)
        throw error;
      if (this.#options.signal.aborted) throw new Interrupted("The run was stopped.");
      failure = timeout.aborted
        ? `no whole answer within ${this.#options.timeoutMs / 1000} s`
        : reasonOf(error);
    }
    const { caller, operation, ...request } = sending;
    const milliseconds = performance.now() - start;
    const exchange = { caller, operation, request, response, failure, startedAt, milliseconds };
    for (const listener of this.#listeners) listener(exchange);
    return exchange;
  }

  /** Sends and returns the answer as soon as its head is there, for streams. */
  async open({ method, target, headers, body }: Sending, signal: AbortSignal): Promise<Response> {
    const { url, requestCap, readOnly, signal: stop } = this.#options;
    if (stop.aborted) throw new Interrupted("The run was stopped.");
    if (readOnly && method !== "GET") throw new ReadOnlyError(method, target);
    if (++this.#sent > requestCap)
      throw new NotTestable(`the cap of ${requestCap} requests is used up; raise it with --max-requests`);
    return fetch(`${url}${target}`, {
      method,
      headers,
      redirect: "manual",
      signal: AbortSignal.any([signal, stop]),
      ...(body === undefined ? {} : { body: body as BodyInit }),
    });
  }
}

/** A check that claims to read tried to write: the kit's own fault, and nothing was sent. */
class ReadOnlyError extends Error {
  override readonly name = "ReadOnlyError";

  constructor(method: string, target: string) {
    super(`${method} ${target} was not sent: this run only reads`);
  }
}

async function read(response: Response): Promise<ReceivedResponse> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxAnswerBytes) throw new Error(`an answer of more than ${maxAnswerBytes} bytes`);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(Buffer.concat(chunks));
  const text = new TextDecoder().decode(bytes);
  return { status: response.status, headers: response.headers, text, bytes, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `fetch failed` hides the reason in its cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  if (!(cause instanceof Error)) return message;
  const { code } = cause as NodeJS.ErrnoException;
  return code === undefined ? cause.message : `${code} ${cause.message}`.trim();
}
