import { describe, expect, it } from "vitest";
import { type ServerSentEvent, SseParser } from "./sse-parser.js";

/** What comes out when the bytes arrive in the given pieces. */
function parse(pieces: Uint8Array[], id?: string): ServerSentEvent[] {
  const events: ServerSentEvent[] = [];
  const parser = new SseParser((event) => events.push(event), id);
  const decoder = new TextDecoder();
  for (const piece of pieces) parser.feed(decoder.decode(piece, { stream: true }));
  return events;
}

const bytes = (text: string) => new TextEncoder().encode(text);

const stream = [
  "\uFEFF: hello",
  "event: ready",
  "id: 1",
  "data: {}",
  "",
  ": beat",
  "",
  "event: change",
  "id: 2",
  "data: 路灯",
  "data:  不亮 💡",
  "",
  "id",
  "data",
  "",
  "event: nothing",
  "",
  "data: after",
  "",
  "",
];
const events = [
  { type: "ready", id: "1", data: "{}" },
  { type: "change", id: "2", data: "路灯\n 不亮 💡" },
  { type: "message", id: "", data: "" },
  { type: "message", id: "", data: "after" },
];

describe.each([
  ["LF", "\n"],
  ["CRLF", "\r\n"],
  ["CR", "\r"],
])("a stream with %s", (_, newline) => {
  // A line after the last event ends the CR that might have been half of a CRLF.
  const whole = bytes(`${stream.join(newline)}:end`);

  it("gives the same events wherever it is split", () => {
    for (let at = 0; at <= whole.length; at++) {
      expect(parse([whole.slice(0, at), whole.slice(at)]), `split at byte ${at}`).toEqual(events);
    }
  });

  it("gives the same events byte by byte", () => {
    expect(parse(Array.from(whole, (byte) => Uint8Array.of(byte)))).toEqual(events);
  });
});

describe("an event", () => {
  it("keeps the id of an earlier connection until it has one of its own", () => {
    expect(parse([bytes("data: a\n\nid: 8\ndata: b\n\n")], "7").map(({ id }) => id)).toEqual(["7", "8"]);
  });

  it("that was cut off is not delivered", () => {
    expect(parse([bytes("data: a\n\ndata: half")])).toHaveLength(1);
  });
});
