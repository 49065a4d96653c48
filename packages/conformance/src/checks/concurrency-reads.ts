import type { Check, Observer } from "../check.js";
import { describeOperation } from "../document/operations.js";
import { expectEqual, expectSuccess, expectThat } from "../expect.js";
import { type Answer, describeAnswer } from "../http/caller.js";
import { describeExchange } from "../http/exchange.js";
import type { Kit } from "../kit.js";
import { type KnownRead, reader, recordsOf } from "./support/known-records.js";

export const concurrencyOfReads: readonly Check[] = [
  {
    id: "concurrency/validator-of-every-record",
    title: "Every single resource is read with a strong validator.",
    requirements: ["CRM-CON-001"],
    writes: false,
    async run(kit) {
      for (const read of await validatedReads(kit)) validatorOf(await reader(kit).call(read.operation, read));
    },
  },
  {
    id: "concurrency/not-modified",
    title: "A read with the current validator answers 304 without a body.",
    requirements: ["CRM-CON-002"],
    writes: false,
    async run(kit) {
      for (const read of await validatedReads(kit)) {
        const etag = validatorOf(await reader(kit).call(read.operation, read));
        const answer = await readUnless(kit, read, etag);
        expectNotModified("CRM-CON-002", answer, "the current validator");
        const told = answer.headers.get("ETag");
        expectEqual("CRM-CON-002", told ?? etag, etag, "the ETag of the 304", answer);
      }
    },
  },
  {
    id: "concurrency/modified",
    title: "A read with another validator answers in full.",
    requirements: ["CRM-CON-002"],
    writes: false,
    async run(kit) {
      for (const read of await validatedReads(kit)) {
        const etag = validatorOf(await reader(kit).call(read.operation, read));
        for (const other of ['"kit"', `"${etag.slice(1, -1)}x"`, `"${etag.slice(1, 9)}"`]) {
          const answer = await readUnless(kit, read, other);
          expectThat(
            "CRM-CON-002",
            answer.status === 200,
            `${describeAnswer(answer)} with If-None-Match ${other}, while the validator is ${etag}; expected 200`,
            answer,
          );
        }
      }
    },
  },
  {
    id: "concurrency/validator-lists",
    title: "`If-None-Match` takes a list of validators, a weak one and `*`.",
    requirements: ["CRM-CON-009"],
    writes: false,
    async run(kit) {
      for (const read of await validatedReads(kit)) {
        const etag = validatorOf(await reader(kit).call(read.operation, read));
        for (const given of [`"kit", ${etag}`, `${etag}, "kit"`, `W/${etag}`, "*"])
          expectNotModified("CRM-CON-009", await readUnless(kit, read, given), `If-None-Match ${given}`);
      }
    },
  },
];

/** Every answer that the document gives a validator has a strong one. */
export const strongValidators: Observer = {
  id: "concurrency/strong-validators",
  title: "An answer that the document gives an `ETag` carries a strong one.",
  requirements: ["CRM-CON-001"],
  applies: ({ operation, request, response }) =>
    operation !== undefined &&
    request.method !== "HEAD" &&
    (response?.status === 200 || response?.status === 201) &&
    describeOperation(operation).operation.responses[response.status]?.headers?.ETag !== undefined,
  faults(exchange) {
    const etag = exchange.response?.headers.get("ETag") ?? null;
    if (isStrong(etag)) return [];
    const message = `${describeExchange(exchange)} with ETag ${etag ?? "absent"}; expected a strong one`;
    return [{ requirement: "CRM-CON-001", message }];
  },
};

const isStrong = (etag: string | null): etag is string => etag !== null && /^"[\x21\x23-\x7e]+"$/.test(etag);

/** The strong validator of an answer that succeeded. */
export function validatorOf(answer: Answer): string {
  expectSuccess(answer);
  const etag = answer.headers.get("ETag");
  expectThat(
    "CRM-CON-001",
    isStrong(etag),
    `${describeAnswer(answer)} with ETag ${etag ?? "absent"}; expected a strong one`,
    answer,
  );
  return etag;
}

/** One read of everything that the document gives a validator. */
async function validatedReads(kit: Kit): Promise<KnownRead[]> {
  const records = await recordsOf(kit, reader(kit));
  const open = kit.supports("getCapabilities") ? [{ operation: "getCapabilities", path: {} } as const] : [];
  return [...open, ...records].filter(
    ({ operation }) => describeOperation(operation).operation.responses[200]?.headers?.ETag !== undefined,
  );
}

const readUnless = (kit: Kit, { operation, path }: KnownRead, validator: string): Promise<Answer> =>
  reader(kit).call(operation, { path, headers: { "If-None-Match": validator } });

function expectNotModified(requirement: "CRM-CON-002" | "CRM-CON-009", answer: Answer, what: string): void {
  const length = answer.exchange.response?.bytes.length ?? 0;
  expectThat(
    requirement,
    answer.status === 304 && length === 0,
    `${describeAnswer(answer)} with ${what} and ${length} bytes; expected 304 without a body`,
    answer,
  );
}
