import { Catalogue } from "../localize.js";

export const english = {
  files: "Attachments",
  add: "Add files",
  dropHint: "or drop or paste them here",
  limits: (count: number, number: string, size: string, types: string) =>
    [count === 1 ? "One file" : `Up to ${number} files`, size && `${size} each`, types]
      .filter(Boolean)
      .join(" · "),
};

export type AttachmentStrings = typeof english;

export const attachmentStrings = new Catalogue<AttachmentStrings>(english, {
  "zh-Hans": () => import("./attachments.strings.zh-hans.js"),
  "zh-Hant": () => import("./attachments.strings.zh-hant.js"),
  ar: () => import("./attachments.strings.ar.js"),
});
