import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyArbitrary } from "./arbitraries.js";
import { mutationsOf } from "./mutations.js";
import { bodyMediaType, operationIds } from "./operations.js";
import { bodySchemaOf } from "./schema.js";
import { faultsOfBody, faultyPlaces } from "./validators.js";

const writing = operationIds.filter((id) => bodyMediaType(id) !== undefined);

describe.each(writing)("every mutation of a body for %s", (id) => {
  it("breaks the document in its own place and nowhere else, after JSON too", () => {
    fc.assert(
      fc.property(bodyArbitrary(id), (body) => {
        for (const mutation of mutationsOf(bodySchemaOf(id), body)) {
          const sent: unknown = JSON.parse(JSON.stringify(mutation.body));
          expect({ mutation, faults: faultsOfBody(id, sent).length > 0 }).toMatchObject({ faults: true });
          // Where several schemas would do, the ones that do not fit at all complain of the whole member.
          const elsewhere = faultyPlaces(id, sent).filter((place) => !isWithin(mutation.pointer, place));
          expect(faultyPlaces(id, sent)).toContain(mutation.pointer);
          expect({ mutation, elsewhere }).toMatchObject({ elsewhere: [] });
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});

const isWithin = (pointer: string, place: string) => pointer === place || pointer.startsWith(`${place}/`);

it("leaves the sample as it was", () => {
  const sample = { kind: "person", displayName: "Ada", tags: ["a"] };
  mutationsOf(bodySchemaOf("createCustomer"), sample);
  expect(sample).toEqual({ kind: "person", displayName: "Ada", tags: ["a"] });
});

it("finds each kind of fault that a body can have", () => {
  const sample = {
    kind: "fault",
    title: "Ada",
    requester: { phone: "13800138000", email: "ada@example.org" },
    location: { latitude: 1 },
    attachmentIds: ["a"],
    externalRefs: [{ system: "open311", id: "7" }],
  };
  const found = mutationsOf(bodySchemaOf("createServiceRequest"), sample);
  expect(found.map(({ fault, pointer }) => `${pointer} ${fault}`)).toEqual(
    expect.arrayContaining([
      " wrong type",
      "/title required member left out",
      "/kitNoSuchMember unknown member",
      "/requester/phone wrong pattern",
      "/requester/email wrong format",
      "/location/latitude too large",
      "/attachmentIds the same item twice",
      "/externalRefs too many items",
      "/externalRefs/0/system too short",
    ]),
  );
});
