import { Catalogue } from "../localize.js";
import type { RefusalReason } from "./upload-limits.js";

export const english = {
  uploading: (percent: string) => `Uploading, ${percent}`,
  uploaded: "Uploaded",
  notUploaded: "Not uploaded",
  retryFile: (name: string) => `Upload ${name} again`,
  removeFile: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} removed`,
  refused: {
    "too-many": (name, { number }) => `“${name}” was left out: ${number} files at most.`,
    "too-large": (name, { size }) => `“${name}” is larger than ${size}.`,
    empty: (name) => `“${name}” is empty.`,
    "media-type": (name, { types }) =>
      types ? `“${name}” cannot be taken: ${types} only.` : `“${name}” is of a type that cannot be taken.`,
  } as Readonly<
    Record<RefusalReason, (name: string, limits: { number: string; size: string; types: string }) => string>
  >,
};

export type UploadStrings = typeof english;

export const uploadStrings = new Catalogue<UploadStrings>(english, {
  "zh-Hans": () => import("./uploads.strings.zh-hans.js"),
  "zh-Hant": () => import("./uploads.strings.zh-hant.js"),
  ar: () => import("./uploads.strings.ar.js"),
});
