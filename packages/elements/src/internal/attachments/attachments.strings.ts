import { Catalogue } from "../localize.js";

export const english = {
  title: "Attachments",
  add: "Add files",
  dropHint: "or drop or paste them here",
  limits: (count: number, size: string, types: string) =>
    [`Up to ${count} ${count === 1 ? "file" : "files"}`, size && `${size} each`, types]
      .filter(Boolean)
      .join(" · "),
};

export type AttachmentStrings = typeof english;

export const attachmentStrings = new Catalogue<AttachmentStrings>(english, {
  "zh-Hans": () => import("./attachments.strings.zh-hans.js"),
  "zh-Hant": () => import("./attachments.strings.zh-hant.js"),
});
