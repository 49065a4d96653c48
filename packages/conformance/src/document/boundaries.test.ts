import { describe, expect, it } from "vitest";
import { boundariesOf } from "./boundaries.js";
import { bodyMediaType, operationIds } from "./operations.js";
import { bodySchemaOf } from "./schema.js";
import { faultsOfBody } from "./validators.js";

describe("the bounds of a schema", () => {
  it.each(operationIds.filter((id) => bodyMediaType(id) !== undefined))(
    "are allowed by the document (%s)",
    (id) => {
      const bodies = boundariesOf(bodySchemaOf(id));
      expect(bodies.length).toBeGreaterThan(0);
      expect(bodies.flatMap((body) => faultsOfBody(id, body))).toEqual([]);
    },
  );

  it("meet zero, each word of an open enum and one that it does not know", () => {
    expect(boundariesOf({ type: "number", minimum: -90, maximum: 90 })).toEqual([-90, 0, 90]);
    expect(boundariesOf({ type: "string", "x-extensible-enum": ["web", "phone"] })).toEqual([
      "web",
      "phone",
      "unheardOf",
    ]);
  });

  it("meet each optional member alone", () => {
    const schema = {
      type: "object",
      required: ["a"],
      properties: { a: { type: "boolean" }, b: { type: "null" } },
    };
    expect(boundariesOf(schema)).toEqual([{ a: true }, { a: true }, { a: false }, { a: true, b: null }]);
  });
});
