import { expect, test } from "vitest";
import { wrap } from "./wrap.js";

test("text is broken at its spaces, later lines further in, and a long word stays whole", () => {
  const lines = wrap(`${"word ".repeat(30)}${"x".repeat(120)}`, "  ", "    ");
  expect(lines[0]).toMatch(/^ {2}word( word)*$/);
  expect(lines.slice(1).every((line) => /^ {4}\S/.test(line))).toBe(true);
  expect(lines.slice(0, -1).every((line) => line.length <= 100)).toBe(true);
  expect(lines.at(-1)).toBe(`    ${"x".repeat(120)}`);
  expect(wrap("short")).toEqual(["short"]);
});
