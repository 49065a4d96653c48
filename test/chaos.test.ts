import { expect, test } from "vitest";
import { runChaos } from "./chaos/chaos.ts";

test("on a bad line to a server that is killed, what was told done is there once and the feed gives each change once", async () => {
  const { ledger, kills, faults, replayed, line, followers } = await runChaos(
    { writes: 300, changes: 300, kills: 3, seed: 7 },
    () => undefined,
  );
  expect(Object.entries(faults).filter(([, ids]) => ids.length > 0)).toEqual([]);
  expect(ledger.count("done")).toBeGreaterThan(200);
  expect(kills).toBe(3);
  expect(replayed, "answers that were lost after the server had acted").toBeGreaterThan(0);
  expect(line.request + line.answer + line.unread).toBeGreaterThan(5);
  for (const { delivered } of followers) expect(delivered.length).toBeGreaterThan(0);
});
