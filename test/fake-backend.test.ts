import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { runConformance } from "@portico/conformance";
import { type FakeBackend, fakeBackend } from "@portico/sdk/testing";
import { expect, onTestFinished, test } from "vitest";

/** A fake with two customers, what the kit looks for in lists, and the tokens it takes. */
function backendForKit() {
  const customers = [
    { id: "c-wang", displayName: "王芳", contactPoints: [phone("p1", "13800135678")] },
    { id: "c-works", displayName: "Jiangnan Machinery", contactPoints: [phone("p2", "02155550199")] },
  ];
  const backend = fakeBackend({
    customers,
    contacts: customers.map(({ id: customerId, displayName }) => ({
      customerId,
      name: `Contact of ${displayName}`,
      contactPoints: [phone(`of-${customerId}`, "13900137788")],
    })),
    interactions: customers.flatMap(({ id: customerId }) => [
      { customerId, subject: "Call" },
      { customerId, subject: "Credit check", visibility: "internal" as const },
    ]),
    serviceRequests: customers.flatMap(({ id: customerId }) => [
      { customerId, title: "Late bill", kind: "complaint" },
      { customerId, title: "Wrong address", kind: "suggestion" },
    ]),
  });
  const customer = (customerId: string) => backend.tokenFor({ principal: "customer", customerId });
  return {
    backend,
    tokens: {
      customerA: customer("c-wang"),
      customerB: customer("c-works"),
      agent: backend.tokenFor({ principal: "agent" }),
      manager: backend.tokenFor({ principal: "manager" }),
    },
  };
}

const phone = (id: string, value: string) => ({ id, type: "mobile", value, masked: false });

/** The fake behind a socket; an answer that is lost is a connection that breaks. */
async function serve(backend: FakeBackend): Promise<string> {
  const server = createServer((request, response) => {
    pass(backend, request, response).catch(() => request.socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function pass(backend: FakeBackend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "GET", url = "/" } = request;
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = ["GET", "HEAD"].includes(method) ? null : Buffer.concat(chunks);
  const asked = new Request(`http://fake.example${url}`, {
    method,
    headers: [...headers].map(([n, v]) => [n, v] as [string, string]),
    body,
    signal: gone.signal,
  });
  const answer = await backend.fetch(asked);
  response.writeHead(answer.status, [...answer.headers].flat());
  if (answer.body)
    Readable.fromWeb(answer.body as never)
      .on("error", () => request.socket.destroy())
      .pipe(response);
  else response.end();
}

/** Bronze is what it declares: of Silver it lacks whole operations. */
const silverIsNotDeclared = "capabilities/core-declared";

test.for(["bronze", "silver"] as const)("breaks nothing of %s in what it declares", async (level) => {
  const { backend, tokens } = backendForKit();
  const url = await serve(backend);
  const { checks, verdict, counts } = await runConformance({ url, tokens, mode: "sandbox", level, seed: 7 });
  const broken = checks
    .filter(({ id }) => id !== silverIsNotDeclared || level === "bronze")
    .filter(({ outcome }) => ["fail", "error", "warn"].includes(outcome))
    .map(({ id, violations }) => `${id}: ${violations.map(({ message }) => message).join(" | ")}`);
  expect(broken).toEqual([]);
  expect(counts.pass).toBeGreaterThan(level === "bronze" ? 80 : 170);
  if (level === "bronze") expect(verdict.reached).toBe("bronze");
});
