import { execFile } from "node:child_process";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { serve } from "../testing/serve.js";
import { toCurl } from "./curl.js";

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

type Sent = Omit<Parameters<typeof toCurl>[0], "url"> & { readonly target?: string };

/** Runs the command line in bash against a server that keeps what arrives. */
async function received({ target = "/v1/customers", ...sent }: Sent): Promise<Received> {
  const all: Received[] = [];
  await using server = await serve(async (request, response) => {
    const { method, url, headers } = request;
    all.push({ method, url, headers, body: await buffer(request) });
    response.end("{}");
  });
  const command = toCurl({ ...sent, url: `${server.url}${target}` });
  await promisify(execFile)("bash", ["-c", command], { env: { ...process.env, TOKEN_A: "the token" } });
  const [first, ...others] = all;
  if (!first || others.length > 0) throw new Error(`${all.length} requests arrived.`);
  return first;
}

const json = { "Content-Type": "application/json" };

describe("a command line, run in bash, sends what the kit sent", () => {
  test("with the token from the environment", async () => {
    const { method, url, headers } = await received({
      method: "GET",
      target: "/v1/customers?limit=2&sort=-updatedAt",
      headers: { Accept: "application/json", Authorization: "Bearer $TOKEN_A" },
      body: undefined,
    });
    expect([method, url]).toEqual(["GET", "/v1/customers?limit=2&sort=-updatedAt"]);
    expect(headers).toMatchObject({ accept: "application/json", authorization: "Bearer the token" });
  });

  test.each([
    ["quotes", `{"name":"it's \\"quoted\\""}`],
    ["what a shell would expand", '{"name":"$HOME `id` $(id) \\\\ ! *"}'],
    ["the name of a token", '{"name":"$TOKEN_A"}'],
    ["lines", '{\n  "name": "two\\nlines"\n}\n'],
    ["Chinese", '{"name":"王芳 𠮷"}'],
    ["what looks like a file", "@/etc/passwd"],
    ["nothing", ""],
  ])("with a body of %s", async (_, body) => {
    const { method, headers, body: arrived } = await received({ method: "POST", headers: json, body });
    expect([method, arrived.toString()]).toEqual(["POST", body]);
    expect(headers["content-type"]).toBe("application/json");
  });

  test("with bytes that are no text", async () => {
    const bytes = Uint8Array.from([0, 1, 0xff, 0xfe, 0x27, 0x0a]);
    const { body } = await received({ method: "POST", headers: json, body: bytes });
    expect([...body]).toEqual([...bytes]);
  });

  test("with bytes that are text, as text", async () => {
    const { body } = await received({
      method: "POST",
      headers: json,
      body: new TextEncoder().encode('\ufeff{"name":"王"}'),
    });
    expect(body.toString()).toBe('\ufeff{"name":"王"}');
  });

  test("without a media type where none was given", async () => {
    const { headers } = await received({ method: "POST", headers: {}, body: "{}" });
    expect(headers["content-type"]).toBeUndefined();
  });

  test("with brackets and Chinese in the address, and quotes in a header", async () => {
    const { url, headers } = await received({
      method: "GET",
      target: "/v1/customers?q=[王'{1,2}]",
      headers: { "If-None-Match": '"a", W/"b$c"' },
      body: undefined,
    });
    expect(decodeURIComponent(url ?? "")).toBe("/v1/customers?q=[王'{1,2}]");
    expect(headers["if-none-match"]).toBe('"a", W/"b$c"');
  });

  test("and does not wait for the body of a HEAD", async () => {
    const { method } = await received({ method: "HEAD", headers: {}, body: undefined });
    expect(method).toBe("HEAD");
  });
});

test("a body that is too long for a command line is to be put into a file", () => {
  const command = toCurl({ method: "POST", url: "http://localhost/", headers: json, body: "a".repeat(5000) });
  expect(command).toContain("--data-binary @FILE");
  expect(command.length).toBeLessThan(200);
});
