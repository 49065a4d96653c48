import fc from "fast-check";
import type { Check } from "../check.js";
import { bodyArbitrary } from "../document/arbitraries.js";
import { type Mutation, mutationsOf } from "../document/mutations.js";
import { bodyMediaType } from "../document/operations.js";
import { bodySchemaOf } from "../document/schema.js";
import { faultyPlaces } from "../document/validators.js";
import { expectPointer, expectProblem } from "../expect.js";
import type { Kit } from "../kit.js";
import { jsonBytes, type NegativeBody, sendNegative } from "../negative.js";
import { refusedBodies } from "./refused-bodies.js";
import { type BodyTarget, bodyTargets } from "./support/body-targets.js";

interface SpoiltBody extends NegativeBody {
  readonly body: unknown;
}

const brokenSchema: Check = {
  id: "bodies/broken-schema",
  title: "A body that breaks its schema is refused, and `errors` points to the member that does.",
  requirements: ["CRM-ERR-011"],
  callers: ["customerA", "agent"],
  writes: true,
  async run(kit) {
    for (const target of await bodyTargets(kit)) {
      const { id, caller, path, ifMatch } = target;
      const options = { path, ...(ifMatch === undefined ? {} : { ifMatch }) };
      for (const mutations of mutationsByFault(kit, target)) {
        const draw = () => spoiltBody(target, kit.sample(fc.constantFrom(...mutations)));
        const { sent, answer } = await sendNegative(caller, id, draw, options);
        const problem = expectProblem(answer, "CRM-ERR-011", "validation-failed");
        const places = faultyPlaces(id, sent.body);
        if (!places.includes("")) expectPointer(answer, problem, "CRM-ERR-011", ...places);
      }
    }
  },
};

/** Samples differ in the members they have: some are enough to meet nearly all of them. */
const samplesOfEach = 3;

/** Ways to spoil a body, those with the same kind of fault together. */
function mutationsByFault(kit: Kit, { id, body }: BodyTarget): readonly (readonly Mutation[])[] {
  const byFault = new Map<Mutation["fault"], Mutation[]>();
  for (let sample = 0; sample < samplesOfEach; sample++) {
    const drawn = kit.sample(bodyArbitrary(id)) as object;
    for (const mutation of mutationsOf(bodySchemaOf(id), { ...drawn, ...body })) {
      const known = byFault.get(mutation.fault);
      if (known) known.push(mutation);
      else byFault.set(mutation.fault, [mutation]);
    }
  }
  return [...byFault.values()];
}

/** The sound body with the one member that has the fault: what else was drawn may break rules of the backend's own. */
function spoiltBody(target: BodyTarget, { fault, pointer, body }: Mutation): SpoiltBody {
  const [, name] = pointer.split("/");
  const members = Object.entries((body ?? {}) as object).filter(
    ([key]) => key in target.body || key === name,
  );
  const slim: unknown = name === undefined ? body : Object.fromEntries(members);
  return { fault, body: slim, bytes: jsonBytes(slim) };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What looks like JSON at first sight and is none. */
const noJson: readonly NegativeBody[] = [
  { fault: "cut off", bytes: bytesOf('{"title":"Sample"') },
  { fault: "empty", bytes: new Uint8Array() },
  { fault: "a comma too many", bytes: bytesOf('{"title":"Sample",}') },
  { fault: "single quotes", bytes: bytesOf("{'title':'Sample'}") },
  { fault: "a bare word", bytes: bytesOf("sample") },
  { fault: "no number", bytes: bytesOf('{"score":NaN}') },
  { fault: "two bodies", bytes: bytesOf("{}{}") },
  { fault: "no UTF-8", bytes: Uint8Array.from([...bytesOf('{"title":"'), 0xff, 0xfe, ...bytesOf('"}')]) },
  { fault: "a control character in a text", bytes: bytesOf('{"title":"a\nb"}') },
  { fault: "a form", bytes: bytesOf("title=Sample&kind=fault") },
];

const malformed: Check = {
  id: "bodies/malformed",
  title: "A body that is not JSON is called malformed.",
  requirements: ["CRM-ERR-012"],
  callers: ["customerA", "agent"],
  writes: true,
  async run(kit) {
    const targets = await bodyTargets(kit);
    for (const [index, { id, caller, path, ifMatch }] of targets.entries()) {
      // Each fault is tried on some operation, the plainest two on all of them.
      const faults =
        index === 0 ? noJson : [...noJson.slice(0, 2), noJson[2 + (index % (noJson.length - 2))]];
      for (const body of faults) {
        if (body === undefined) continue;
        const options = { path, ...(ifMatch === undefined ? {} : { ifMatch }) };
        const { answer } = await sendNegative(caller, id, () => body, options);
        expectProblem(answer, "CRM-ERR-012", "malformed-body");
      }
    }
  },
};

const mediaTypes: Check = {
  id: "bodies/media-type",
  title: "A body of another media type than the declared one is refused as such.",
  requirements: ["CRM-ERR-013"],
  callers: ["customerA", "agent"],
  writes: true,
  async run(kit) {
    for (const { id, caller, path, body, ifMatch } of await bodyTargets(kit)) {
      const declared = bodyMediaType(id);
      const others = [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json",
        "application/merge-patch+json",
      ];
      for (const type of others.filter((each) => each !== declared)) {
        const answer = await caller.call(id, {
          path,
          body: jsonBytes(body),
          headers: { "Content-Type": type },
          ...(ifMatch === undefined ? {} : { ifMatch }),
        });
        expectProblem(answer, "CRM-ERR-013", "unsupported-media-type");
      }
    }
  },
};

/** Larger than any sensible limit of a JSON body, and small enough to send. */
const hugeBytes = 8 * 1024 * 1024;

const oversized: Check = {
  id: "bodies/oversized",
  title: "A body larger than the backend takes is refused as too large.",
  requirements: ["CRM-ERR-014"],
  operations: ["createServiceRequest"],
  callers: ["customerA"],
  writes: true,
  async run(kit) {
    const customer = kit.as("customerA");
    const input = await kit.make.requestInput(customer);
    const body = {
      fault: "far too long",
      bytes: jsonBytes({ ...input, description: "a".repeat(hugeBytes) }),
    };
    const { answer } = await sendNegative(customer, "createServiceRequest", () => body);
    // One that takes bodies of this size finds the text too long.
    expectProblem(answer, "CRM-ERR-014", "payload-too-large", "validation-failed");
  },
};

/** What is done with bodies that are wrong. */
export const bodies: readonly Check[] = [brokenSchema, malformed, mediaTypes, oversized, ...refusedBodies];
