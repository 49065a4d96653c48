import type { Answer, StreamItem } from "./case.ts";

/** A change of the contract; `padding` letters make it as long as wanted. */
export function changeOf(
  id: number | string,
  { subject = "s1", padding = 0, ...data }: Record<string, unknown> = {},
) {
  return {
    specversion: "1.0",
    id: String(id),
    source: "cases",
    type: "portico.serviceRequest.updated",
    subject,
    time: "2026-01-01T00:00:00Z",
    data: { resource: "serviceRequests", id: subject, padding: "a".repeat(Number(padding)), ...data },
  };
}

/** The bytes of a stream in the pieces they are to be written in. */
export function piecesOf(items: readonly StreamItem[], how: Answer): Buffer[] {
  const newline = { lf: "\n", crlf: "\r\n", cr: "\r" }[how.newline ?? "lf"];
  const texts = items.map((item) => textOf(item, newline));
  if (how.bom) texts.unshift("\uFEFF");
  if (how.split === "every-position") return everyPosition(items, newline);
  const bytes = Buffer.from(texts.join(""));
  if (how.split === "every-byte") return cutAt(bytes, [...bytes.keys()]);
  return cutAt(bytes, how.split ?? []);
}

/**
 * Each item as often as it has bytes, `{n}` counting the copies, and every copy cut in two at another byte: so that one
 * stream has met every place where a network can cut.
 */
function everyPosition(items: readonly StreamItem[], newline: string): Buffer[] {
  let copies = 0;
  const copyOf = (item: StreamItem) => {
    copies += 1;
    return Buffer.from(textOf(item, newline).replaceAll("{n}", String(copies).padStart(4, "0")));
  };
  return items.flatMap((item) => {
    const length = Buffer.byteLength(textOf(item, newline).replaceAll("{n}", "0000"));
    return Array.from({ length }, (_, position) => cutAt(copyOf(item), [position])).flat();
  });
}

function cutAt(bytes: Buffer, positions: readonly number[]): Buffer[] {
  const ends = [...positions, bytes.length];
  return ends
    .map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
    .filter((piece) => piece.length > 0);
}

function textOf(item: StreamItem, newline: string): string {
  if ("change" in item) {
    const { change, ...members } = item;
    const data = changeOf(change, members);
    return textOf({ event: "change", id: data.id, data }, newline);
  }
  if ("raw" in item) return item.raw;
  const lines = Object.entries(item).flatMap(([field, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    if (field === "comment") return [`: ${text}`];
    return text.split("\n").map((line) => `${field}: ${line}`);
  });
  return `${lines.join(newline)}${newline}${newline}`;
}
