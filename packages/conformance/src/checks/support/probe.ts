import type { Answer, Caller } from "../../http/caller.js";
import type { Exchange } from "../../http/exchange.js";

const patienceMs = 10_000;

/** Asks for a stream and hangs up as soon as it is known what the answer is. */
export async function openStream(caller: Caller, target: string): Promise<Answer> {
  const hangUp = new AbortController();
  const late = setTimeout(() => hangUp.abort(), patienceMs);
  const headers = { Accept: "text/event-stream" };
  const asked = {
    caller: caller.name,
    operation: "streamChanges",
    startedAt: new Date(),
    milliseconds: 0,
  } as const;
  const request = { method: "GET", target, headers, body: undefined };
  try {
    const response = await caller.open(target, headers, hangUp.signal);
    const text = response.status === 200 ? "" : await response.text();
    const json = parse(text);
    const received = {
      status: response.status,
      headers: response.headers,
      text,
      bytes: new Uint8Array(),
      json,
    };
    const exchange: Exchange = { ...asked, request, response: received, failure: undefined };
    return { status: response.status, headers: response.headers, body: json, exchange };
  } catch (error) {
    if (!hangUp.signal.aborted && !(error instanceof TypeError)) throw error;
    const exchange: Exchange = {
      ...asked,
      request,
      response: undefined,
      failure: "the stream was not opened",
    };
    return { status: 0, headers: new Headers(), body: undefined, exchange };
  } finally {
    clearTimeout(late);
    hangUp.abort();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
