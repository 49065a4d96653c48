/// <reference types="vite/client" />
import { basename } from "node:path";
import { expect } from "vitest";
import { setGlobals } from "../../packages/tools/src/storybook.ts";
import { declarations, isTried, StoryPage, test as storyTest } from "../support/storybook.ts";
import type { KeyboardCases } from "./keyboard/case.ts";
import { KeyboardUser } from "./keyboard-user.ts";

const modules = import.meta.glob<{ readonly table: KeyboardCases }>(
  ["./keyboard/*.ts", "!./keyboard/case.ts"],
  { eager: true },
);

/** What is done for each row of an element's table, by its tag: a file for each element. */
const tables = Object.fromEntries(
  Object.entries(modules).map(([file, { table }]) => [`crm-${basename(file, ".ts")}`, table]),
);

/** Tall, so that nothing scrolls while the focus moves. */
const viewport = { width: 1200, height: 3000 };

const test = storyTest.extend("stories", { scope: "test" }, async ({ arrive, storybook }) =>
  StoryPage.open(await arrive({ viewport }), storybook),
);

test("Every element's doc comment has a keyboard table, and every row of it is executed", async () => {
  const declared = [...(await declarations())].map(([tag, { keyboard }]) => [
    tag,
    keyboard.map(rowOf).sort(),
  ]);
  const executed = Object.entries(tables).map(([tag, cases]) => [tag, Object.keys(cases).sort()]);
  expect(Object.fromEntries(executed)).toEqual(Object.fromEntries(declared));
});

for (const [tag, cases] of Object.entries(tables).filter(([tag]) => isTried(tag))) {
  test(`Keys do in <${tag}> what its keyboard table says`, async ({ stories }) => {
    const user = new KeyboardUser(stories.page);
    const failures: Record<string, unknown> = {};
    for (const [row, { stories: names, rtl = false, act }] of Object.entries(cases)) {
      await setGlobals(stories.page, { direction: rtl ? "rtl" : "ltr" });
      for (const name of names) {
        for (const key of keysOf(row)) {
          await stories.renew(tag, name);
          await act(user, key).catch((error) => {
            failures[`${row}, pressing ${key} in ${name}`] = messageOf(error);
          });
        }
      }
    }
    expect(failures).toEqual({});
  });
}

/** What stands before the dash: the keys and the control. */
function rowOf(line: string): string {
  return line.split(" - ", 1)[0] ?? line;
}

function keysOf(row: string): string[] {
  return /^\{(.+?)\}/.exec(row)?.[1]?.split("|") ?? [];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
