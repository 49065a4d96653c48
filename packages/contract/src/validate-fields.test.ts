import { fullFormats } from "ajv-formats/dist/formats.js";
import {
  type Arbitrary,
  array,
  assert,
  constantFrom,
  dictionary,
  double,
  oneof,
  property,
  string,
} from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldDescriptor } from "./generated/models.js";
import { phonePattern, validateFields, validateValue } from "./validate-fields.js";

const field = (rule: Partial<FieldDescriptor>): FieldDescriptor => ({
  name: "field",
  type: "text",
  required: false,
  labels: { en: "Field" },
  ...rule,
});

const textOf = (parts: Arbitrary<string>) => array(parts, { maxLength: 12 }).map((texts) => texts.join(""));

const faultsOf = (rule: Partial<FieldDescriptor>, value: string | number | boolean | null) =>
  validateFields([field(rule)], { field: value });

describe("a field", () => {
  test("that is required must be there", () => {
    const fault = [{ pointer: "/customFields/field", code: "required" }];
    expect(validateFields([field({ required: true })])).toEqual(fault);
    expect(faultsOf({ required: true }, null)).toEqual(fault);
    expect(faultsOf({ required: true }, "   ")).toEqual(fault);
    expect(faultsOf({ required: true, type: "boolean" }, false)).toEqual([]);
    expect(faultsOf({ required: true, type: "integer" }, 0)).toEqual([]);
  });

  test("that is optional may be left out or emptied", () => {
    expect(validateFields([field({ minLength: 3 })])).toEqual([]);
    expect(faultsOf({ minLength: 3 }, "")).toEqual([]);
    expect(faultsOf({ minLength: 3 }, null)).toEqual([]);
  });

  test("nobody described is reported with an escaped pointer", () => {
    expect(validateFields([], { "a/b~c": 1 })).toEqual([
      { pointer: "/customFields/a~1b~0c", code: "unknown-member" },
    ]);
  });

  test.each<[string, Partial<FieldDescriptor>, string | number | boolean, string | undefined, number?]>([
    ["a text", { type: "text" }, "any", undefined],
    ["a number for a text", { type: "text" }, 1, "type"],
    ["a text for a number", { type: "number" }, "1", "type"],
    ["a fraction for an integer", { type: "integer" }, 1.5, "type"],
    ["not a number", { type: "number" }, Number.NaN, "type"],
    ["a text for a boolean", { type: "boolean" }, "true", "type"],
    ["a number below the minimum", { type: "number", minimum: 1 }, 0.9, "too-small", 1],
    ["a number above the maximum", { type: "integer", maximum: 10 }, 11, "too-large", 10],
    ["a number on the edge", { type: "integer", minimum: 1, maximum: 1 }, 1, undefined],
    ["a text that is too short", { minLength: 2 }, "a", "too-short", 2],
    ["a text that is too long", { maxLength: 2 }, "abc", "too-long", 2],
    ["four rare characters of two units each", { maxLength: 4 }, "𠮷𠮷𠮷𠮷", undefined],
    ["a text off the pattern", { pattern: "[0-9]{4}" }, "12345", "pattern"],
    ["a text on the pattern", { pattern: "[0-9]{4}" }, "1234", undefined],
    ["a text under a broken pattern", { pattern: "[" }, "1234", undefined],
    ["a choice", { type: "choice", choices: [{ code: "a", labels: { en: "A" } }] }, "a", undefined],
    ["no choice", { type: "choice", choices: [{ code: "a", labels: { en: "A" } }] }, "b", "enum"],
    ["a day", { type: "date" }, "2028-02-29", undefined],
    ["a day that never was", { type: "date" }, "2027-02-29", "format"],
    ["a day in words", { type: "date" }, "tomorrow", "format"],
    ["a telephone number", { type: "phone" }, "+86 138-0013 8000", undefined],
    ["no telephone number", { type: "phone" }, "call me", "format"],
    ["an e-mail address", { type: "email" }, "wang.li@example.com.cn", undefined],
    ["no e-mail address", { type: "email" }, "wang.li@example", "format"],
    ["a type of tomorrow", { type: "colour", maxLength: 3 }, "blue", "too-long", 3],
  ])("given %s", (_, rule, value, code, limit) => {
    const params = limit === undefined ? {} : { params: { limit } };
    const expected = code === undefined ? [] : [{ pointer: "/customFields/field", code, ...params }];
    expect(faultsOf(rule, value)).toEqual(expected);
  });
});

describe("for any input", () => {
  const anyValue = oneof(string(), string({ unit: "grapheme" }), double(), constantFrom(true, false, null));
  const types = [
    "text",
    "longText",
    "integer",
    "number",
    "boolean",
    "date",
    "choice",
    "phone",
    "email",
    "colour",
  ];

  test("the answer is the same twice, and there is at most one fault a field", () => {
    const check = property(dictionary(string(), anyValue), constantFrom(...types), (values, type) => {
      const descriptors = Object.keys(values).map((name) => field({ name, type, minLength: 1, maximum: 5 }));
      const faults = validateFields(descriptors, values);
      expect(validateFields(descriptors, values)).toEqual(faults);
      expect(new Set(faults.map(({ pointer }) => pointer)).size).toBe(faults.length);
    });
    assert(check);
  });

  // The server checks bodies against the document with these, so a form that agrees with them is never surprised.
  test.each([
    ["email", (text: string) => (fullFormats.email as RegExp).test(text)],
    ["date", (text: string) => (fullFormats.date as { validate: (text: string) => boolean }).validate(text)],
  ])("the format %s is that of a JSON Schema validator", (format, valid) => {
    const parts = constantFrom(
      "a",
      "Z",
      "9",
      "@",
      ".",
      "-",
      "_",
      "example.com",
      "2024",
      "-02",
      "-29",
      "-30",
      "é",
      "+",
    );
    const texts = oneof(string(), textOf(parts));
    assert(
      property(texts, (text) => {
        if (text.trim() === "") return;
        expect(validateValue(text, { type: format }, "").length === 0).toBe(valid(text));
      }),
      { numRuns: 2000 },
    );
  });

  test("a telephone number is what the pattern of the document takes", () => {
    const digits = textOf(constantFrom("+", "0", "8", " ", "(", ")", "-", "a"));
    assert(
      property(digits, (text) => {
        if (text.trim() === "") return;
        expect(validateValue(text, { type: "phone" }, "").length === 0).toBe(
          new RegExp(phonePattern).test(text),
        );
      }),
    );
  });
});
