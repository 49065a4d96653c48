import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Fault, keyedBackend } from "../test/keyed-backend.js";
import { fileStore } from "./file.js";
import { type Outbox, openOutbox } from "./index.js";

const subjects = ["a", "b", "c"];

type Step =
  | { readonly do: "add"; readonly subject: string; readonly withFile: boolean; readonly tab: number }
  | { readonly do: "fault"; readonly fault: Fault }
  | { readonly do: "down" | "up" | "pause" }
  | { readonly do: "reload"; readonly tab: number };

const tab = fc.integer({ min: 0, max: 1 });
const fault = fc.constantFrom<Fault>(
  "request-lost",
  "answer-lost",
  "answer-lost",
  { status: 503, code: "unavailable" },
  { status: 409, code: "idempotency-in-progress", more: { retryable: true } },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("add" as const),
      subject: fc.constantFrom(...subjects),
      withFile: fc.boolean(),
      tab,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("fault" as const), fault }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("reload" as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("down" as const, "up" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("pause" as const) }) },
);

/** Plays the steps with two outboxes on one store; returns what `add` resolved for and what was made of it. */
async function play(steps: readonly Step[]) {
  const folder = await mkdtemp(join(tmpdir(), "outbox-"));
  const backend = await keyedBackend();
  const open = () =>
    openOutbox(backend.client({ retry: { limit: 1, baseDelay: 1 } }), { store: fileStore(folder) });
  const tabs: Outbox[] = [await open(), await open()];
  const added: { subject: string; id: string }[] = [];
  const tabOf = (index: number) => tabs[index] as Outbox;
  try {
    for (const one of steps) {
      if (one.do === "add") {
        const { subject } = one;
        const files = one.withFile ? [{ blob: new Blob(["photo"]) }] : [];
        const body = { type: "reply" as const, text: `${added.length}` };
        const entry = await tabOf(one.tab).add("createEntry", { path: { id: subject }, body, files });
        added.push({ subject, id: entry.id });
      } else if (one.do === "fault") backend.faults.push(one.fault);
      else if (one.do === "reload") {
        const closing = tabOf(one.tab).close();
        tabs[one.tab] = await open();
        await closing;
      } else if (one.do === "pause") await new Promise((resolve) => setTimeout(resolve, 15));
      else backend.state.down = one.do === "down";
    }
    backend.state.down = false;
    backend.faults.length = 0;
    const unsent = () => tabs.flatMap((outbox) => outbox.entries()).filter(({ state }) => state !== "sent");
    for (let round = 0; round < 100 && (round === 0 || unsent().length > 0); round++) {
      await Promise.all(tabs.map((outbox) => outbox.flush()));
    }
    expect(unsent()).toEqual([]);
    return { added, made: backend.made() };
  } finally {
    await Promise.all(tabs.map((outbox) => outbox.close()));
    await rm(folder, { recursive: true, force: true });
    backend.server.closeAllConnections();
    await new Promise((resolve) => backend.server.close(resolve));
  }
}

it("whatever is lost, cut or reloaded, what was added exists once in the end, in order for each request", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { added, made } = await play(steps);
      for (const subject of subjects) {
        const wanted = added.flatMap((entry, text) => (entry.subject === subject ? `${text}` : []));
        const entries = made.filter(({ path }) => path === `/v1/service-requests/${subject}/entries`);
        expect(entries.map(({ body }) => body.text)).toEqual(wanted);
      }
    }),
    { numRuns: 600, endOnFailure: true },
  );
}, 180_000);
