import { readFile } from "node:fs/promises";

/** The file as a whole cannot be used: it is not there, not of the format, or in no encoding we know. */
export class UnreadableFileError extends Error {
  override readonly name = "UnreadableFileError";
}

export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UnreadableFileError(
      `${file} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** Text in UTF-8, with or without a byte order mark, or else in one of the other encodings named. */
export function decode(file: string, bytes: Uint8Array, otherEncodings: readonly string[] = []): string {
  for (const encoding of ["utf-8", ...otherEncodings])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  throw new UnreadableFileError(
    `${file} is not text in ${["UTF-8", ...otherEncodings.map((name) => name.toUpperCase())].join(" or ")}.`,
  );
}
