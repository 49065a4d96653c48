/** What may be uploaded, with the bytes each begins with (offset and hexadecimal); text has no such mark. */
const signatures: Record<string, readonly (readonly [offset: number, hex: string])[]> = {
  "image/jpeg": [[0, "ffd8ff"]],
  "image/png": [[0, "89504e470d0a1a0a"]],
  "image/gif": [
    [0, "474946383761"],
    [0, "474946383961"],
  ],
  "image/webp": [[8, "57454250"]],
  "image/heic": [
    [4, "6674797068656963"],
    [4, "66747970686569"],
    [4, "667479706d696631"],
  ],
  "application/pdf": [[0, "255044462d"]],
};

export const mediaTypes: readonly string[] = [...Object.keys(signatures), "text/plain"];

/** What a file is by its content, whatever it is called; undefined when it is nothing that is taken. */
export function sniff(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 32)).toString("hex");
  const known = Object.entries(signatures).find(([, marks]) =>
    marks.some(([offset, hex]) => start.startsWith(hex, 2 * offset)),
  );
  return known?.[0] ?? (isText(bytes) ? "text/plain" : undefined);
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
