import type { Change } from "@portico/contract";
import type { NewChange, Store } from "@portico/server";
import { type Call, type Layer, layers, onAnswer } from "./wrap.ts";
import { onStore } from "./wrap-store.ts";
import { onStream } from "./wrap-stream.ts";

/** Alters every change that is told, by the feed or by a stream of it. */
export const onChanges = (alter: (change: Change, call: Call) => Change): Layer =>
  layers(
    onAnswer({ operation: "listChanges" }, ({ body }, call) => ({
      body: { ...body, data: body.data.map((change) => alter(change, call)) },
    })),
    onStream((event, { call }) =>
      event.event === "change" && event.data !== undefined
        ? { ...event, data: JSON.stringify(alter(JSON.parse(event.data) as Change, call)) }
        : event,
    ),
  );

/** Alters every change before it is put into the feed; null leaves it out. */
export const telling = (alter: (change: NewChange) => NewChange | null): ((store: Store) => Store) =>
  onStore({
    announce: (announce) => (change) => {
      const altered = alter(change);
      if (altered) announce(altered);
    },
  });
