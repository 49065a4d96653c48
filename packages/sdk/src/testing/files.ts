import type { Attachment } from "@portico/contract";
import type { FakeRequest, Operations } from "./operation.js";
import { invalid, Refusal } from "./problem.js";
import { newId, type StoredFile } from "./store.js";
import { find } from "./views.js";

export const maxBytes = 10_000_000;
export const mediaTypes = ["image/jpeg", "image/png", "image/webp", "application/pdf", "text/plain"];

/** Files that come with requests and entries. */
export const files: Operations = {
  uploadAttachment: {
    run({ store, caller, headers, body }) {
      const mediaType = headers.get("content-type")?.split(";")[0]?.trim() ?? "";
      if (!mediaTypes.includes(mediaType)) throw new Refusal("unsupported-media-type");
      const content = body as Blob;
      if (content.size > maxBytes) throw new Refusal("payload-too-large");
      const record: Attachment = {
        ...{
          id: newId(),
          fileName: fileNameIn(headers),
          mediaType,
          size: content.size,
          createdAt: store.now(),
        },
      };
      store.files.set(record.id, { record, content, sender: caller.id });
      return { body: record, headers: { location: `/v1/attachments/${record.id}` } };
    },
  },
  getAttachment: { run: (request) => ({ body: fileOf(request).record }) },
  deleteAttachment: {
    current: (request) => fileOf(request).record,
    run(request) {
      const { record, usedBy, sender } = fileOf(request);
      if (usedBy || sender !== request.caller.id) throw new Refusal("conflict");
      request.store.files.delete(record.id);
      return {};
    },
  },
  getAttachmentContent: {
    run(request) {
      const { content, record } = fileOf(request);
      const name = encodeURIComponent(record.fileName).replace(
        /['()*]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16)}`,
      );
      return {
        raw: content,
        headers: {
          "content-type": record.mediaType,
          "content-disposition": `attachment; filename*=UTF-8''${name}`,
        },
      };
    },
  },
};

/** Gives files to what they came with. Each is its sender's, and for one use. */
export function attached(
  { store, caller }: FakeRequest,
  ids: readonly string[] = [],
  use: NonNullable<StoredFile["usedBy"]>,
): Attachment[] {
  const found = ids.map((id, index) => {
    const file = store.files.get(id);
    if (file?.sender === caller.id && !file.usedBy) return file;
    throw invalid(
      `/attachmentIds/${index}`,
      "unknown-reference",
      "There is no such file of yours that is free.",
    );
  });
  return found.map((file) => {
    file.usedBy = use;
    return file.record;
  });
}

/** A file that the caller sent, or that belongs to something they may see. */
function fileOf({ store, caller, id }: FakeRequest): StoredFile {
  const file = store.files.get(id);
  if (!file) throw new Refusal("not-found");
  if (file.sender === caller.id) return file;
  if (!file.usedBy || (file.usedBy.internal && caller.principal === "customer"))
    throw new Refusal("not-found");
  find(store, "serviceRequests", file.usedBy.serviceRequestId, caller);
  return file;
}

/** RFC 6266, with the encoding of RFC 8187 where it is used. */
function fileNameIn(headers: Headers): string {
  const disposition = headers.get("content-disposition") ?? "";
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  const [, plain] = /filename="?([^";]+)"?/i.exec(disposition) ?? [];
  try {
    const name = encoded ? decodeURIComponent(encoded) : plain;
    if (name && name.length <= 200) return name;
  } catch {
    // Broken percent encoding is told as a missing name is.
  }
  const message = "It must carry the name of the file, in 200 characters at most.";
  throw new Refusal("invalid-parameter", {
    errors: [{ header: "Content-Disposition", code: "format", message }],
  });
}
