import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { CrmClient } from "../index.js";
import { type Fault, keyedBackend, tokenOf } from "../test/keyed-backend.js";
import { fileStore } from "./file.js";
import { type Outbox, openOutbox } from "./index.js";

const subjects = ["a", "b", "c"];
const people = ["anna", "bert"];

type Step =
  | { readonly do: "add"; readonly subject: string; readonly withFile: boolean; readonly tab: number }
  | { readonly do: "fault"; readonly fault: Fault }
  | { readonly do: "down" | "up" | "pause" }
  | { readonly do: "reload"; readonly tab: number }
  | { readonly do: "sign-in"; readonly who: string };

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
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("sign-in" as const), who: fc.constantFrom(...people) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("down" as const, "up" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("pause" as const) }) },
);

/** Two tabs of one portal: two outboxes on one store, for whoever has signed in. */
async function portal() {
  const folder = await mkdtemp(join(tmpdir(), "outbox-"));
  const backend = await keyedBackend();
  const clients: CrmClient[] = [];
  const outboxes: Outbox[] = [];
  const open = async (tab: number) => {
    const crm = backend.client({ auth: () => tokenOf(self.who), retry: { limit: 1, baseDelay: 1 } });
    const before = outboxes[tab];
    clients[tab] = crm;
    outboxes[tab] = await openOutbox(crm, { store: fileStore(folder) });
    await before?.close();
  };
  const self = {
    ...backend,
    who: "anna",
    outboxes,
    open,
    signIn(who: string) {
      self.who = who;
      for (const crm of clients) crm.signOut();
    },
    async close() {
      await Promise.all(outboxes.map((outbox) => outbox.close()));
      await rm(folder, { recursive: true, force: true });
      const closed = new Promise((resolve) => backend.server.close(resolve));
      backend.server.closeAllConnections();
      await closed;
    },
  };
  await open(0);
  await open(1);
  return self;
}

/** Plays the steps, heals everything, lets everybody come back; returns what `add` resolved for and what was made. */
async function play(steps: readonly Step[]) {
  const { outboxes, faults, state, made, ...portico } = await portal();
  const added: { subject: string; who: string; text: string }[] = [];
  let who = "anna";
  const signIn = (next: string) => {
    who = next;
    portico.signIn(next);
  };
  try {
    for (const one of steps) {
      if (one.do === "add") {
        const text = `${added.length}`;
        const files = one.withFile ? [{ blob: new Blob(["photo"]) }] : [];
        const input = { path: { id: one.subject }, body: { type: "reply" as const, text }, files };
        await outboxes[one.tab]?.add("createEntry", input);
        added.push({ subject: one.subject, who, text });
      } else if (one.do === "fault") faults.push(one.fault);
      else if (one.do === "reload") await portico.open(one.tab);
      else if (one.do === "sign-in") signIn(one.who);
      else if (one.do === "pause") await new Promise((resolve) => setTimeout(resolve, 15));
      else state.down = one.do === "down";
    }
    state.down = false;
    faults.length = 0;
    for (const person of people) {
      signIn(person);
      const unsent = () =>
        outboxes.flatMap((outbox) => outbox.entries()).filter(({ state }) => state !== "sent");
      for (let round = 0; round < 100 && (round === 0 || unsent().length > 0); round++) {
        await Promise.all(outboxes.map((outbox) => outbox.flush()));
      }
      expect(unsent()).toEqual([]);
    }
    return { added, made: made() };
  } finally {
    await portico.close();
  }
}

it("whatever is lost, cut, reloaded or signed out of, what was added exists once, in order, under its owner", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { added, made } = await play(steps);
      for (const subject of subjects) {
        for (const who of people) {
          const wanted = added.filter((entry) => entry.subject === subject && entry.who === who);
          const entries = made.filter(
            ({ path, sender }) => path === `/v1/service-requests/${subject}/entries` && sender === who,
          );
          expect(entries.map(({ body }) => body.text)).toEqual(wanted.map(({ text }) => text));
        }
      }
    }),
    { numRuns: 60 },
  );
}, 180_000);
