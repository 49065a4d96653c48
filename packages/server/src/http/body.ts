import { ProblemError } from "../problem.js";

export const maxJsonBytes = 256 * 1024;

/** Reads a body up to a limit; what is larger is refused before it is read to its end. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new ProblemError("payload-too-large", { detail: `The body may hold ${limit} bytes.` });
  if (Number(request.headers.get("Content-Length") ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** The JSON of a body, whose media type must be the declared one. */
export function parseJson(request: Request, body: Uint8Array, mediaType: string): unknown {
  const given = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (given !== mediaType) throw new ProblemError("unsupported-media-type", { detail: `Send ${mediaType}.` });
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new ProblemError("malformed-body", {
      errors: [{ pointer: "", code: "format", message: "This is not JSON." }],
    });
  }
}
