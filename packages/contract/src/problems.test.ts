import { expect, test } from "vitest";
import { openApiDocument } from "./document.js";
import { fieldErrorCodes, isProblemCode, problems, problemType } from "./problems.js";

const documented = (schema: string) =>
  openApiDocument.components.schemas[schema]?.properties?.code?.["x-extensible-enum"];

test("the catalogue and the document name the same problems", () => {
  expect(Object.keys(problems)).toEqual(documented("Problem"));
});

test("the catalogue and the document name the same faults of an input", () => {
  expect(fieldErrorCodes).toEqual(documented("FieldError"));
});

test("every problem says with a failing status what went wrong and what to do", () => {
  for (const { status, title, remedy } of Object.values(problems)) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title).not.toBe("");
    expect(remedy).toMatch(/\.$/);
  }
});

test("only a problem that passes by itself is retryable", () => {
  const retryable = Object.entries(problems).filter(([, { retryable }]) => retryable);
  expect(retryable.map(([code]) => code)).toEqual([
    "idempotency-in-progress",
    "rate-limited",
    "internal",
    "unavailable",
    "timeout",
  ]);
});

test("a problem's type is a URN that ends in its code", () => {
  expect(problemType("not-found")).toBe("urn:portico:problem:not-found");
});

test("a code of a newer backend is told apart", () => {
  expect(isProblemCode("not-found")).toBe(true);
  expect(isProblemCode("out-of-paper")).toBe(false);
  expect(isProblemCode("toString")).toBe(false);
});
