import type { Problem } from "@portico/contract";
import type { ClientOptions } from "../types.js";
import { abortable, reasonOf } from "./abort.js";
import type { Auth } from "./auth.js";
import { AbortedError, type ApiError, ConnectionError, errorOfProblem, problemOf } from "./errors.js";
import { guarded } from "./guarded.js";

export type Send = (request: Request) => Promise<Response>;

/** What the attempts of one call pass through: the host's middleware, then authentication, then `fetch`. */
export function pipeline({ middleware = [], onAuthLost }: ClientOptions, auth: Auth, fetch: Send): Send {
  let owner: number | undefined;
  /** What one person has asked for is never sent in the name of the next. */
  const claim = () => {
    owner ??= auth.session;
    if (owner !== auth.session) throw new AbortedError("Somebody else has signed in.");
  };
  const send: Send = async (request) => {
    try {
      return await fetch(request);
    } catch (error) {
      throw request.signal.aborted ? reasonOf(request.signal) : new ConnectionError(error);
    }
  };
  const authenticated: Send = async (request) => {
    const token = await abortable(auth.token(), request.signal);
    claim();
    if (token === null) return send(request);
    // A body can be sent once, so that the resend needs a copy.
    const copy = request.body ? request.clone() : request;
    const response = await send(withToken(request, token));
    if (response.status !== 401) {
      auth.accepted();
      return response;
    }
    const fresh = await abortable(auth.replace(token), request.signal);
    if (fresh === null) return refused(response, token);
    await response.body?.cancel();
    claim();
    const second = await send(withToken(copy, fresh));
    if (second.status === 401) return refused(second, fresh);
    auth.accepted();
    return second;
  };
  const refused = (response: Response, token: string) => {
    if (auth.lose(token)) {
      guarded(() => onAuthLost?.(errorOfProblem(problemOf(401, "unauthenticated", "The session is over."))));
    }
    return response;
  };
  return middleware.reduceRight<Send>((next, wrap) => (request) => wrap(request, next), authenticated);
}

function withToken(request: Request, token: string): Request {
  request.headers.set("authorization", `Bearer ${token}`);
  return request;
}

/** Reads a body; one that breaks off is a broken connection. */
export async function bodyOf<T>(body: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await body;
  } catch (error) {
    throw signal.aborted ? reasonOf(signal) : new ConnectionError(error);
  }
}

/** What a status means when a proxy or a gateway answers without a problem. */
const codes: Record<number, string> = {
  401: "unauthenticated",
  403: "forbidden",
  404: "route-not-found",
  413: "payload-too-large",
  429: "rate-limited",
  503: "unavailable",
  504: "timeout",
};

/** The error of a failed response, whatever its body turned out to be. */
export function errorOfResponse({ status, headers }: Response, text: string): ApiError {
  let problem: Problem | undefined;
  try {
    problem = JSON.parse(text);
  } catch {
    // Not JSON, so not a problem: a proxy's page.
  }
  if (typeof problem?.code !== "string") {
    const code = codes[status] ?? (status < 500 ? `http-${status}` : "internal");
    const title = `A proxy or another server answered ${status} with ${headers.get("content-type")} instead of a problem.`;
    problem = problemOf(status, code, title, headers.get("request-id") ?? "");
  }
  const error = errorOfProblem({ ...problem, status });
  error.retryAfterMs = retryAfterOf(headers) ?? problem.retryAfterMs;
  return error;
}

/** Milliseconds of a `Retry-After` in seconds or as a date, never negative. `Date.parse` alone takes `try 5` for one. */
function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  const wait = value.includes(":") ? Date.parse(value) - Date.now() : Number.parseFloat(value) * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
