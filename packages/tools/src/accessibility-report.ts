import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "yaml";
import { page, section, table } from "./manifest/markdown.ts";
import { type RunResult, root } from "./repo.ts";

const verdicts = ["supports", "supports partly", "not applicable", "not evaluated"] as const;

interface Criterion {
  readonly id: string;
  readonly level: "A" | "AA";
  readonly title: string;
  readonly verdict: (typeof verdicts)[number];
  /** Names of tests. */
  readonly by?: readonly string[];
  readonly note?: string;
}

interface Test {
  readonly file: string;
  /** As it stands in the file: a template keeps its placeholders. */
  readonly name: string;
}

interface Findings {
  readonly tests: Readonly<Record<string, Test>>;
  readonly gaps: readonly string[];
  readonly criteria: readonly Criterion[];
}

const source = join(root, "test/accessibility/wcag.yaml");
const target = join(root, "packages/elements/docs/accessibility.md");

/** WCAG 2.2 has 55 criteria of the levels A and AA. */
const criteriaOfWcag = 55;

/** The published page of conformance with WCAG 2.2. Fails where it would claim what no test shows. */
export async function generateAccessibilityReport(check: boolean): Promise<RunResult> {
  const findings = parse(readFileSync(source, "utf8")) as Findings;
  const faults = faultsOf(findings);
  if (faults.length > 0) return { code: 1, output: `${relative(root, source)}:\n${faults.join("\n")}\n` };
  const made = report(findings);
  if (!check) writeFileSync(target, made);
  else if (!existsSync(target) || readFileSync(target, "utf8") !== made)
    return { code: 1, output: `${relative(root, target)} differs from what the tests show.\n` };
  return { code: 0, output: "" };
}

/** What the findings claim without ground. */
export function faultsOf({ tests, criteria }: Findings, read = sourceOf): string[] {
  const ids = new Set(criteria.map(({ id }) => id));
  const used = new Set(criteria.flatMap(({ by = [] }) => by));
  return [
    ...(ids.size === criteriaOfWcag && criteria.length === criteriaOfWcag
      ? []
      : [`There are ${ids.size} criteria, each to be named once, of ${criteriaOfWcag}.`]),
    ...criteria.flatMap(({ id, verdict, by = [], note }) => [
      ...(verdicts.includes(verdict) ? [] : [`${id}: "${verdict}" is no verdict.`]),
      ...(verdict.startsWith("supports") && by.length === 0 ? [`${id}: no test shows it.`] : []),
      ...(verdict !== "supports" && !note ? [`${id}: "${verdict}" needs a reason.`] : []),
      ...by.filter((name) => !tests[name]).map((name) => `${id}: there is no test ${name}.`),
    ]),
    ...Object.entries(tests).flatMap(([key, { file, name }]) => [
      ...(used.has(key) ? [] : [`${key} shows nothing.`]),
      ...(hasTest(read(file), name) ? [] : [`${key}: ${file} has no test “${name}”.`]),
    ]),
  ];
}

function sourceOf(file: string): string {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** Whether a test of that name is called, and not only spoken of. */
function hasTest(text: string, name: string): boolean {
  return ['"', "`"].some((quote) => {
    const [before = "", after = ""] = text.split(`${quote}${name}${quote}`);
    return before.trimEnd().endsWith("(") && after.startsWith(",");
  });
}

function report({ tests, gaps, criteria }: Findings): string {
  const count = (verdict: string) => criteria.filter((one) => one.verdict === verdict).length;
  return page(
    "# Accessibility",
    "How the elements stand to the Web Content Accessibility Guidelines 2.2, levels A and AA. Each claim names the tests that show it; this page is published from a run in which all of them have passed.",
    table(
      ["verdict", "criteria"],
      verdicts.map((verdict) => [verdict, String(count(verdict))]),
    ),
    section("What is not known", gaps.map((gap) => `- ${gap}`).join("\n")),
    section(
      "Criterion by criterion",
      table(
        ["criterion", "level", "verdict", "shown by", ""],
        criteria.map(({ id, level, title, verdict, by = [], note = "" }) => [
          `${id} ${title}`,
          level,
          verdict,
          by.map((name) => `[${name}](#tests)`).join(", "),
          note,
        ]),
      ),
    ),
    section(
      "Tests",
      table(
        ["", "test", "in"],
        Object.entries(tests).map(([key, { file, name }]) => [key, name, `\`${file}\``]),
      ),
    ),
  );
}
