import type { OperationId } from "@portico/contract";
import type { Check } from "../check.js";
import { describeOperation } from "../document/operations.js";
import { expectEqual, expectProblem, expectSuccess, expectThat } from "../expect.js";
import { type Answer, type CallOptions, describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { validatorOf } from "./concurrency-reads.js";
import { may } from "./support/shown.js";
import {
  type Changeable,
  changeableThings,
  changeThing,
  currentValidator,
  readThing,
  removeThing,
  type Versioned,
  versionedThings,
} from "./support/versioned.js";
import { writeCalls } from "./support/write-calls.js";

export const concurrencyOfWrites: readonly Check[] = [
  {
    id: "concurrency/validator-follows-changes",
    title: "Every change has a validator of its own, and answers with that of the next read.",
    requirements: ["CRM-CON-003"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      for (const thing of await madeChangeable(kit)) {
        const seen = [await currentValidator(thing)];
        // At once, so that a validator made of the time of the last change does not do.
        for (const text of ["First", "Second", "First"]) {
          const changed = await changeThing(thing, `${kit.tag} ${text}`, seen.at(-1));
          expectSuccess<unknown>(changed);
          await expectSameVersion(thing.what, changed, await readThing(thing));
          const etag = validatorOf(changed);
          expectThat(
            "CRM-CON-003",
            etag !== seen.at(-1),
            `the ETag of ${thing.what} stayed ${etag} through a change`,
            changed,
          );
          seen.push(etag);
        }
      }
    },
  },
  {
    id: "concurrency/validator-follows-actions",
    title: "A move, an urge and an assignment give a request another validator, that of the next read.",
    requirements: ["CRM-CON-003"],
    operations: ["createServiceRequest", "getServiceRequest"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const made = await kit.make.requestAnswer(agent);
      const path = { id: made.body.id };
      const read = () => agent.call("getServiceRequest", { path });
      await expectSameVersion("a new request", made, await read());
      const staff = agent.me.id;
      const calls = writeCalls(kit, { request: path.id, ...(staff === undefined ? {} : { staff }) });
      for (const { operation, action } of actions) {
        const before = await read();
        const isPossible = may(expectSuccess(before), action) && (action !== "assign" || staff !== undefined);
        if (!kit.supports(operation) || !isPossible) continue;
        const answer = await agent.call(operation, calls[operation] as CallOptions<typeof operation>);
        expectSuccess(answer);
        await expectSameVersion(`the request after ${operation}`, answer, await read());
        expectThat(
          "CRM-CON-003",
          validatorOf(answer) !== validatorOf(before),
          `the ETag of a request stayed ${validatorOf(before)} through ${operation}`,
          before,
          answer,
        );
      }
    },
  },
  {
    id: "concurrency/validator-of-what-is-made",
    title: "What was made is answered with the validator of the next read.",
    requirements: ["CRM-CON-003"],
    operations: ["createCustomer", "getCustomer", "createContact", "getContact"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const customer = await agent.call("createCustomer", { body: kit.make.customerInput() });
      const { id } = expectSuccess(customer);
      await expectSameVersion("a new customer", customer, await agent.call("getCustomer", { path: { id } }));
      const body = { customerId: id, name: `${kit.tag} 李样品` };
      const contact = await agent.call("createContact", { body });
      const path = { id: expectSuccess(contact).id };
      await expectSameVersion("a new contact", contact, await agent.call("getContact", { path }));
    },
  },
  {
    id: "concurrency/if-match-required",
    title: "A change or a removal without `If-Match` is refused and changes nothing.",
    requirements: ["CRM-CON-004"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      for (const thing of await made(kit))
        await expectUntouched(thing, "CRM-CON-004", async () => {
          for (const answer of await tryWrites(kit, thing, undefined))
            expectProblem(answer, "CRM-CON-004", "precondition-required");
        });
    },
  },
  {
    id: "concurrency/stale-if-match-refused",
    title: "A change or a removal under the validator of an earlier version is refused and changes nothing.",
    requirements: ["CRM-CON-005"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      for (const thing of await madeChangeable(kit)) {
        const stale = await currentValidator(thing);
        expectSuccess<unknown>(await changeThing(thing, `${kit.tag} First`, stale));
        await expectUntouched(thing, "CRM-CON-005", () => expectStale(kit, thing, stale, "CRM-CON-005"));
      }
    },
  },
  {
    id: "concurrency/made-up-if-match-refused",
    title: "A change or a removal under a validator that was never given is refused and changes nothing.",
    requirements: ["CRM-CON-005"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      for (const thing of await made(kit)) {
        const etag = await currentValidator(thing);
        const inside = etag.slice(1, -1);
        const changed = `"${inside.slice(0, -1)}${inside.endsWith("A") ? "B" : "A"}"`;
        for (const other of [changed, `"${inside}x"`, '"kit"'])
          await expectUntouched(thing, "CRM-CON-005", () => expectStale(kit, thing, other, "CRM-CON-005"));
      }
    },
  },
  {
    id: "concurrency/weak-if-match-refused",
    title: "A weak validator satisfies no `If-Match`.",
    requirements: ["CRM-CON-008"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      for (const thing of await made(kit)) {
        const weak = `W/${await currentValidator(thing)}`;
        await expectUntouched(thing, "CRM-CON-008", () => expectStale(kit, thing, weak, "CRM-CON-008"));
      }
    },
  },
  {
    id: "concurrency/one-of-many-taken",
    title: "Of eight changes made at once on one version exactly one is taken.",
    requirements: ["CRM-CON-006"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      for (const thing of await madeChangeable(kit)) {
        const etag = await currentValidator(thing);
        const texts = Array.from({ length: 8 }, (_, i) => `${kit.tag} Number ${i}`);
        const answers = await Promise.all(texts.map((text) => changeThing(thing, text, etag)));
        const taken = answers.filter(({ status }) => status === 200);
        expectThat(
          "CRM-CON-006",
          taken.length === 1,
          `of ${answers.length} changes of ${thing.what} at once ${taken.length} were taken; expected 1`,
          ...answers,
        );
        for (const answer of answers.filter((each) => !taken.includes(each)))
          expectProblem(answer, "CRM-CON-006", "precondition-failed");
        const now = await readThing(thing);
        expectEqual("CRM-CON-006", now.body, taken[0]?.body, `${thing.what} afterwards`, now);
      }
    },
  },
  {
    id: "concurrency/one-removal-of-many",
    title: "Of several removals at once exactly one is carried out.",
    requirements: ["CRM-CON-006"],
    operations: ["createContact", "getContact", "deleteContact"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const agent = kit.as("agent");
      const path = { id: (await kit.make.contact((await kit.make.customer()).id)).id };
      const ifMatch = validatorOf(await agent.call("getContact", { path }));
      const sent = [1, 2, 3, 4].map(() => agent.call("deleteContact", { path, ifMatch }));
      const answers = await Promise.all(sent);
      const removed = answers.filter(({ status }) => status === 204);
      expectThat(
        "CRM-CON-006",
        removed.length === 1,
        `of ${answers.length} removals of a contact at once ${removed.length} were carried out; expected 1`,
        ...answers,
      );
    },
  },
];

const actions = [
  { operation: "assignServiceRequest", action: "assign" },
  { operation: "urgeServiceRequest", action: "urge" },
  { operation: "transitionServiceRequest", action: "transition" },
] as const;

async function made(kit: Kit): Promise<Versioned[]> {
  const things = await versionedThings(kit);
  return things.length > 0 ? things : kit.notTestable("nothing that is declared can be made and changed");
}

async function madeChangeable(kit: Kit): Promise<Changeable[]> {
  const things = await changeableThings(kit);
  return things.length > 0 ? things : kit.notTestable("nothing that is declared can be made and changed");
}

/** Changes and removes a thing, whichever can be done, under a validator or without one. */
async function tryWrites(kit: Kit, thing: Versioned, ifMatch: string | undefined): Promise<Answer[]> {
  const { change, remove } = thing;
  return [
    ...(change ? [await changeThing({ ...thing, change }, `${kit.tag} Refused`, ifMatch)] : []),
    ...(remove ? [await removeThing(thing, ifMatch)] : []),
  ];
}

async function expectStale(
  kit: Kit,
  thing: Versioned,
  ifMatch: string,
  requirement: "CRM-CON-005" | "CRM-CON-008",
): Promise<void> {
  for (const answer of await tryWrites(kit, thing, ifMatch))
    expectProblem(answer, requirement, "precondition-failed");
}

async function expectUntouched(
  thing: Versioned,
  requirement: "CRM-CON-004" | "CRM-CON-005" | "CRM-CON-008",
  attempt: () => Promise<void>,
): Promise<void> {
  const before = await readThing(thing);
  expectSuccess<unknown>(before);
  await attempt();
  const after = await readThing(thing);
  expectThat(
    requirement,
    after.status === 200,
    `${describeAnswer(after)} after a refused write; expected ${thing.what} to be there`,
    after,
  );
  expectEqual(requirement, after.body, before.body, `${thing.what} after a refused write`, after);
}

/** Demands that a write answered with what the next read shows, validator and all. */
async function expectSameVersion(what: string, written: Answer, read: Answer): Promise<void> {
  expectSuccess(read);
  expectEqual("CRM-CON-003", read.body, written.body, `${what}, read after the write`, written, read);
  const { operation } = written.exchange;
  if (operation === undefined || !promisesValidator(operation, written.status)) return;
  expectEqual("CRM-CON-003", validatorOf(read), validatorOf(written), `the ETag of ${what}`, written, read);
}

const promisesValidator = (operation: OperationId, status: number): boolean =>
  describeOperation(operation).operation.responses[status]?.headers?.ETag !== undefined;
