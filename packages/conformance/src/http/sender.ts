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

/** Longest wait that `Retry-After` may ask for, and the sum of such waits in a run, in milliseconds. */
const longestPause = 5_000;
const mostPauses = 60_000;

/** So many losses in a row, and a last question, tell that the backend is gone. */
const mostLosses = 3;

/** The one door through which the kit sends: it keeps to the mode, the cap and the timeouts, and tells of every exchange. */
export class Sender {
  readonly #options: SenderOptions;
  readonly #onSending: ((sending: Sending) => void)[] = [];
  readonly #onExchange: ((exchange: Exchange) => void)[] = [];
  #sent = 0;
  #paused = 0;
  #gone = false;
  #losses = 0;
  #lastLoss = 0;
  #lastQuestion: Promise<boolean> | undefined;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  get sent(): number {
    return this.#sent;
  }

  /** Whether the backend has stopped answering; then nothing more is sent. */
  get gone(): boolean {
    return this.#gone;
  }

  /** Hears of everything before it is sent. */
  onSending(listener: (sending: Sending) => void): void {
    this.#onSending.push(listener);
  }

  onExchange(listener: (exchange: Exchange) => void): void {
    this.#onExchange.push(listener);
  }

  /** Sends and waits for the whole answer. A lost connection or a timeout is an exchange without a response. */
  async send(sending: Sending): Promise<Exchange> {
    const exchange = await this.#sendOnce(sending);
    const pause = this.#pauseAfter(exchange);
    if (pause === undefined) return exchange;
    this.#paused += pause;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return this.send(sending);
  }

  /** Sends and returns the answer as soon as its head is there, for streams. */
  async open(sending: Sending, signal: AbortSignal): Promise<Response> {
    const { requestCap, readOnly, signal: stop } = this.#options;
    const { method, target } = sending;
    if (readOnly && method !== "GET") throw new ReadOnlyError(method, target);
    if (this.#losses >= mostLosses) await this.#askOnceMore();
    if (stop.aborted) throw new Interrupted("The run was stopped.");
    if (++this.#sent > requestCap)
      throw new NotTestable(`the cap of ${requestCap} requests is used up; raise it with --max-requests`);
    for (const listener of this.#onSending) listener(sending);
    // A write that is under way when the run is stopped comes to its end: what it makes is to be removed.
    return this.#fetch(sending, method === "GET" ? AbortSignal.any([signal, stop]) : signal);
  }

  async #sendOnce(sending: Sending): Promise<Exchange> {
    const timeout = AbortSignal.timeout(this.#options.timeoutMs);
    const startedAt = new Date();
    const start = performance.now();
    let response: ReceivedResponse | undefined;
    let failure: string | undefined;
    try {
      response = await read(await this.open(sending, timeout));
      this.#losses = 0;
    } catch (error) {
      if (error instanceof Interrupted || error instanceof NotTestable || error instanceof ReadOnlyError)
        throw error;
      if (this.#options.signal.aborted) throw new Interrupted("The run was stopped.");
      this.#noteLoss(start);
      failure = timeout.aborted
        ? `no whole answer within ${this.#options.timeoutMs / 1000} s`
        : reasonOf(error);
    }
    const { caller, operation, ...request } = sending;
    const milliseconds = performance.now() - start;
    const exchange = { caller, operation, request, response, failure, startedAt, milliseconds };
    for (const listener of this.#onExchange) listener(exchange);
    return exchange;
  }

  #fetch({ method, target, headers, body }: SentRequest, signal: AbortSignal): Promise<Response> {
    return fetch(`${this.#options.url}${target}`, {
      method,
      headers,
      redirect: "manual",
      signal,
      ...(body === undefined ? {} : { body: body as BodyInit }),
    });
  }

  /** How long a backend asks for patience; undefined when it does not, or for too much of it. */
  #pauseAfter({ operation, response }: Exchange): number | undefined {
    // Urging too early is refused in the same way, and that is for a check to judge.
    if (response?.status !== 429 || operation === "urgeServiceRequest") return undefined;
    const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
    const pause = Math.max(seconds * 1000, 100);
    return pause <= longestPause && this.#paused + pause <= mostPauses ? pause : undefined;
  }

  /** Losses at the same time count once: a burst of callers may meet one broken connection. */
  #noteLoss(start: number): void {
    if (start < this.#lastLoss) return;
    this.#losses += 1;
    this.#lastLoss = performance.now();
  }

  async #askOnceMore(): Promise<void> {
    this.#lastQuestion ??= this.#answersAnything();
    this.#gone = !(await this.#lastQuestion);
    if (this.#gone) throw new Interrupted("The backend no longer answers.");
    this.#lastQuestion = undefined;
    this.#losses = 0;
  }

  async #answersAnything(): Promise<boolean> {
    const signal = AbortSignal.any([AbortSignal.timeout(this.#options.timeoutMs), this.#options.signal]);
    const question = { method: "GET", target: "/v1/capabilities", headers: {}, body: undefined };
    try {
      const response = await this.#fetch(question, signal);
      await response.body?.cancel();
      return true;
    } catch {
      return false;
    }
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
  const { code = "" } = cause as NodeJS.ErrnoException;
  return cause.message.includes(code) ? cause.message : `${code} ${cause.message}`.trim();
}
