import { describe, expect, test } from "vitest";
import { serve } from "../testing/serve.js";
import { Interrupted, NotTestable } from "../violation.js";
import { Sender, type SenderOptions, type Sending } from "./sender.js";

const get: Sending = {
  caller: "guest",
  operation: undefined,
  method: "GET",
  target: "/",
  headers: {},
  body: undefined,
};
const post: Sending = { ...get, method: "POST", body: "{}" };

const sender = (options: Partial<SenderOptions> & { url: string }): Sender =>
  new Sender({
    timeoutMs: 300,
    requestCap: 100,
    readOnly: false,
    signal: new AbortController().signal,
    ...options,
  });

describe("an answer", () => {
  test("is read whole, with its bytes and its JSON", async () => {
    await using server = await serve((_, response) => response.end('{"name":"王芳"}'));
    const { response, failure } = await sender(server).send(get);
    expect(failure).toBeUndefined();
    expect(response).toMatchObject({ status: 200, text: '{"name":"王芳"}', json: { name: "王芳" } });
    expect(response?.bytes.byteLength).toBe(17);
  });

  test("that leads elsewhere is not followed", async () => {
    let asked = 0;
    await using server = await serve((_, response) => {
      asked += 1;
      response.writeHead(302, { Location: "/login" }).end();
    });
    const { response } = await sender(server).send(get);
    expect(response?.status).toBe(302);
    expect(response?.headers.get("Location")).toBe("/login");
    expect(asked).toBe(1);
  });
});

describe("without a whole answer there is a reason", () => {
  test("when the head never comes", async () => {
    await using server = await serve(() => undefined);
    expect((await sender(server).send(get)).failure).toBe("no whole answer within 0.3 s");
  });

  test("when the body never ends", async () => {
    await using server = await serve((_, response) => response.write("{"));
    expect((await sender(server).send(get)).failure).toBe("no whole answer within 0.3 s");
  });

  test("when the body goes on and on", async () => {
    await using server = await serve((_, response) => {
      const megabyte = Buffer.alloc(1024 * 1024, "a");
      const go = (): void => {
        while (response.write(megabyte));
      };
      response.on("drain", go);
      go();
    });
    const { failure } = await sender({ url: server.url, timeoutMs: 30_000 }).send(get);
    expect(failure).toBe("an answer of more than 33554432 bytes");
  });

  test("when the connection is dropped", async () => {
    await using server = await serve((request) => request.socket.destroy());
    expect((await sender(server).send(get)).failure).toMatch(/other side closed|ECONNRESET/);
  });

  test("when nobody listens", async () => {
    const { url } = await serve(() => undefined).then(async (server) => {
      await server[Symbol.asyncDispose]();
      return server;
    });
    expect((await sender({ url }).send(get)).failure).toMatch(/ECONNREFUSED/);
  });
});

describe("the door", () => {
  test("lets nothing but GET out when it is read-only", async () => {
    let asked = 0;
    await using server = await serve((_, response) => {
      asked += 1;
      response.end("{}");
    });
    const readOnly = sender({ url: server.url, readOnly: true });
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "get"])
      await expect(readOnly.send({ ...get, method })).rejects.toThrow("was not sent: this run only reads");
    await expect(readOnly.open(post, new AbortController().signal)).rejects.toThrow("only reads");
    expect([asked, readOnly.sent]).toEqual([0, 0]);
    await readOnly.send(get);
    expect([asked, readOnly.sent]).toEqual([1, 1]);
  });

  test("closes at the cap", async () => {
    await using server = await serve((_, response) => response.end("{}"));
    const capped = sender({ url: server.url, requestCap: 2 });
    await capped.send(get);
    await capped.send(get);
    await expect(capped.send(get)).rejects.toThrow(NotTestable);
  });

  test("tells of everything before it is sent and once it is answered", async () => {
    await using server = await serve((_, response) => response.end("{}"));
    const told: string[] = [];
    const watched = sender(server);
    watched.onSending(({ method }) => told.push(`sending ${method}`));
    watched.onExchange(({ response }) => told.push(`answered ${response?.status}`));
    await watched.send(post);
    expect(told).toEqual(["sending POST", "answered 200"]);
  });
});

describe("a run that is stopped", () => {
  test("breaks off a read, and sends nothing more", async () => {
    const stop = new AbortController();
    await using server = await serve(() => stop.abort());
    const stopped = sender({ url: server.url, timeoutMs: 10_000, signal: stop.signal });
    await expect(stopped.send(get)).rejects.toThrow(Interrupted);
    await expect(stopped.send(post)).rejects.toThrow(Interrupted);
    expect(stopped.sent).toBe(1);
  });

  test("waits for a write that is under way, since it may have made something", async () => {
    const stop = new AbortController();
    await using server = await serve((_, response) => {
      stop.abort();
      setTimeout(() => response.writeHead(201).end('{"id":"1"}'), 50);
    });
    const stopped = sender({ url: server.url, signal: stop.signal });
    expect((await stopped.send(post)).response).toMatchObject({ status: 201, json: { id: "1" } });
  });
});

describe("patience", () => {
  test("is had with a backend that says when to come back", async () => {
    let asked = 0;
    await using server = await serve((_, response) => {
      asked += 1;
      if (asked < 3) response.writeHead(429, { "Retry-After": "0" }).end("{}");
      else response.end("{}");
    });
    expect((await sender(server).send(get)).response?.status).toBe(200);
    expect(asked).toBe(3);
  });

  test("is not had with one that asks for too much of it, nor where a refusal is the point", async () => {
    await using server = await serve((_, response) =>
      response.writeHead(429, { "Retry-After": "3600" }).end("{}"),
    );
    expect((await sender(server).send(get)).response?.status).toBe(429);
    await using strict = await serve((_, response) =>
      response.writeHead(429, { "Retry-After": "1" }).end("{}"),
    );
    const urge = { ...post, operation: "urgeServiceRequest" } as const;
    expect((await sender(strict).send(urge)).response?.status).toBe(429);
  });

  test("ends when the backend is gone, after a last question", async () => {
    let asked = 0;
    await using server = await serve((request) => {
      asked += 1;
      request.socket.destroy();
    });
    const lost = sender(server);
    for (const _ of [1, 2, 3]) await lost.send(get);
    expect(lost.gone).toBe(false);
    await expect(lost.send(get)).rejects.toThrow("The backend no longer answers.");
    await expect(lost.send(get)).rejects.toThrow(Interrupted);
    expect([lost.gone, asked]).toEqual([true, 4]);
  });

  test("goes on with one that answers other things", async () => {
    await using server = await serve((request, response) => {
      if (request.url === "/") request.socket.destroy();
      else response.end("{}");
    });
    const shaken = sender(server);
    for (const _ of [1, 2, 3, 4, 5]) expect((await shaken.send(get)).response).toBeUndefined();
    expect(shaken.gone).toBe(false);
  });
});
