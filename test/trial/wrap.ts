import { createHash, randomUUID } from "node:crypto";
import {
  type OperationId,
  operations,
  type PrincipalKind,
  type Problem,
  type ProblemCode,
  problems,
  problemType,
  type ResultOf,
} from "@portico/contract";
import type { Fetch } from "./defect.ts";

/** Puts something around the server's own way from request to answer. */
export type Layer = (next: Fetch) => Fetch;

/** A request as the contract sees it. Nothing is verified: what the token claims may be a lie. */
export interface Call {
  readonly request: Request;
  /** Absent where path and method are none of the contract's. */
  readonly operation: OperationId | undefined;
  /** By the names in the operation's path, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly caller: Caller;
  /** The body, parsed; undefined where it is no JSON. */
  json(): Promise<unknown>;
}

export interface Caller {
  readonly kind: PrincipalKind;
  readonly id?: string;
  readonly customerId?: string;
}

/** Which calls a defect is about; what is left out does not matter. */
export interface Matching<Id extends OperationId> {
  readonly operation?: Id | readonly Id[];
  readonly caller?: PrincipalKind | readonly PrincipalKind[];
}

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** What is different about an answer; a header is taken away by null. */
export interface Alteration {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: unknown;
}

type Altering = Alteration | undefined;

/** One layer around another, the first outermost. */
export const layers =
  (...all: Layer[]): Layer =>
  (next) =>
    all.reduceRight((inner, layer) => layer(inner), next);

/** Takes over matching calls: may change the request, answer it itself or look at the answer. */
export const onCall =
  <Id extends OperationId>(
    matching: Matching<Id>,
    handle: (call: Call, next: Fetch) => Response | Promise<Response>,
  ): Layer =>
  (next) =>
  async (request) => {
    const call = callOf(request);
    return matches(matching, call) ? handle(call, next) : next(request);
  };

/**
 * Alters successful JSON answers. An altered body gets an `ETag` of its own, which conditional requests may use as if
 * it were the server's: the defect is told by what it shows, not by a stale validator. HEAD is answered as GET is.
 * A replayed POST comes by again with the stored, unaltered answer.
 */
export const onAnswer = <Id extends OperationId>(
  matching: Matching<Id>,
  alter: (answer: Answer<ResultOf<Id>>, call: Call) => Altering | Promise<Altering>,
): Layer => altering(matching, "application/json", alter as Alter);

/** Alters problems, whatever operation they come from, also those of addresses that are none. */
export const onProblem = <Id extends OperationId>(
  { code, ...matching }: Matching<Id> & { readonly code?: ProblemCode | readonly ProblemCode[] },
  alter: (answer: Answer<Problem>, call: Call) => Altering | Promise<Altering>,
): Layer =>
  altering(matching, "application/problem+json", (answer, call) => {
    const problem = answer as Answer<Problem>;
    return isOneOf(code, problem.body.code) ? alter(problem, call) : undefined;
  });

/** Alters answers without looking into them, such as files, 204 and 304. */
export const onResponse = <Id extends OperationId>(
  matching: Matching<Id>,
  alter: (response: Response, call: Call) => Response | Promise<Response>,
): Layer => onCall(matching, async (call, next) => alter(await next(call.request), call));

/** Answers in place of one problem of the catalogue. */
export const inPlaceOf = (code: ProblemCode, answer: (request: Request) => Response): Layer =>
  onCall({}, async ({ request }, next) => {
    const response = await next(request);
    const isProblem = response.headers.get("Content-Type") === "application/problem+json";
    const body = isProblem ? ((await response.clone().json()) as Problem) : undefined;
    return body?.code === code ? answer(request) : response;
  });

/** The answer of the catalogue to a failure. */
export function problem(
  code: ProblemCode,
  request: Request,
  details: Pick<Problem, "detail" | "errors" | "retryAfterMs"> = {},
  headers: Record<string, string> = {},
): Response {
  const { title, status, retryable } = problems[code];
  const requestId = request.headers.get("Request-Id") ?? randomUUID();
  const body: Problem = { type: problemType(code), title, status, code, requestId, retryable, ...details };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      "Request-Id": requestId,
      ...headers,
    },
  });
}

/** A problem under another entry of the catalogue, or with other members. */
export function retold(told: Problem, code: ProblemCode, changes: Partial<Problem> = {}): Alteration {
  const { title, status, retryable } = problems[code];
  return { status, body: { ...told, type: problemType(code), title, status, code, retryable, ...changes } };
}

/** The same request with other headers; one is taken away by null. */
export function withHeaders(request: Request, changes: Readonly<Record<string, string | null>>): Request {
  return new Request(request, { headers: changed(request.headers, changes) });
}

/** The same request with another query, which `change` alters in place. */
export function withQuery(request: Request, change: (query: URLSearchParams) => void): Promise<Request> {
  const url = new URL(request.url);
  change(url.searchParams);
  return redirected(request, url);
}

/** The same request to another path. */
export function withPath(request: Request, path: string): Promise<Request> {
  const url = new URL(request.url);
  url.pathname = path;
  return redirected(request, url);
}

