import { stages } from "../check.js";
import { escapeMarkup } from "./markup.js";
import type { CheckResult, Report } from "./report.js";

/**
 * The report for a CI server, in the JUnit XML that all of them read: a suite for each stage, a case for each check. A
 * warning counts as passed.
 */
export function toJUnit({ checks, run }: Report): string {
  const suites = stages.flatMap((stage) => {
    const cases = checks.filter((check) => check.stage === stage);
    return cases.length === 0 ? [] : [suite(stage, run.startedAt, cases)];
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", ...suites, "</testsuites>", ""].join(
    "\n",
  );
}

function suite(stage: string, timestamp: string, cases: readonly CheckResult[]): string {
  const count = (wanted: (check: CheckResult) => boolean) => cases.filter(wanted).length;
  const attributes = {
    name: stage,
    timestamp,
    tests: cases.length,
    failures: count(({ outcome }) => outcome === "fail"),
    errors: count(({ outcome }) => outcome === "error"),
    skipped: count(isSkipped),
    time: cases.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000,
  };
  return element("testsuite", attributes, cases.map((check) => testCase(stage, check)).join(""));
}

function testCase(stage: string, check: CheckResult): string {
  const { id, outcome, milliseconds, reason } = check;
  const said = saidOf(check);
  const attributes = { classname: `portico.${stage}`, name: id, time: milliseconds / 1000 };
  const message = said.split("\n")[0] ?? "";
  if (outcome === "fail")
    return element("testcase", attributes, element("failure", { message }, escapeMarkup(said)));
  if (outcome === "error")
    return element("testcase", attributes, element("error", { message }, escapeMarkup(said)));
  if (isSkipped(check))
    return element("testcase", attributes, element("skipped", { message: reason ?? outcome }, ""));
  return element("testcase", attributes, said === "" ? "" : element("system-out", {}, escapeMarkup(said)));
}

const isSkipped = ({ outcome }: CheckResult): boolean =>
  outcome === "not-supported" || outcome === "not-testable";

function saidOf({ reason, violations }: CheckResult): string {
  const lines = violations.flatMap(({ requirement, message, exchanges }) => [
    `${requirement}: ${message}`,
    ...exchanges.slice(-1).map(({ curl }) => curl),
  ]);
  return [...(reason === null ? [] : [reason]), ...lines].join("\n");
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string,
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`,
  );
  return `<${name}${written.join("")}>${content}</${name}>`;
}
