import { operations as contract, type OperationId } from "@portico/contract";
import { capabilitiesOf } from "./capabilities.js";
import { customers } from "./customers.js";
import { feed } from "./feed.js";
import { files } from "./files.js";
import { Pages, type Query } from "./lists.js";
import type { FakeRequest, Operation, Operations, Reply } from "./operation.js";
import { Refusal } from "./problem.js";
import { reads } from "./reads.js";
import { requests } from "./requests.js";
import { identifier } from "./rules.js";
import type { Caller, Store } from "./store.js";

const operations: Operations = {
  getCapabilities: { run: ({ store, caller }) => ({ body: capabilitiesOf(operations, store, caller) }) },
  ...reads,
  ...customers,
  ...requests,
  ...files,
  ...feed,
};

export interface Route {
  readonly operation: OperationId;
  /** What the path holds; of two ids the first. */
  readonly id: string;
}

const maxBody = 1_000_000;
const patterns = (Object.keys(contract) as OperationId[]).map((operation) => ({
  operation,
  method: contract[operation].method as string,
  pattern: new RegExp(`^${contract[operation].path.replace(/\{\w+\}/g, "([^/]+)")}$`),
}));

/** The operation of a request. */
export function routeOf(method: string, path: string): Route {
  const here = patterns.filter(({ pattern }) => pattern.test(path));
  if (here.length === 0) throw new Refusal("route-not-found");
  const route = here.find((candidate) => candidate.method === (method === "HEAD" ? "GET" : method));
  if (!route) {
    const allow = here.map((candidate) => candidate.method.replace("GET", "GET, HEAD")).join(", ");
    throw new Refusal("method-not-allowed", { headers: { allow } });
  }
  const [, id = ""] = route.pattern.exec(path) ?? [];
  try {
    return { operation: route.operation, id: decodeURIComponent(id) };
  } catch {
    throw wrongParameter("id", "format", "It is not encoded as it should be.");
  }
}

/** Carries out what is asked, once for each key, and answers as HTTP does. */
export class Door {
  readonly #pages = new Pages();
  readonly #kept = new Map<string, { readonly print: string; readonly answer: Response }>();

  constructor(
    readonly store: Store,
    readonly authenticate: (authorization: string | null) => Caller,
  ) {}

  async answer(request: Request, { operation, id }: Route): Promise<Response> {
    const { principals, idempotent } = contract[operation];
    const caller = this.authenticate(request.headers.get("authorization"));
    if (!(principals as readonly string[]).includes(caller.principal)) {
      throw new Refusal(caller.principal === "guest" ? "unauthenticated" : "forbidden");
    }
    const own = operations[operation];
    if (!own) throw new Refusal("unsupported");
    const { pathname, searchParams } = new URL(request.url);
    const query = queryOf(searchParams, own);
    if (identifier(id).length > 0 && contract[operation].path.includes("{")) {
      throw wrongParameter("id", "too-long", "It takes 1 to 64 characters.");
    }
    const key = idempotent ? keyOf(request.headers) : undefined;
    const { body, print } = await bodyOf(request, own);
    const keptAs = key && `${caller.id} ${pathname} ${key}`;
    const kept = keptAs ? this.#kept.get(keptAs) : undefined;
    if (kept) {
      if (kept.print !== print) throw new Refusal("idempotency-mismatch");
      return withHeader(kept.answer.clone(), "idempotency-replayed", "true");
    }
    const { store } = this;
    const { headers, signal } = request;
    const call: FakeRequest = {
      store,
      pages: this.#pages,
      caller,
      path: pathname,
      id,
      query,
      body,
      headers,
      signal,
    };
    if (own.current) expectMatch(headers.get("if-match"), etagOf(own.current(call)));
    const answer = answerOf(own.run(call), contract[operation].successStatus, headers);
    if (keptAs) this.#kept.set(keptAs, { print, answer: answer.clone() });
    return answer;
  }
}

function queryOf(given: URLSearchParams, { query: rules = {} }: Operation): Query {
  const names = [...new Set(given.keys())];
  const errors = names.flatMap((name) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) return [{ parameter: name, code: "unknown-member", message: "It is not taken here." }];
    const values = given.getAll(name);
    if (values.length > 1)
      return [{ parameter: name, code: "too-many", message: "It is given more than once." }];
    return rule(values[0]).map(({ code, message }) => ({ parameter: name, code, message }));
  });
  if (errors.length > 0) throw new Refusal("invalid-parameter", { errors });
  return Object.fromEntries(given);
}

const wrongParameter = (parameter: string, code: string, message: string) =>
  new Refusal("invalid-parameter", { errors: [{ parameter, code, message }] });

function keyOf(headers: Headers): string {
  const key = headers.get("idempotency-key");
  if (!key) throw new Refusal("idempotency-key-missing");
  if (/^[\x21-\x7e]{8,128}$/.test(key)) return key;
  const message = "It takes 8 to 128 visible characters.";
  throw new Refusal("invalid-parameter", {
    errors: [{ header: "Idempotency-Key", code: "format", message }],
  });
}

/** The body, and what tells two bodies apart. */
async function bodyOf(
  request: Request,
  { body: rule }: Operation,
): Promise<{ body: unknown; print: string }> {
  if (request.method !== "POST") return { body: undefined, print: "" };
  if (!rule) {
    const bytes = await request.arrayBuffer();
    const name = request.headers.get("content-disposition") ?? "";
    return { body: new Blob([bytes]), print: `${name} ${hashOf([...new Uint8Array(bytes)].join())}` };
  }
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type)) throw new Refusal("unsupported-media-type");
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > maxBody) throw new Refusal("payload-too-large");
  const { body, print } = parse(bytes);
  const faults = rule(body);
  if (faults.length === 0) return { body, print };
  const errors = faults.map(({ at, code, message }) => ({ pointer: at, code, message }));
  throw new Refusal("validation-failed", { errors });
}

function parse(bytes: ArrayBuffer): { body: unknown; print: string } {
  try {
    const print = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { body: JSON.parse(print), print };
  } catch {
    throw new Refusal("malformed-body");
  }
}

/** A record carries its validator; a reader that holds it gets nothing more. */
function answerOf({ body, raw, headers }: Reply, status: number, asked: Headers): Response {
  // A browser may keep the answer, but asks each time whether it is still good.
  const common = { "cache-control": "private, no-cache", ...headers };
  if (raw !== undefined) return new Response(raw, { status, headers: common });
  if (body === undefined) return new Response(null, { status, headers: common });
  const isList = typeof body === "object" && body !== null && "data" in body;
  const etag = etagOf(body);
  const held = (asked.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  const validated = { ...common, ...(!isList && { etag }) };
  if (!isList && status === 200 && (held.includes(etag) || held.includes("*"))) {
    return new Response(null, { status: 304, headers: validated });
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...validated },
  });
}

const etagOf = (body: unknown) => `"${hashOf(JSON.stringify(body))}"`;

/** Whoever changes or removes something says which version they saw. */
function expectMatch(given: string | null, etag: string): void {
  if (given === null) throw new Refusal("precondition-required");
  const held = given.split(",").map((tag) => tag.trim());
  if (!held.includes(etag) && given !== "*") throw new Refusal("precondition-failed");
}

export function withHeader(response: Response, name: string, value: string): Response {
  response.headers.set(name, value);
  return response;
}

/** Two different texts get two different hashes, but for an accident: FNV-1a, twice 32 bits. */
function hashOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0xcbf29ce4];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ (code + index), 0x01000193);
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36);
}
