import type { AttachmentLimits } from "@portico/contract";

/** Why a file cannot come along. */
export type RefusalReason = "too-many" | "too-large" | "empty" | "media-type";

export interface Refusal {
  readonly fileName: string;
  readonly reason: RefusalReason;
}

/** Parts files into those that may come along beside `present` others and those that may not, with the reason. */
export function admit(
  files: readonly File[],
  present: number,
  limits: AttachmentLimits,
): { readonly admitted: readonly File[]; readonly refused: readonly Refusal[] } {
  const admitted: File[] = [];
  const refused: Refusal[] = [];
  for (const file of files) {
    const reason = refusal(file, present + admitted.length, limits);
    if (reason) refused.push({ fileName: file.name, reason });
    else admitted.push(file);
  }
  return { admitted, refused };
}

function refusal(file: File, present: number, limits: AttachmentLimits): RefusalReason | undefined {
  if (file.size === 0) return "empty";
  if (file.size > limits.maxBytes) return "too-large";
  if (!takes(limits.mediaTypes, file.type)) return "media-type";
  return present >= limits.maxCount ? "too-many" : undefined;
}

/** No list means every type; `image/*` means every image. */
function takes(mediaTypes: readonly string[], mediaType: string): boolean {
  if (mediaTypes.length === 0 || mediaTypes.includes("*/*")) return true;
  return mediaTypes.some((taken) =>
    taken.endsWith("/*") ? mediaType.startsWith(taken.slice(0, -1)) : taken === mediaType,
  );
}
