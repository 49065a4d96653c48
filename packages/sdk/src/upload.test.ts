import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AbortedError, type UploadProgress } from "./index.js";
import { backend, errorOf, json, problem, until } from "./test/fault-server.js";

const file = new Blob([new Uint8Array(3_000_000).fill(65)], { type: "text/plain" });
const sha = (text: string) => createHash("sha256").update(text).digest("hex");

describe("an upload", () => {
  it("sends the file as it is, with its name and type", async () => {
    const { crm, requests } = await backend((_, response) => json(response, { id: "a1" }, {}, 201));
    const attachment = await crm.attachments.upload(
      new File(["hello"], "路灯 (1)'s.txt", { type: "text/plain" }),
    );
    expect(attachment).toEqual({ id: "a1" });
    expect(requests[0]).toMatchObject({ method: "POST", path: "/v1/attachments", body: "hello" });
    expect(requests[0]?.headers).toMatchObject({
      "content-type": "text/plain",
      "content-disposition": "attachment; filename*=UTF-8''%E8%B7%AF%E7%81%AF%20%281%29%27s.txt",
    });
  });

  it("takes bytes, and a name and type of the caller's", async () => {
    const { crm, requests } = await backend((_, response) => json(response, {}, {}, 201));
    const bytes = new TextEncoder().encode("%PDF");
    await crm.attachments.upload(bytes, { fileName: "bill.pdf", mediaType: "application/pdf" });
    expect(requests[0]?.body).toBe("%PDF");
    expect(requests[0]?.headers["content-type"]).toBe("application/pdf");
    expect(requests[0]?.headers["content-disposition"]).toMatch(/bill\.pdf$/);
  });

  it("tells how far it is, from nothing to everything", async () => {
    const progress: UploadProgress[] = [];
    const { crm, requests } = await backend((_, response) => json(response, {}, {}, 201));
    await crm.attachments.upload(file, { onProgress: (step) => progress.push(step) });
    const loaded = progress.map((step) => step.loaded);
    expect(loaded[0]).toBe(0);
    expect(loaded.at(-1)).toBe(file.size);
    expect(loaded.length).toBeGreaterThan(3);
    expect(loaded).toEqual(loaded.toSorted((a, b) => a - b));
    expect(progress.every(({ total }) => total === file.size)).toBe(true);
    expect(sha(requests[0]?.body ?? "")).toBe(sha(await file.text()));
  });

  it("is repeated whole with the same key after a failure, and after a refused token", async () => {
    const tokens = ["old", "new"];
    const { crm, requests } = await backend(
      (request, response) => {
        if (request.index === 0) return problem(response, 503, "unavailable");
        if (request.headers.authorization === "Bearer old") return problem(response, 401, "token-expired");
        json(response, { id: "a1" }, {}, 201);
      },
      { auth: () => tokens.shift() ?? null },
    );
    await crm.attachments.upload(file, { onProgress: () => undefined, idempotencyKey: "upload-1" });
    expect(requests).toHaveLength(3);
    for (const { headers, body } of requests) {
      expect(headers["idempotency-key"]).toBe("upload-1");
      expect(body.length).toBe(file.size);
    }
  });

  it("stops when it is aborted", async () => {
    const { crm, requests } = await backend(() => undefined);
    const controller = new AbortController();
    const call = errorOf(
      crm.attachments.upload(file, { signal: controller.signal, onProgress: () => undefined }),
    );
    await until(() => requests.length === 1);
    controller.abort();
    expect(await call).toBeInstanceOf(AbortedError);
    await until(() => requests[0]?.gone === true);
  });
});

describe("a download", () => {
  it("is the file with its type", async () => {
    const { crm } = await backend((_, response) => {
      response.writeHead(200, { "content-type": "image/png" });
      response.end("bytes");
    });
    const blob = await crm.attachments.content("a1");
    expect(blob.type).toBe("image/png");
    expect(await blob.text()).toBe("bytes");
  });
});
