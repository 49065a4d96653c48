import { createHash } from "node:crypto";
import type { Principal } from "../auth/principal.js";
import { mediaTypes, sniff } from "../domain/media-types.js";
import type { Handlers } from "../http/operation.js";
import { newId } from "../id.js";
import { maySeeFile, uploaderOf } from "../policy/policy.js";
import { attachmentView } from "../policy/views.js";
import { found, notFound, ProblemError } from "../problem.js";
import type { AttachmentRecord } from "../records.js";
import type { ReadOptions, Repositories, RowScope } from "../store.js";

export const attachments: Handlers<
  "uploadAttachment" | "getAttachment" | "deleteAttachment" | "getAttachmentContent"
> = {
  async uploadAttachment({ request, bytes, store, principal, now }) {
    const fileName = fileNameOf(request.headers.get("Content-Disposition") ?? "");
    const declared = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "";
    const mediaType = declared === "application/octet-stream" ? sniff(bytes) : declared;
    if (mediaType === undefined || !mediaTypes.includes(mediaType))
      throw new ProblemError("unsupported-media-type", { detail: `Taken are ${mediaTypes.join(", ")}.` });
    if (sniff(bytes) !== mediaType)
      throw new ProblemError("unsupported-media-type", { detail: `The content is not ${mediaType}.` });

    const file: AttachmentRecord = {
      id: newId(),
      fileName,
      mediaType,
      size: bytes.byteLength,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      uploader: uploaderOf(principal),
      serviceRequestId: null,
      entryId: null,
      createdAt: now,
    };
    await store.attachments.insert(file, bytes);
    return attachmentView(file);
  },

  async getAttachment(call) {
    return attachmentView(await visibleFile(call));
  },

  async deleteAttachment(call) {
    // Held, so that no request takes it up between this look and its end.
    const file = await visibleFile(call, { lock: true });
    call.requireMatch(attachmentView(file));
    if (file.serviceRequestId !== null)
      throw new ProblemError("conflict", { detail: "A request or an entry holds this file." });
    await call.store.attachments.delete(file.id);
  },

  async getAttachmentContent(call) {
    const file = await visibleFile(call);
    const content = found(await call.store.attachments.content(file.id));
    return new Response(content, {
      headers: {
        "Content-Type": file.mediaType,
        "Content-Length": String(file.size),
        "Content-Disposition": `attachment; filename*=UTF-8''${encodeName(file.fileName)}`,
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
      },
    });
  },
};

interface Asking {
  path: Record<string, string>;
  principal: Principal;
  scope: RowScope;
  store: Repositories;
}

async function visibleFile(
  { path, principal, scope, store }: Asking,
  options?: ReadOptions,
): Promise<AttachmentRecord> {
  const file = found(await store.attachments.find(path.id ?? "", options));
  const request =
    file.serviceRequestId === null ? null : await store.requests.find(file.serviceRequestId, scope);
  const entry = file.entryId === null ? null : await store.entries.find(file.entryId);
  if (!maySeeFile(principal, file, { request, entry })) throw notFound();
  return file;
}

/** The name in a `Content-Disposition` (RFC 6266), without any folder. */
function fileNameOf(disposition: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="([^"]*)"|filename=([^;\s]+)/i.exec(disposition);
  const name = (extended === undefined ? (plain?.[1] ?? plain?.[2]) : decode(extended))
    ?.split(/[\\/]/)
    .at(-1)
    // What turns the direction of writing makes `photo[U+202E]gpj.exe` look like a picture.
    ?.replaceAll(/\p{Bidi_Control}/gu, "")
    .trim();
  if (name && [...name].length <= 200 && !/\p{Cc}|^\.+$/u.test(name)) return name;
  throw new ProblemError("invalid-parameter", {
    errors: [
      { header: "Content-Disposition", code: "format", message: "Send attachment; filename*=UTF-8''name." },
    ],
  });
}

/** RFC 8187: what `encodeURIComponent` leaves but a parameter's value may not hold is encoded as well. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
