import { Catalogue } from "../localize.js";
import type { RefusalReason } from "./attachment-limits.js";

export const english = {
  title: "Attachments",
  add: "Add files",
  dropHint: "or drop or paste them here",
  limits: (count: number, size: string, types: string) =>
    [`Up to ${count} ${count === 1 ? "file" : "files"}`, size && `${size} each`, types]
      .filter(Boolean)
      .join(" · "),
  uploading: (percent: string) => `Uploading, ${percent}`,
  uploaded: "Uploaded",
  failed: "Not uploaded",
  retryFile: (name: string) => `Upload ${name} again`,
  removeFile: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} removed`,
  refused: {
    "too-many": (name, { count }) => `“${name}” was left out: ${count} files at most.`,
    "too-large": (name, { size }) => `“${name}” is larger than ${size}.`,
    empty: (name) => `“${name}” is empty.`,
    "media-type": (name, { types }) =>
      types ? `“${name}” cannot be taken: ${types} only.` : `“${name}” is of a type that cannot be taken.`,
  } as Readonly<
    Record<RefusalReason, (name: string, limits: { count: number; size: string; types: string }) => string>
  >,
};

export type AttachmentStrings = typeof english;

export const attachmentStrings = new Catalogue<AttachmentStrings>(english, {
  "zh-Hans": () => import("./attachments.strings.zh-hans.js"),
  "zh-Hant": () => import("./attachments.strings.zh-hant.js"),
});
