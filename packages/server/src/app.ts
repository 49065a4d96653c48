import { type OperationId, operations } from "@portico/contract";
import { openApiDocument } from "@portico/contract/document";
import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";
import { createAuthenticate } from "./auth/tokens.js";
import type { Config } from "./config.js";
import { limits } from "./domain/limits.js";
import { type Handler, runOperation, type Services } from "./http/operation.js";
import { problemCode, problemResponse } from "./http/problem-response.js";
import { requestIdOf } from "./http/request-id.js";
import { withTimeout } from "./http/timeout.js";
import { type Log, silentLog } from "./log.js";
import { ProblemError } from "./problem.js";
import { handlers } from "./routes/index.js";
import type { Store } from "./store.js";

export interface AppOptions {
  store: Store;
  config: Config;
  now?: () => Date;
  /** Ends streams when the server stops. */
  shutdown?: AbortSignal;
  log?: Log;
}

export type App = Hono<{ Variables: { requestId: string; operation?: string; principal?: string } }>;
type AppContext = Context<{ Variables: { requestId: string; operation?: string; principal?: string } }>;

/** The contract over HTTP, on any store. */
export function createApp({
  store,
  config,
  now = () => new Date(),
  shutdown,
  log = silentLog,
}: AppOptions): App {
  const services: Services = {
    store,
    authenticate: createAuthenticate(config.keys, now),
    now,
    shutdown: shutdown ?? new AbortController().signal,
    maxFileBytes: limits.attachmentBytes,
  };
  const app: App = new Hono();

  app.use(async (c, next) => {
    const started = performance.now();
    const requestId = requestIdOf(c.req.header("Request-Id"));
    c.set("requestId", requestId);
    await next();
    c.header("Request-Id", requestId);
    log.request({
      requestId,
      method: c.req.method,
      operation: c.get("operation") ?? "none",
      principal: c.get("principal") ?? "unknown",
      status: c.res.status,
      milliseconds: Math.round(performance.now() - started),
      ...(c.error ? { problem: problemCode(c.error) } : {}),
    });
  });
  app.use("/v1/*", secureHeaders({ crossOriginResourcePolicy: "cross-origin" }));
  app.use("/v1/*", crossOrigin(config.origins));

  for (const id of Object.keys(operations) as OperationId[]) addRoute(id);
  for (const [path, allowed] of methodsByPath()) app.all(path, () => refuseMethod(allowed));
  app.get("/v1/openapi.json", (c) => c.json(openApiDocument));
  app.get("/healthz", (c) => c.json({ status: "ok" }));

  app.notFound((c) => problemResponse(new ProblemError("route-not-found"), c.get("requestId")));
  app.onError((error, c) => {
    if (problemCode(error) === "internal") log.failure(c.get("requestId"), error);
    return problemResponse(error, c.get("requestId"));
  });
  return app;

  function addRoute<Id extends OperationId>(id: Id): void {
    const { method, path } = operations[id];
    const handler: Handler<Id> = handlers[id];
    app.on(method, toPattern(path), (c: AppContext) => {
      c.set("operation", id);
      const answer = runOperation(id, handler, services, c.req.raw, c.req.param(), ({ kind }) =>
        c.set("principal", kind),
      );
      return withTimeout(answer, config.requestTimeoutMs);
    });
  }
}

const toPattern = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

function methodsByPath(): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of Object.values(operations)) {
    const pattern = toPattern(path);
    methods.set(pattern, [...(methods.get(pattern) ?? []), method, ...(method === "GET" ? ["HEAD"] : [])]);
  }
  return methods;
}

function refuseMethod(allowed: string[]): never {
  throw new ProblemError("method-not-allowed", { headers: { Allow: allowed.join(", ") } });
}

function crossOrigin(origins: readonly string[]) {
  return cors({
    origin: (origin) => (origins.includes("*") || origins.includes(origin) ? origin : null),
    allowMethods: ["GET", "POST", "PATCH", "DELETE"],
    allowHeaders: [
      "Authorization",
      "Content-Type",
      "Content-Disposition",
      "Idempotency-Key",
      "If-Match",
      "If-None-Match",
      "Last-Event-ID",
      "Accept-Language",
      "Request-Id",
    ],
    exposeHeaders: [
      "ETag",
      "Location",
      "Request-Id",
      "Retry-After",
      "Idempotency-Replayed",
      "Link",
      "Content-Disposition",
    ],
    maxAge: 7200,
  });
}
