import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryOf, bodyArbitrary } from "./arbitraries.js";
import { bodyMediaType, operationIds } from "./operations.js";
import { faultsOfBody } from "./validators.js";

const writing = operationIds.filter((id) => bodyMediaType(id) !== undefined);
const samples = { numRuns: 200, seed: 1 };

describe.each(writing)("a sample for %s", (id) => {
  it.each(["valid", "boundary"] as const)("is allowed by the document and survives JSON (%s)", (mode) => {
    fc.assert(
      fc.property(bodyArbitrary(id, mode), (body) => {
        expect(faultsOfBody(id, body)).toEqual([]);
        expect(JSON.parse(JSON.stringify(body))).toEqual(body);
      }),
      samples,
    );
  });
});

it("draws from every type and every branch a schema allows", () => {
  const schema = { anyOf: [{ type: ["string", "null"], maxLength: 3 }, { const: 7 }, { type: "boolean" }] };
  const drawn = fc
    .sample(arbitraryOf(schema), samples)
    .map((value) => (value === null ? "null" : typeof value));
  expect(new Set(drawn)).toEqual(new Set(["string", "null", "number", "boolean"]));
});

it("reaches the ends of every range at the boundary", () => {
  const schema = { type: "array", maxItems: 2, items: { type: "string", minLength: 1, maxLength: 5 } };
  const drawn = fc.sample(arbitraryOf(schema, "boundary"), samples) as string[][];
  expect(new Set(drawn.map(({ length }) => length))).toEqual(new Set([0, 2]));
  expect(new Set(drawn.flat().map((text) => [...text].length))).toEqual(new Set([1, 5]));
});
