import { type AttachmentLimits, maxAttachments } from "@portico/contract";

/** Limits a backend did not tell are the contract's own. */
export function readLimits(limits: Partial<AttachmentLimits> | undefined): AttachmentLimits {
  const { maxCount, maxBytes, mediaTypes } = limits ?? {};
  return {
    maxCount: isCount(maxCount) ? Math.min(maxCount, maxAttachments) : maxAttachments,
    maxBytes: isCount(maxBytes) ? maxBytes : Number.POSITIVE_INFINITY,
    mediaTypes: Array.isArray(mediaTypes) ? mediaTypes.filter((type) => typeof type === "string") : [],
  };
}

const extensions: Readonly<Record<string, string>> = { plain: "TXT", quicktime: "MOV", msword: "DOC" };

/** `image/jpeg` as people say it: `JPEG`. What is too long to say is left out. */
export function mediaTypeNames(mediaTypes: readonly string[]): string[] {
  const names = mediaTypes.flatMap((mediaType) => {
    const [main = "", subtype = ""] = mediaType.split("/");
    const name = subtype === "*" ? main : (extensions[subtype] ?? subtype.replace(/\+.*$/, "").toUpperCase());
    return name && name.length <= 8 ? [name] : [];
  });
  return [...new Set(names)];
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
