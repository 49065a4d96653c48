import { createHash } from "node:crypto";
import { type BodyOf, type OperationId, operations, type QueryOf } from "@portico/contract";
import { isStaff, type Principal, principalKey } from "../auth/principal.js";
import type { Authenticate } from "../auth/tokens.js";
import { authorize, scopeOf } from "../policy/policy.js";
import { ProblemError } from "../problem.js";
import type { Repositories, RowScope, Store, Transaction } from "../store.js";
import { maxJsonBytes, parseJson, readBody } from "./body.js";
import { etagOf, matches, requireMatch } from "./etag.js";
import { describeOperation } from "./operation-contract.js";
import { checkBody, checkParameters } from "./validate.js";

/** What every operation works with. */
export interface Services {
  store: Store;
  authenticate: Authenticate;
  now: () => Date;
  /** Ends streams when the server stops. */
  shutdown: AbortSignal;
  /** Greatest size of an uploaded file in bytes. */
  maxFileBytes: number;
}

/** One call of an operation, checked against the document. Reads see the store, writes a transaction of it. */
export interface Call<Id extends OperationId> {
  principal: Principal;
  scope: RowScope;
  now: Date;
  path: Record<string, string>;
  query: QueryOf<Id>;
  body: BodyOf<Id>;
  store: (typeof operations)[Id]["method"] extends "GET" ? Repositories : Transaction;
  request: Request;
  /** The body as it came. */
  bytes: Uint8Array<ArrayBuffer>;
  services: Services;
  /** Refuses the call unless it was made on this representation. */
  requireMatch(current: unknown): void;
}

/** Carries an operation out; returns the body of its answer, or a response where that is no JSON. */
export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<unknown>;

export type Handlers<Ids extends OperationId> = { readonly [Id in Ids]: Handler<Id> };

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** The way of every request: who, may they, is it well-formed, do it, answer. */
export async function runOperation<Id extends OperationId>(
  id: Id,
  handler: Handler<Id>,
  services: Services,
  request: Request,
  path: Record<string, string>,
  onPrincipal: (principal: Principal) => void,
): Promise<Response> {
  const { method } = operations[id];
  const principal = await services.authenticate(request.headers.get("Authorization") ?? undefined);
  onPrincipal(principal);
  authorize(principal, id);

  const url = new URL(request.url);
  const query = checkParameters(id, { params: path, query: url.searchParams, headers: request.headers });
  const { bodyMediaType } = describeOperation(id);
  const bytes = await readBody(request, bodyMediaType ? maxJsonBytes : services.maxFileBytes);
  const body = bodyMediaType ? parseJson(request, bytes, bodyMediaType) : undefined;
  checkBody(id, body);

  // The document was the judge of these types a few lines above.
  const checked = { query: query as QueryOf<Id>, body: body as BodyOf<Id> };
  const scope = scopeOf(principal);
  const ifMatch = request.headers.get("If-Match") ?? "";
  const callOn = (store: Repositories | Transaction): Call<Id> => ({
    principal,
    scope,
    now: services.now(),
    path,
    ...checked,
    store: store as Call<Id>["store"],
    request,
    bytes,
    services,
    requireMatch: (current) => requireMatch(ifMatch, current),
  });

  if (method === "GET")
    return read(id, await services.store.read((store) => handler(callOn(store))), request);
  const answer = await services.store.transaction(async (tx) => {
    await rememberStaff(tx, principal);
    if (!operations[id].idempotent) return toAnswer(id, await handler(callOn(tx)));
    const key = request.headers.get("Idempotency-Key") ?? "";
    const fingerprint = fingerprintOf(request, bytes);
    return once(tx, { scope: keyScope(principal, body), key, fingerprint, now: services.now() }, async () =>
      toAnswer(id, await handler(callOn(tx))),
    );
  });
  return new Response(answer.body || null, answer);
}

function read(id: OperationId, result: unknown, request: Request): Response {
  if (result instanceof Response) {
    if (request.method !== "HEAD") return result;
    // Nobody will read this body: a stream must not wait for it.
    void result.body?.cancel();
    return new Response(null, result);
  }
  const { status, headers, body } = toAnswer(id, result);
  const etag = headers.ETag;
  const known = request.headers.get("If-None-Match");
  const unchanged = etag !== undefined && known !== null && matches(known, etag, true);
  return new Response(unchanged ? null : body, { status: unchanged ? 304 : status, headers });
}

/** Does `work` once for a key, however often and wherever it is asked to. */
async function once(
  tx: Transaction,
  { scope, key, fingerprint, now }: { scope: string; key: string; fingerprint: string; now: Date },
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!(await tx.idempotency.claim(scope, key)))
    throw new ProblemError("idempotency-in-progress", { retryAfterMs: 1000 });
  const stored = await tx.idempotency.find(scope, key);
  if (stored) {
    if (stored.fingerprint !== fingerprint) throw new ProblemError("idempotency-mismatch");
    return { ...stored, headers: { ...stored.headers, "Idempotency-Replayed": "true" } };
  }
  const answer = await work();
  await tx.idempotency.insert({ scope, key, fingerprint, ...answer, createdAt: now });
  return answer;
}

function toAnswer(id: OperationId, result: unknown): Answer {
  const { successStatus: status, path } = operations[id];
  if (status === 204) return { status, headers: {}, body: "" };
  const { answerHeaders } = describeOperation(id);
  const body = JSON.stringify(result);
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    "Cache-Control": "private, no-cache",
  };
  if (answerHeaders.includes("ETag")) headers.ETag = etagOf(body);
  if (answerHeaders.includes("Location") && hasId(result)) headers.Location = `${path}/${result.id}`;
  return { status, headers, body };
}

// An anonymous report is kept under nobody's key.
const keyScope = (principal: Principal, body: unknown): string =>
  isAnonymous(body) ? "anonymous" : principalKey(principal);

const isAnonymous = (body: unknown): boolean =>
  typeof body === "object" && body !== null && "anonymous" in body && body.anonymous === true;

const hasId = (result: unknown): result is { id: string } =>
  typeof result === "object" && result !== null && "id" in result && typeof result.id === "string";

/** Whoever acts for the provider can be referred to from then on, with the name and the unit of the latest token. */
async function rememberStaff({ staff }: Transaction, principal: Principal): Promise<void> {
  if (!isStaff(principal)) return;
  const { id, kind: role } = principal;
  const known = await staff.find(id);
  const { name = known?.name ?? id, unitId = known?.unitId ?? null } = principal;
  if (known?.name === name && known.unitId === unitId && known.role === role) return;
  await staff.remember({ title: null, phone: null, email: null, ...known, id, name, role, unitId });
}

/** Tells one request from another under the same key: the address, the body as it came, and what it is called. */
function fingerprintOf({ method, url, headers }: Request, body: Uint8Array): string {
  const named = [headers.get("Content-Disposition") ?? "", headers.get("Content-Type") ?? ""];
  const head = [method, new URL(url).pathname, ...named].join("\n");
  return createHash("sha256").update(`${head}\n`).update(body).digest("base64url");
}
