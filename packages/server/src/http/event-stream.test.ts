import { expect, test } from "vitest";
import { eventStream } from "./event-stream.js";

test("a stream shows a sign of life though it is woken all the time for what others are told", async () => {
  const done = new AbortController();
  const response = eventStream({
    signal: done.signal,
    heartbeatMs: 60,
    onWake: (wake) => {
      const timer = setInterval(wake, 5);
      return () => clearInterval(timer);
    },
    events: async () => [],
  });
  const reader = response.body?.getReader();
  const late = setTimeout(() => done.abort(), 5000);
  const first = await reader?.read();
  clearTimeout(late);
  expect(new TextDecoder().decode(first?.value)).toBe(": still here\n\n");
  await reader?.cancel();
});
