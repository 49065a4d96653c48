import { afterAll, beforeAll, expect, it } from "vitest";
import {
  agent,
  openTestServer,
  realPostgres,
  type TestDatabase,
  type TestServer,
} from "./testing/harness.js";

let database: TestDatabase | undefined;
let server: TestServer;

beforeAll(async () => {
  database = await realPostgres().catch((error: unknown) => {
    console.warn(`SKIPPED: PostgreSQL cannot be started here: ${error}`);
    return undefined;
  });
  if (database) server = await openTestServer(database);
});
afterAll(() => server?.close().catch(() => undefined));

it("asks for patience while PostgreSQL is away, for reads as for writes", async (context) => {
  if (database === undefined) return context.skip("PostgreSQL cannot be started here");
  const read = () => server.call("GET", "/v1/customers", { as: agent });
  const write = () =>
    server.call("POST", "/v1/customers", { as: agent, body: { kind: "person", displayName: "Ada" } });
  expect([(await read()).status, (await write()).status]).toEqual([200, 201]);
  await database.stop();
  for (const ask of [read, write, read]) {
    const { status, body, headers } = await ask();
    expect([status, body.code, body.retryable]).toEqual([503, "unavailable", true]);
    expect(headers.get("Retry-After")).toBe("1");
  }
});
