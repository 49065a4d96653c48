import { type Call, type Layer, onResponse } from "./wrap.ts";

/** One block of a stream of server-sent events: an event, or a comment alone. */
export interface StreamEvent {
  readonly event?: string;
  readonly id?: string;
  readonly data?: string;
  readonly comment?: string;
}

export interface StreamPlace {
  readonly call: Call;
  /** How many blocks came before in this stream. */
  readonly index: number;
}

type Altered = StreamEvent | readonly StreamEvent[] | null;

/** Alters what the stream of changes sends: another event, several, or none for null; a promise holds it back. */
export const onStream = (
  alter: (event: StreamEvent, place: StreamPlace) => Altered | Promise<Altered>,
): Layer =>
  onResponse({ operation: "streamChanges" }, (response, call) => {
    if (!response.headers.get("Content-Type")?.startsWith("text/event-stream") || !response.body)
      return response;
    let rest = "";
    let index = 0;
    const body = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(
      new TransformStream<string, string>({
        async transform(chunk, controller) {
          const blocks = (rest + chunk).split("\n\n");
          rest = blocks.pop() ?? "";
          for (const block of blocks) {
            const altered = await alter(parse(block), { call, index });
            index += 1;
            for (const event of [altered ?? []].flat()) controller.enqueue(format(event));
          }
        },
      }),
    );
    return new Response(body.pipeThrough(new TextEncoderStream()), response);
  });

function parse(block: string): StreamEvent {
  const fields = block.split("\n").map((line) => {
    const [name = "", ...value] = line.split(": ");
    return [name === "" || line.startsWith(":") ? "comment" : name, value.join(": ")];
  });
  return Object.fromEntries(fields) as StreamEvent;
}

function format({ event, id, data, comment }: StreamEvent): string {
  const fields = { "": comment, event, id, data };
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `${lines.map(([name, value]) => `${name}: ${value}`).join("\n")}\n\n`;
}
