import type { ContactPoint, Customer } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectProblem, expectSuccess, expectThat } from "../expect.js";
import type { Answer, Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { listOf } from "./support/values.js";

const operations = ["getCustomer", "revealContactPoint"] as const;

export const contactPoints: readonly Check[] = [
  {
    id: "contact-points/own-revealed",
    title: "A customer reads each of their own contact points in full.",
    requirements: ["CRM-CU-003"],
    operations,
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      const points = await pointsOf(kit, customer, customer.customerId);
      const revealed = new Map<string, ContactPoint>();
      for (const point of points) {
        const answer = await reveal(kit, customer, customer.customerId, point);
        const { id, type, value } = expectSuccess(answer, "CRM-CU-003");
        expectEqual(
          "CRM-CU-003",
          { id, type },
          { id: point.id, type: point.type },
          "what is revealed",
          answer,
        );
        const isFull = Boolean(value) && !/[*•●✱]/u.test(value) && !(point.masked && value === point.value);
        expectThat("CRM-CU-003", isFull, `${type} ${id} is not revealed in full`, answer);
        const twin = revealed.get(value);
        const isOwn = twin === undefined || twin.value === point.value;
        expectThat("CRM-CU-003", isOwn, `${type} ${id} is revealed with the value of ${twin?.type}`, answer);
        revealed.set(value, point);
      }
    },
  },
  {
    id: "contact-points/reveal-takes-the-scope",
    title: "Staff without the scope for it is refused a reveal.",
    requirements: ["CRM-CU-004"],
    operations: [...operations, "createCustomer"],
    callers: ["agent"],
    writes: true,
    async run(kit) {
      const without = staffOf(kit).filter((caller) => !mayReveal(caller));
      if (without.length === 0)
        kit.notTestable(`every token of staff holds ${revealScope}; give one that does not`);
      const { id } = await kit.make.customer({ contactPoints: [{ type: "mobile", value: "13800135678" }] });
      for (const caller of without)
        for (const point of await pointsOf(kit, caller, id))
          expectProblem(await reveal(kit, caller, id, point), "CRM-CU-004", "forbidden");
    },
  },
  {
    id: "contact-points/masked-value-overwrites-nothing",
    title: "Contact points that staff sends back as they were shown keep the values they hide.",
    requirements: ["CRM-CU-005"],
    operations: [...operations, "updateCustomer"],
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const { id, revealer } = await revealable(kit);
      const before = await valuesOf(kit, revealer, id);
      await replacePoints(kit, id, (points) => points.map(({ value }) => value));
      const after = await valuesOf(kit, revealer, id);
      // What a faulty backend has lost is put back before it is told.
      if (after.join() !== before.join()) await replacePoints(kit, id, () => before);
      const lost = before.filter((value) => !after.includes(value)).length;
      const what = `${lost} of ${before.length} values were lost when the masked ones were sent back`;
      expectThat("CRM-CU-005", lost === 0 && after.length === before.length, what);
    },
  },
];

const revealScope = "pii.reveal";

const mayReveal = ({ me }: Caller): boolean => listOf(me.scopes).includes(revealScope);

const staffOf = (kit: Kit): Caller[] =>
  (["agent", "manager"] as const)
    .filter((name) => kit.session.tokens[name] !== undefined)
    .map((name) => kit.as(name));

/** A customer of the kit's own where staff may reveal, else customer A, who may reveal what is theirs. */
async function revealable(kit: Kit): Promise<{ id: string; revealer: Caller }> {
  const staff = staffOf(kit).find(mayReveal);
  if (!staff) return { id: kit.as("customerA").customerId, revealer: kit.as("customerA") };
  const sent = [
    { type: "mobile", value: "13800135678" },
    { type: "email", value: "sample@example.org" },
  ];
  const { id } = await kit.make.customer({ contactPoints: sent });
  return { id, revealer: staff };
}

async function pointsOf(kit: Kit, caller: Caller, id: string): Promise<readonly ContactPoint[]> {
  const { contactPoints: points } = expectSuccess(await caller.call("getCustomer", { path: { id } }));
  if (listOf(points).length === 0) kit.notTestable(`customer ${id} has no contact point; give it one`);
  return listOf(points);
}

function reveal(kit: Kit, caller: Caller, customerId: string, { id }: ContactPoint) {
  const path = { id: customerId, contactPointId: id };
  return caller.call("revealContactPoint", { path, body: { reason: `${kit.tag} 样品 Sample` } });
}

async function valuesOf(kit: Kit, revealer: Caller, id: string): Promise<string[]> {
  const values: string[] = [];
  for (const point of await pointsOf(kit, revealer, id))
    values.push(expectSuccess(await reveal(kit, revealer, id, point)).value);
  return values;
}

/** Sends the contact points back as staff is shown them, with these values. */
async function replacePoints(
  kit: Kit,
  id: string,
  values: (shown: readonly ContactPoint[]) => readonly string[],
): Promise<Answer<Customer>> {
  const agent = kit.as("agent");
  const shown = await agent.call("getCustomer", { path: { id } });
  const points = listOf(expectSuccess(shown).contactPoints);
  const given = values(points);
  const contactPoints = points.map(({ type, label, primary, value }, at) => ({
    type,
    value: given[at] ?? value,
    ...(label === undefined ? {} : { label }),
    ...(primary === undefined ? {} : { primary }),
  }));
  const ifMatch = shown.headers.get("ETag") ?? "";
  const answer = await agent.call("updateCustomer", { path: { id }, body: { contactPoints }, ifMatch });
  expectSuccess(answer);
  return answer;
}
