import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findViolations } from "./check-directions.ts";

const trees: string[] = [];

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true });
});

/** The reasons found in a tree of the given files. */
function reasons(files: Record<string, string>): string[] {
  const tree = mkdtempSync(join(tmpdir(), "directions-"));
  trees.push(tree);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return findViolations(tree).map(({ where, why }) => `${where} ${why}`);
}

describe("a tree that keeps to the arrows", () => {
  it("has no violation", () => {
    expect(
      reasons({
        "README.md": "",
        ".npmrc": "",
        "packages/contract/src/index.ts": 'export * from "./types.js";',
        "packages/sdk/src/index.ts":
          'import type { Customer } from "@portico/contract";\nimport ky from "ky";',
        "packages/elements/src/card/card.ts":
          'import { Base } from "../internal/base.js";\nimport "./card.styles.js";',
        "packages/elements/src/card/card.test.ts": 'import "../define/card.js";',
        "packages/elements/src/internal/test/fixture.ts": 'import "../../define/card.js";',
        "packages/elements/src/define/card.ts": 'import { Card } from "../card/card.js";',
        "packages/elements/src/internal/base.ts": 'import { createClient } from "@portico/sdk";',
        "packages/elements/web-test-runner.config.js":
          'import { chromiumPath } from "../tools/src/browsers.ts";',
        "packages/server/src/index.ts":
          'import { nps } from "@portico/analytics";\nimport type { Problem } from "@portico/contract";',
        "packages/adapters/src/index.ts": 'import type { Store } from "@portico/server";',
        "stories/card.stories.ts": 'import "@portico/elements/define/card";',
        "test/portal.test.ts": 'import { serve } from "@portico/server";',
      }),
    ).toEqual([]);
  });
});

describe("a violation is found when", () => {
  const forbidden: [rule: string, file: string, source: string, why: RegExp][] = [
    [
      "the contract imports the SDK",
      "packages/contract/src/a.ts",
      'import "@portico/sdk";',
      /contract must not import sdk/,
    ],
    [
      "the SDK imports elements",
      "packages/sdk/src/a.ts",
      'import x from "@portico/elements";',
      /sdk must not import elements/,
    ],
    [
      "elements import the server",
      "packages/elements/src/a.ts",
      'import x from "@portico/server";',
      /elements must not import server/,
    ],
    [
      "an import is of types alone",
      "packages/elements/src/a.ts",
      'import type { X } from "@portico/server";',
      /elements must not import server/,
    ],
    [
      "an import is lazy",
      "packages/elements/src/a.ts",
      'const x = await import("@portico/server");',
      /elements must not import server/,
    ],
    [
      "the server imports the SDK",
      "packages/server/src/a.ts",
      'export { x } from "@portico/sdk/validation";',
      /server must not import sdk/,
    ],
    [
      "analytics import anything",
      "packages/analytics/src/a.ts",
      'import "@portico/contract";',
      /no other package/,
    ],
    [
      "the kit imports the server",
      "packages/conformance/src/a.ts",
      'import "@portico/server";',
      /conformance must not import server/,
    ],
    [
      "a story imports the server",
      "stories/a.stories.ts",
      'import "@portico/server";',
      /stories must not import server/,
    ],
    [
      "product code imports the tools",
      "packages/sdk/src/a.ts",
      'import "../../tools/src/repo.ts";',
      /sdk must not import tools/,
    ],
    [
      "a package is reached by path",
      "packages/sdk/src/a.ts",
      'import "../../contract/src/index.js";',
      /imported by name/,
    ],
    [
      "elements import each other",
      "packages/elements/src/card/card.ts",
      'import "../gauge/gauge.js";',
      /elements never import each other/,
    ],
    [
      "an element defines another",
      "packages/elements/src/card/card.ts",
      'import "../define/gauge.js";',
      /elements never import each other/,
    ],
    [
      "shared code imports an element",
      "packages/elements/src/internal/a.ts",
      'import "../card/card.js";',
      /below the elements/,
    ],
    [
      "the SDK touches the document",
      "packages/sdk/src/a.ts",
      "const lang = document.documentElement.lang;",
      /never touches `document`/,
    ],
    [
      "the SDK asks for the window",
      "packages/sdk/src/a.ts",
      "if (globalThis.window) start();",
      /never touches `window`/,
    ],
    ["the top level grows", "notes.md", "", /top level/],
  ];

  it.each(forbidden)("%s", (_rule, file, source, why) => {
    expect(reasons({ [file]: source })).toEqual([expect.stringMatching(why)]);
  });
});

describe("the check", () => {
  it("names file and line", () => {
    const [found] = reasons({ "packages/sdk/src/a.ts": '// a comment\n\nimport "@portico/server";\n' });
    expect(found).toMatch(/^packages\/sdk\/src\/a\.ts:3 /);
  });

  it("does not take comments, strings or properties for imports and globals", () => {
    const source = [
      '/** Instead of `import "@portico/server"` … */',
      '// import "@portico/elements";',
      'const accept = "image/*";',
      'const text = "the document of a window";',
      "event.window; const options = { document: 1 };",
      "const page = `a window`;",
      'const made = `import "@portico/server";`;',
    ].join("\n");
    expect(reasons({ "packages/sdk/src/a.ts": source })).toEqual([]);
  });
});
