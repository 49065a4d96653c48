import { expect, it } from "vitest";
import { choicesOf } from "./manifest.ts";
import { table } from "./markdown.ts";
import { withOverview } from "./overview.ts";
import { handlerName } from "./react.ts";

it.each([
  ['"full" | "compact"', ["full", "compact"]],
  ['"light" | "dark" | null', ["light", "dark"]],
  ['ClientOptions["auth"] | null', []],
  ["string | null", []],
])("the choices of %s are known", (text, choices) => {
  expect(choicesOf({ name: "variant", type: { text } })).toEqual(choices);
});

it("a handler is named after its event without the prefix", () => {
  expect(["crm-request-select", "crm-error", "change"].map(handlerName)).toEqual([
    "onRequestSelect",
    "onError",
    "onChange",
  ]);
});

it("a bar or a line's end within a cell ends neither cell nor row", () => {
  expect(table(["type"], [["`a | b`\n c"]])).toBe("| type |\n| --- |\n| `a \\| b` c |");
});

it("a README without a place for the elements is refused", () => {
  expect(() => withOverview("# Elements", [])).toThrow("The README has lost");
});