/** The same request with another body. */
export function withJson({ url, method, headers }: Request, body: unknown): Request {
  const kept = changed(headers, { "Content-Length": null });
  return new Request(url, { method, headers: kept, body: JSON.stringify(body) });
}

/** The ETag of a representation, as the reference server makes it. */
export const etagOf = (representation: string): string =>
  `"${createHash("sha256").update(representation).digest("base64url").slice(0, 27)}"`;

/** The contract's view of a request; its body is kept, to be read once more. */
function callOf(request: Request): Call {
  const url = new URL(request.url);
  const method = request.method === "HEAD" ? "GET" : request.method;
  const route = routes.find((known) => known.method === method && known.pattern.test(url.pathname));
  const path = route?.pattern.exec(url.pathname)?.groups ?? {};
  const body = request.body === null ? null : (request.clone() as Request);
  return {
    request,
    operation: route?.id,
    path: Object.fromEntries(Object.entries(path).map(([name, value]) => [name, decoded(value)])),
    query: url.searchParams,
    caller: callerOf(request.headers.get("Authorization")),
    json: () => body?.json().catch(() => undefined) ?? Promise.resolve(undefined),
  };
}

type Alter = (answer: Answer<unknown>, call: Call) => Altering | Promise<Altering>;

function altering<Id extends OperationId>(matching: Matching<Id>, mediaType: string, alter: Alter): Layer {
  return (next) => {
    const originals = new Map<string, string>();
    const alterations = new Map<string, string>();
    const toOriginal = (validators: string): string =>
      validators.replaceAll(/"[^"]*"/g, (etag) => originals.get(etag) ?? etag);

    return async (request) => {
      const call = callOf(conditional(request, toOriginal));
      if (!matches(matching, call)) return next(call.request);
      const isHead = request.method === "HEAD";
      const response = await next(isHead ? new Request(call.request, { method: "GET" }) : call.request);
      const answered = await answer(response, call);
      return isHead ? new Response(null, answered) : answered;
    };

    async function answer(response: Response, call: Call): Promise<Response> {
      const etag = response.headers.get("ETag");
      if (response.status === 304 && etag !== null)
        return new Response(null, {
          status: 304,
          headers: changed(response.headers, { ETag: alterations.get(etag) ?? etag }),
        });
      if (response.headers.get("Content-Type") !== mediaType) return response;

      const text = await response.text();
      const body: unknown = JSON.parse(text);
      const { status, headers } = response;
      const alteration = await alter({ status, headers, body }, call);
      if (!alteration) return new Response(text, response);
      const altered = "body" in alteration ? JSON.stringify(alteration.body) : text;
      const own: Record<string, string> = {};
      if (etag !== null && altered !== text) {
        own.ETag = etagOf(altered);
        originals.set(own.ETag, etag);
        alterations.set(etag, own.ETag);
      }
      return new Response(altered, {
        status: alteration.status ?? status,
        headers: changed(headers, { ...own, ...alteration.headers }),
      });
    }
  };
}

function conditional(request: Request, toOriginal: (validators: string) => string): Request {
  const given = ["If-Match", "If-None-Match"].flatMap((name) => {
    const value = request.headers.get(name);
    return value === null || toOriginal(value) === value ? [] : [[name, toOriginal(value)] as const];
  });
  return given.length === 0 ? request : withHeaders(request, Object.fromEntries(given));
}

function matches<Id extends OperationId>({ operation, caller }: Matching<Id>, call: Call): boolean {
  return isOneOf<OperationId>(operation, call.operation) && isOneOf(caller, call.caller.kind);
}

function isOneOf<T>(wanted: T | readonly T[] | undefined, given: T | undefined): boolean {
  if (wanted === undefined) return true;
  return given !== undefined && [wanted].flat().includes(given);
}

// A literal path is tried before one with a parameter in the same place.
const routes = (Object.keys(operations) as OperationId[])
  .map((id) => ({ id, ...operations[id] }))
  .sort((a, b) => a.path.split("{").length - b.path.split("{").length)
  .map(({ id, method, path }) => ({
    id,
    method: method as string,
    pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
  }));

function callerOf(authorization: string | null): Caller {
  const payload = authorization?.split(".")[1];
  if (payload === undefined) return { kind: "guest" };
  try {
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, string>;
    const { principal, sub, customerId } = claims;
    return {
      kind: (principal ?? "guest") as PrincipalKind,
      ...(sub === undefined ? {} : { id: sub }),
      ...(customerId === undefined ? {} : { customerId }),
    };
  } catch {
    return { kind: "guest" };
  }
}

function changed(headers: Headers, changes: Readonly<Record<string, string | null>>): Headers {
  const result = new Headers(headers);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) result.delete(name);
    else result.set(name, value);
  }
  return result;
}

async function redirected(request: Request, url: URL): Promise<Request> {
  const { method, headers, signal } = request;
  const body = request.body === null ? null : await request.arrayBuffer();
  return new Request(url, { method, headers, signal, body });
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
