/** One server-sent event. `id` is the last id seen, as the standard says: empty when it was cleared. */
export interface ServerSentEvent {
  type: string;
  id: string;
  data: string;
}

/** A parser of `text/event-stream` that may be fed pieces cut anywhere, even inside CRLF. The decoder drops the BOM. */
export class SseParser {
  /** Milliseconds the backend asks to wait before a reconnect. */
  retry: number | undefined;
  /** The id of the last event that was complete, even if it brought no data. */
  lastEventId: string;
  #id: string;
  #rest = "";
  #afterCr = false;
  #type = "";
  #data: string[] = [];

  /** `id` is the last one seen on an earlier connection: it holds until the backend sends another. */
  constructor(
    private readonly onEvent: (event: ServerSentEvent) => void,
    id = "",
  ) {
    this.lastEventId = id;
    this.#id = id;
  }

  feed(text: string): void {
    if (text === "") return;
    // A CR ends its line at once, and a LF that the next piece begins with belongs to it.
    const fresh = this.#afterCr && text.startsWith("\n") ? text.slice(1) : text;
    this.#afterCr = text.endsWith("\r");
    const lines = (this.#rest + fresh).split(/\r\n|\n|\r/);
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.#line(line);
  }

  #line(line: string): void {
    if (line === "") {
      this.#dispatch();
      return;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") this.#data.push(value);
    else if (field === "event") this.#type = value;
    else if (field === "id" && !value.includes("\0")) this.#id = value;
    else if (field === "retry" && /^\d+$/.test(value)) this.retry = Number(value);
  }

  #dispatch(): void {
    this.lastEventId = this.#id;
    const event = { type: this.#type || "message", id: this.#id, data: this.#data.join("\n") };
    const empty = this.#data.length === 0;
    this.#type = "";
    this.#data = [];
    if (!empty) this.onEvent(event);
  }
}
