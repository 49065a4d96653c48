import { styleText } from "node:util";
import { type Outcome, outcomes, type Stage, stages } from "../check.js";
import type { CheckResult, Report } from "../report/report.js";
import type { Progress } from "../run.js";
import { capital } from "../verdict.js";

const out = process.stdout;
const marks: Readonly<Record<Outcome, string>> = {
  pass: "✓",
  fail: "✗",
  warn: "!",
  "not-supported": "–",
  "not-testable": "?",
  error: "⚠",
};
const colours = {
  pass: "green",
  fail: "red",
  warn: "yellow",
  "not-supported": "gray",
  "not-testable": "gray",
  error: "magenta",
} as const;

const paint = (outcome: Outcome, text: string): string => styleText(colours[outcome], text, { stream: out });
const faint = (text: string): string => styleText("dim", text, { stream: out });
const bold = (text: string): string => styleText("bold", text, { stream: out });

/** Shows on one line how far the run is; where nobody watches, it says nothing until the end. */
export function progressLine(): (progress: Progress) => void {
  let total = 0;
  let finished = 0;
  const show = (text: string) => {
    if (out.isTTY) out.write(`\r\u001b[2K${text}`);
  };
  return (progress) => {
    if (progress.kind === "begun") total = progress.checks;
    if (progress.kind === "finished") finished += 1;
    const done = `${String(finished).padStart(String(total).length)} of ${total}`;
    if (progress.kind === "started") show(faint(`  ${done}  ${progress.id}`));
    if (progress.kind === "cleaning") show(faint(`  removing ${progress.things} things`));
    if (progress.kind === "finished" && finished === total) show("");
  };
}

/** The report for the eyes of a developer: a line for each stage, what is wrong in full, and the verdict. */
export function printReport(
  report: Report,
  howToReplay: (check: string, path: string | null) => string,
): void {
  const { backend, run, checks, verdict, leftovers } = report;
  if (out.isTTY) out.write("\r\u001b[2K");
  const version = backend.version === null ? "" : ` ${backend.version}`;
  const lines = [
    bold(`${backend.name}${version}`) + faint(`  ${backend.url}`),
    faint(`${run.mode}, trying for ${capital(run.level)}, seed ${run.seed}, run ${run.id}`),
    "",
    ...stages.flatMap((stage) => stageLine(stage, checks)),
    "",
    ...checks.flatMap((check) => details(check, howToReplay)),
    ...obstaclesNotShown(report),
    ...(leftovers.length > 0 ? [faint(leftoverLine(report)), ""] : []),
    `${paint(verdict.conforms ? "pass" : "fail", bold(verdict.sentence))} ${faint(figures(report))}`,
  ];
  console.log(lines.join("\n"));
}

function stageLine(stage: Stage, checks: readonly CheckResult[]): string[] {
  const ofStage = checks.filter((check) => check.stage === stage);
  if (ofStage.length === 0) return [];
  const counted = outcomes.flatMap((outcome) => {
    const count = ofStage.filter((check) => check.outcome === outcome).length;
    return count === 0 ? [] : [paint(outcome, `${marks[outcome]} ${count} ${outcome}`)];
  });
  return [`  ${stage.padEnd(13)} ${counted.join("  ")}`];
}

function details(check: CheckResult, howToReplay: (check: string, path: string | null) => string): string[] {
  const { id, title, outcome, reason, violations } = check;
  if (outcome === "pass" || outcome === "not-supported") return [];
  const head = `${paint(outcome, marks[outcome])} ${bold(id)}  ${title}`;
  if (violations.length === 0) return [head, `    ${faint(reason ?? "")}`, ""];
  const said = violations.flatMap(({ requirement, message, replay, exchanges }) => [
    `    ${paint(outcome, requirement)} ${message}`,
    ...exchanges.slice(-1).map(({ curl }) => `    ${faint(curl)}`),
    `    ${faint(howToReplay(replay.case, replay.path))}`,
  ]);
  return [head, ...said, ""];
}

/** What no check shows above, such as a profile that is missing. */
const obstaclesNotShown = ({ verdict }: Report): string[] =>
  verdict.obstacles.filter((obstacle) => !obstacle.startsWith("CRM-")).flatMap((obstacle) => [obstacle, ""]);

const leftoverLine = ({ leftovers, run }: Report): string =>
  `${leftovers.length} things marked kit:${run.id} stay, since the contract removes no customers, requests or log entries.`;

function figures({ counts, run }: Report): string {
  const counted = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcome}`);
  return `${counted.join(", ")}; ${run.requests} requests in ${(run.milliseconds / 1000).toFixed(1)} s`;
}
