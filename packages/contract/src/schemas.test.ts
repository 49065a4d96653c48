import { describe, expect, test } from "vitest";
import { openApiDocument } from "./document.js";
import * as schemas from "./schemas.js";

const customer = {
  id: "c1",
  displayName: "王小姐",
  kind: "person",
};

test("there is a schema for everything the document names", () => {
  expect(Object.keys(schemas).sort()).toEqual(Object.keys(openApiDocument.components.schemas).sort());
});

describe("a payload of a newer backend", () => {
  test("keeps members nobody knows yet", () => {
    const newer = { ...customer, mood: { today: "fine" } };
    expect(schemas.CustomerRef.parse(newer)).toEqual(newer);
  });

  test("keeps values of an open set nobody knows yet", () => {
    const newer = { ...customer, kind: "cooperative" };
    expect(schemas.CustomerRef.parse(newer)).toEqual(newer);
  });
});

describe("a payload that is not to be trusted", () => {
  test("is told by the place where it breaks the shape", () => {
    const { error } = schemas.CustomerRef.safeParse({ ...customer, displayName: 7 });
    expect(error?.issues).toMatchObject([{ path: ["displayName"] }]);
  });

  test("lacks a required member", () => {
    expect(schemas.CustomerRef.safeParse({ id: "c1" }).success).toBe(false);
  });

  test("has a value outside a closed set", () => {
    expect(schemas.RequestState.safeParse("sleeping").success).toBe(false);
  });
});

test("null is taken only where the document says so", () => {
  expect(schemas.PageInfo.safeParse({ nextCursor: null }).success).toBe(true);
  expect(schemas.PageInfo.safeParse({}).success).toBe(false);
  expect(schemas.CustomerRef.safeParse({ ...customer, displayName: null }).success).toBe(false);
});
