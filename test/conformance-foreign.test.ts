import type { RequestListener } from "node:http";
import { describe, expect } from "vitest";
import type { KitProcess } from "./support/kit.ts";
import { test } from "./support/kit-test.ts";

describe.concurrent("without a backend of the contract the kit ends soon, says why, and leaves nothing", () => {
  const json =
    (value: unknown): RequestListener =>
    (_, response) =>
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(value));
  const status =
    (code: number, headers: Record<string, string> = {}): RequestListener =>
    (_, response) =>
      response.writeHead(code, headers).end();
  const asked = "GET /v1/capabilities";
  const noBackend = "This is no backend of the contract";

  test.for<[what: string, answer: RequestListener, sentence: string]>([
    [
      "any server of JSON",
      json({ ok: true }),
      `${asked} answers JSON without \`contractVersion\` and \`resources\`. ${noBackend}.`,
    ],
    [
      "a JSON array",
      json([]),
      `${asked} answers JSON without \`contractVersion\` and \`resources\`. ${noBackend}.`,
    ],
    [
      "a page",
      (_, response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Welcome</h1>"),
      `${asked} answers text/html, not JSON. ${noBackend}, or --url is not its root.`,
    ],
    [
      "a sign-in page",
      status(302, { Location: "https://login.example/?next=1" }),
      `${asked} leads elsewhere, to https://login.example/?next=1. The kit follows nobody: give the address of the backend itself as --url.`,
    ],
    [
      "a server that fails",
      status(500),
      `${asked} answers 500. A backend of the contract answers 200 to everybody.`,
    ],
    [
      "a server that refuses everybody",
      status(401),
      `${asked} answers 401. A backend of the contract answers 200 to everybody.`,
    ],
    [
      "nothing at this path",
      status(404),
      `${asked} answers 404. A backend of the contract answers 200 to everybody.`,
    ],
    [
      "a server that hangs",
      () => undefined,
      `${asked} got no answer: no whole answer within 3 s. Check --url, and --timeout for a slow backend.`,
    ],
    [
      "a server that hangs in the middle",
      (_, response) => response.writeHead(200, { "Content-Type": "application/json" }).write("{"),
      `${asked} got no answer: no whole answer within 3 s. Check --url, and --timeout for a slow backend.`,
    ],
    ["a server that hangs up", (request) => request.socket.destroy(), `${asked} got no answer: `],
  ])("%s", async ([, answer, sentence], { stranger, serve }) => {
    await expectNotRun(stranger, (await serve(answer)).url, sentence);
  });

  test("a closed port", async ({ stranger, serve }) => {
    const server = await serve(status(200));
    await server.close();
    await expectNotRun(
      stranger,
      server.url,
      "Nothing listens there: is the backend running, and is this its port?",
    );
  });

  test("a host that does not exist", async ({ stranger }) => {
    await expectNotRun(stranger, "http://no-such-host.invalid", "There is no such host: check --url.");
  });

  test("TLS where there is none", async ({ stranger, serve }) => {
    const { url } = await serve(status(200));
    await expectNotRun(
      stranger,
      url.replace("http:", "https:"),
      "It does not speak TLS there: try --url with http://.",
    );
  });

  test("no address at all", async ({ stranger }) => {
    await expectNotRun(stranger, "localhost:4310", "It takes an address such as http://localhost:4310.");
  });

  async function expectNotRun(kit: KitProcess, url: string, sentence: string): Promise<void> {
    const start = performance.now();
    const { code, output, errors } = await kit.run("run", "--url", url, "--timeout", "3", "--out", "out");
    expect({ code, output }, errors).toEqual({ code: 2, output: "" });
    expect(errors).toContain(sentence);
    expect(errors.trim().split("\n")).toHaveLength(1);
    expect(kit.files).toEqual([]);
    expect(performance.now() - start).toBeLessThan(20_000);
  }
});
