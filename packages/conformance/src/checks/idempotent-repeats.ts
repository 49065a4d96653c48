import type { OperationId, ServiceRequest } from "@portico/contract";
import type { RequirementId } from "@portico/contract/requirements";
import type { Check } from "../check.js";
import { expectEqual, expectProblem, expectSuccess, expectThat } from "../expect.js";
import { type Answer, describeAnswer } from "../http/caller.js";
import { type Posting, plainPosts, post, postOther, prepared } from "./support/postings.js";
import { movesOf } from "./support/shown.js";
import { postOperations } from "./support/write-calls.js";

export const repeats: readonly Check[] = [
  {
    id: "idempotency/repeat-is-the-first-answer",
    title: "A POST sent three times with its key and body has one effect and one answer.",
    requirements: ["CRM-IDM-002"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      for (const posting of await prepared(
        kit,
        "createServiceRequest",
        "createContact",
        "createInteraction",
      )) {
        const key = kit.freshKey();
        const first = await post(posting, key);
        expectSuccess(first);
        for (let i = 0; i < 2; i += 1) expectRepeat("CRM-IDM-002", first, await post(posting, key));
        await expectOneEffect("CRM-IDM-002", posting);
      }
    },
  },
  {
    id: "idempotency/repeat-after-change",
    title: "A repeated creation is answered as the first time, also when the resource has changed since.",
    requirements: ["CRM-IDM-002"],
    operations: ["createServiceRequest", "createEntry"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const [posting] = await prepared(kit, "createServiceRequest");
      if (!posting) return;
      const key = kit.freshKey();
      const first = await post(posting, key);
      const request = expectSuccess(first) as ServiceRequest;
      const { id } = request;
      await kit.make.entry(kit.as("agent"), id);
      if (kit.supports("transitionServiceRequest") && movesOf(request).includes("cancelled"))
        await kit.make.move({ id }, "cancelled");
      expectRepeat("CRM-IDM-002", first, await post(posting, key));
    },
  },
  {
    id: "idempotency/repeat-after-removal",
    title: "A repeated creation does not bring back what was removed since.",
    requirements: ["CRM-IDM-002"],
    operations: ["createContact", "getContact", "deleteContact"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const [posting] = await prepared(kit, "createContact");
      if (!posting) return;
      const key = kit.freshKey();
      const first = await post(posting, key);
      const path = { id: (expectSuccess(first) as { id: string }).id };
      const { headers } = await kit.as("agent").call("getContact", { path });
      const ifMatch = headers.get("ETag") ?? "*";
      expectSuccess(await kit.as("agent").call("deleteContact", { path, ifMatch }));
      expectRepeat("CRM-IDM-002", first, await post(posting, key));
      expectEqual("CRM-IDM-002", await posting.effects(), [], "the customer's contacts");
    },
  },
  {
    id: "idempotency/repeat-marked",
    title: "A repeated answer says so, a first one does not.",
    requirements: ["CRM-IDM-003"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      for (const posting of await prepared(kit, ...plainPosts)) {
        const key = kit.freshKey();
        const first = await post(posting, key);
        expectSuccess(first);
        expectMark(first, null);
        expectMark(await post(posting, key), "true");
      }
    },
  },
  {
    id: "idempotency/other-body-refused",
    title: "A key used again with another body is refused without effect, and still keeps its answer.",
    requirements: ["CRM-IDM-004"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      for (const posting of await prepared(kit, ...plainPosts, "transitionServiceRequest")) {
        const key = kit.freshKey();
        const first = await post(posting, key);
        expectSuccess(first);
        const before = await posting.effects();
        expectProblem(await postOther(posting, key), "CRM-IDM-004", "idempotency-mismatch");
        expectEqual("CRM-IDM-004", await posting.effects(), before, `what ${posting.operation} left`);
        expectRepeat("CRM-IDM-004", first, await post(posting, key));
      }
    },
  },
  {
    id: "idempotency/many-at-once",
    title:
      "One key sent eight times at once has one effect, and every answer is it or 409 `idempotency-in-progress`.",
    requirements: ["CRM-IDM-006"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      for (const posting of await prepared(kit, ...plainPosts)) {
        const key = kit.freshKey();
        const answers = await Promise.all(Array.from({ length: 8 }, () => post(posting, key)));
        const waiting = answers.filter(({ status }) => status === 409);
        for (const answer of waiting) expectProblem(answer, "CRM-IDM-006", "idempotency-in-progress");
        // Who was told to wait gets the answer afterwards.
        const [first, ...others] = [
          ...answers.filter((each) => !waiting.includes(each)),
          await post(posting, key),
        ];
        if (first) expectSuccess(first, "CRM-IDM-006");
        for (const answer of others) if (first) expectRepeat("CRM-IDM-006", first, answer);
        await expectOneEffect("CRM-IDM-006", posting);
      }
    },
  },
  ...postOperations.map(keepsItsAnswer),
];

/** Each POST on its own, so that a report names those that forget their key. */
function keepsItsAnswer(operation: OperationId): Check {
  return {
    id: `idempotency/${operation.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-repeated`,
    title: `\`${operation}\` repeated with its key has no further effect and is answered as the first time.`,
    requirements: ["CRM-IDM-010"],
    operations: [operation],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      for (const posting of await prepared(kit, operation)) {
        const key = kit.freshKey();
        const first = await post(posting, key);
        expectSuccess<unknown>(first);
        const before = await posting.effects();
        expectRepeat("CRM-IDM-010", first, await post(posting, key));
        // A reveal leaves nothing to count: that its key is known shows in the refusal of another body.
        expectProblem(await postOther(posting, key), "CRM-IDM-010", "idempotency-mismatch");
        expectEqual("CRM-IDM-010", await posting.effects(), before, `what ${operation} left, after a repeat`);
      }
    },
  };
}

/** Demands that an answer is the first one again: status, address, validator and body. */
function expectRepeat(requirement: RequirementId, first: Answer, again: Answer): void {
  const faceOf = ({ status, headers, body }: Answer) => ({
    status,
    Location: headers.get("Location"),
    ETag: headers.get("ETag"),
    body,
  });
  const [expected, seen] = [faceOf(first), faceOf(again)];
  for (const name of ["status", "Location", "ETag", "body"] as const)
    expectEqual(
      requirement,
      seen[name],
      expected[name],
      `${name} of a repeated ${describeAnswer(first)}`,
      first,
      again,
    );
}

async function expectOneEffect(requirement: RequirementId, posting: Posting): Promise<void> {
  const effects = await posting.effects();
  expectThat(
    requirement,
    effects.length <= 1,
    `${posting.operation} sent several times with one key took effect ${effects.length} times; expected once`,
  );
}

function expectMark(answer: Answer, expected: "true" | null): void {
  const mark = answer.headers.get("Idempotency-Replayed");
  expectThat(
    "CRM-IDM-003",
    (mark === "true") === (expected === "true"),
    `${describeAnswer(answer)} with Idempotency-Replayed ${mark ?? "absent"}; expected ${expected ?? "none"}`,
    answer,
  );
}
