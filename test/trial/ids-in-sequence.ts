import type { Fetch } from "./defect.ts";

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/g;
const number = /\b1000\d{6}\b/g;

/** Shows every id as a number that goes up by one, and takes the number wherever an id is taken. */
export function withIdsInSequence(next: Fetch): Fetch {
  const numbers = new Map<string, string>();
  const ids = new Map<string, string>();
  const toNumber = (id: string): string => {
    const known = numbers.get(id) ?? String(1_000_000_000 + numbers.size + 1);
    numbers.set(id, known);
    ids.set(known, id);
    return known;
  };
  const shown = (text: string): string => text.replaceAll(uuid, toNumber);
  const meant = (text: string): string => text.replaceAll(number, (given) => ids.get(given) ?? given);

  return async (request) => {
    const { method, headers, signal } = request;
    const isJson = headers.get("Content-Type")?.includes("json") ?? false;
    const body =
      request.body === null ? null : isJson ? meant(await request.text()) : await request.arrayBuffer();
    const kept = new Headers(headers);
    kept.delete("Content-Length");
    const response = await next(new Request(meant(request.url), { method, headers: kept, signal, body }));

    const answered = new Headers(response.headers);
    const location = answered.get("Location");
    if (location !== null) answered.set("Location", shown(location));
    const init = { status: response.status, headers: answered };
    const type = answered.get("Content-Type") ?? "";
    if (type.startsWith("text/event-stream") && response.body)
      return new Response(
        response.body.pipeThrough(new TextDecoderStream()).pipeThrough(rewriting(shown)),
        init,
      );
    if (!type.includes("json") || response.body === null) return new Response(response.body, init);
    return new Response(shown(await response.text()), init);
  };
}

/** The server writes a stream's events whole, so that no id is cut in two. */
const rewriting = (rewrite: (text: string) => string): TransformStream<string, Uint8Array> =>
  new TransformStream({
    transform: (chunk, controller) => controller.enqueue(new TextEncoder().encode(rewrite(chunk))),
  });
