import { describe, expect, it } from "vitest";
import { listings } from "./new-element/listings.ts";
import { namesOf, whyRefused } from "./new-element/names.ts";

describe("The name of a new element", () => {
  it.each([
    ["nothing", []],
    ["what a script left undefined", ["undefined"]],
    ["several words", ["order", "milestones"]],
    ["the prefix with it", ["crm-order"]],
    ["capitals", ["OrderMilestones"]],
    ["underscores", ["order_milestones"]],
    ["a hyphen too many", ["order--milestones"]],
    ["digits, which no tag of ours has", ["order2"]],
  ])("is not %s", (_, args) => {
    expect(whyRefused(args)).toMatch(/npm run new-element [a-z]+/);
  });

  it("is one or more words in lower case", () => {
    expect(whyRefused(["order"])).toBeUndefined();
    expect(whyRefused(["order-milestones"])).toBeUndefined();
  });

  it("comes into every place in the form of that place", () => {
    const text = 'import { CrmNewElement, newElementView } from "./new-element.js"; // New element';
    expect(namesOf("order-milestones").insert(text)).toBe(
      'import { CrmOrderMilestones, orderMilestonesView } from "./order-milestones.js"; // Order milestones',
    );
  });
});

describe("A list of elements", () => {
  const all = listings.find(({ file }) => file.endsWith("/all.ts"));
  const text = [
    "/** Every class. */",
    'import { CrmRating } from "./rating/rating.js";',
    "",
    "export const elements = {",
    "  rating: CrmRating,",
    "};",
    "",
  ].join("\n");

  it.each([
    ["order", 'export const elements = {\n  "order": CrmOrder,\n  rating: CrmRating,\n};\n'],
    ["survey", 'export const elements = {\n  rating: CrmRating,\n  "survey": CrmSurvey,\n};\n'],
  ])("takes <crm-%s> in its place, and an import below what is said of the file", (name, list) => {
    const added = all?.add(text, namesOf(name));
    expect(added).toContain(list);
    expect(added).toMatch(/^\/\*\* Every class\. \*\/\nimport \{ Crm\w+ \}/);
  });

  it("that is not there is told of", () => {
    expect(() => all?.add("", namesOf("order"))).toThrow("export const elements");
  });
});
