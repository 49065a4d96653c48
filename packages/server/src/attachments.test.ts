import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agent, customer, inMemory, openTestServer, type TestServer } from "./testing/harness.js";

let server: TestServer;
let ada: string;

beforeAll(async () => {
  server = await openTestServer(await inMemory());
  const made = await server.call("POST", "/v1/customers", {
    as: agent,
    body: { kind: "person", displayName: "Ada" },
  });
  ada = made.body.id;
});
afterAll(() => server.close());

const png = Buffer.from("89504e470d0a1a0a00", "hex");

const upload = (
  name: string,
  {
    body = "some words",
    type = "text/plain",
    key,
  }: { body?: string | Uint8Array; type?: string; key?: string } = {},
) =>
  server.call("POST", "/v1/attachments", {
    as: customer(ada),
    body,
    ...(key === undefined ? {} : { key }),
    headers: { "Content-Type": type, "Content-Disposition": `attachment; ${name}` },
  });
const extended = (name: string) => `filename*=UTF-8''${encodeURIComponent(name)}`;

describe("the name of a file", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Windows\\win.ini", "win.ini"],
    ["photo\u202egpj.exe", "photogpj.exe"],
    ["\u2066a\u2069.txt", "a.txt"],
    ["照片 (1).jpg", "照片 (1).jpg"],
    ["😀".repeat(60), "😀".repeat(60)],
  ])("%j is kept as %j", async (given, kept) => {
    const { status, body } = await upload(extended(given));
    expect([status, body.fileName]).toEqual([201, kept]);
  });

  it.each(["", ".", "..", "a/..", "a\r\nSet-Cookie: b", "a\u0085b", "\u202e", "x".repeat(201)])(
    "%j is refused",
    async (given) => {
      expect(await upload(extended(given))).toMatchObject({
        status: 400,
        body: { code: "invalid-parameter" },
      });
    },
  );

  it("never leaves its parameter when the file is downloaded", async () => {
    const { body } = await upload(extended('it\'s (a) "b"; x=*.txt'));
    const { headers } = await server.call("GET", `/v1/attachments/${body.id}/content`, { as: customer(ada) });
    expect(headers.get("Content-Disposition")).toMatch(/^attachment; filename\*=UTF-8''[\w%.~!-]+$/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  });
});

describe("the content of a file", () => {
  it.each<[string, string, string | Uint8Array]>([
    ["a page", "text/html", "<script>alert(1)</script>"],
    ["a drawing with a script", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["words that call themselves a picture", "image/png", "some words"],
    ["a picture that calls itself words", "text/plain", png],
    ["a picture of another kind", "image/jpeg", png],
    ["nothing that calls itself a picture", "image/png", ""],
    ["bytes of no kind", "application/octet-stream", Uint8Array.of(0, 1, 2, 255)],
  ])("is refused when it is %s", async (_, type, body) => {
    expect(await upload("filename=a", { type, body })).toMatchObject({ status: 415 });
  });

  it("is told by its bytes when nobody says what it is", async () => {
    const { body } = await upload("filename=a", { type: "application/octet-stream", body: png });
    expect(body).toMatchObject({ mediaType: "image/png", size: png.byteLength });
  });

  it("is refused beyond ten megabytes, with a length or without", async () => {
    const tooMuch = new Uint8Array(10 * 1024 * 1024 + 1).fill(65);
    expect(await upload("filename=a", { body: tooMuch })).toMatchObject({ status: 413 });
    expect((await upload("filename=a", { body: tooMuch.subarray(1) })).status).toBe(201);
  });
});

it("is another request under the same key when only the name differs", async () => {
  const key = "one-key-for-files";
  expect((await upload("filename=a.txt", { key })).status).toBe(201);
  expect((await upload("filename=a.txt", { key })).headers.get("Idempotency-Replayed")).toBe("true");
  expect(await upload("filename=b.txt", { key })).toMatchObject({
    status: 422,
    body: { code: "idempotency-mismatch" },
  });
});

it("does not lose a file that is removed while a request takes it up", async () => {
  const { body, headers } = await upload("filename=a.txt");
  const record = await server.call("GET", `/v1/attachments/${body.id}`, { as: customer(ada) });
  expect(headers.get("Location")).toBe(`/v1/attachments/${body.id}`);
  const [taken, removed] = await Promise.all([
    server.call("POST", "/v1/service-requests", {
      as: customer(ada),
      body: { kind: "praise", title: "Thanks", attachmentIds: [body.id] },
    }),
    server.call("DELETE", `/v1/attachments/${body.id}`, {
      as: customer(ada),
      headers: { "If-Match": record.headers.get("ETag") ?? "" },
    }),
  ]);
  expect([taken.status, removed.status]).toEqual(taken.status === 201 ? [201, 409] : [422, 204]);
});
