import { styleText } from "node:util";
import { type Outcome, outcomes, type Stage, stages } from "../check.js";
import type { CheckResult, Report } from "../report/report.js";
import type { Progress } from "../run.js";
import { capital } from "../verdict.js";
import { wrap } from "./wrap.js";

const out = process.stdout;
const clearLine = "\r\u001b[2K";
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
  if (!out.isTTY) return () => undefined;
  let total = 0;
  let finished = 0;
  const show = (text: string) => out.write(clearLine + faint(text.slice(0, out.columns - 1)));
  return (progress) => {
    if (progress.kind === "begun") total = progress.checks;
    if (progress.kind === "finished") finished += 1;
    if (progress.kind === "started")
      show(`  ${String(finished).padStart(String(total).length)} of ${total}  ${progress.id}`);
    if (progress.kind === "cleaning") show(`  removing ${progress.things} things`);
  };
}

/** The report for the eyes of a developer: a line for each stage, what is wrong in full, and the verdict. */
export function printReport(
  report: Report,
  written: { readonly file: string; readonly folder: string },
): void {
  if (out.isTTY) out.write(clearLine);
  console.log(
    [...heading(report), ...found(report, written.file), ...verdict(report, written.folder)].join("\n"),
  );
}

const heading = ({ backend, run, checks }: Report): string[] => [
  "",
  `${bold([backend.name, backend.version ?? ""].join(" ").trim())}  ${faint(backend.url)}`,
  faint(`${run.mode}, trying for ${capital(run.level)}, seed ${run.seed}, run ${run.id}`),
  "",
  ...stages.flatMap((stage) => stageLine(stage, checks)),
  "",
];

function stageLine(stage: Stage, checks: readonly CheckResult[]): string[] {
  const ofStage = checks.filter((check) => check.stage === stage);
  if (ofStage.length === 0) return [];
  const counted = outcomes.flatMap((outcome) => {
    const count = ofStage.filter((check) => check.outcome === outcome).length;
    return count === 0 ? [] : [paint(outcome, `${marks[outcome]} ${String(count).padStart(3)} ${outcome}`)];
  });
  return [`  ${stage.padEnd(13)}${counted.join("   ")}`];
}

function found({ checks }: Report, file: string): string[] {
  const broken = checks.filter(({ violations }) => violations.length > 0);
  return [
    ...broken.flatMap((check) => finding(check, file)),
    ...(broken.length > 0
      ? [faint("Replay takes the tokens of the run: the same options, or TOKEN_A and so on."), ""]
      : []),
    ...checks.filter(({ outcome }) => outcome === "error").flatMap(failureOfTheKit),
    ...notTestable(checks),
  ];
}

const mostShown = 3;

function finding({ id, title, outcome, violations }: CheckResult, file: string): string[] {
  const shown = violations.slice(0, mostShown);
  const more = violations.length - shown.length;
  const said = shown.flatMap(({ requirement, message, exchanges }) => [
    ...wrap(`${requirement}  ${message}`, "  ").map((line) =>
      line.replace(requirement, paint(outcome, requirement)),
    ),
    ...exchanges.slice(-1).map(({ curl }) => `    ${faint(curl)}`),
  ]);
  const commands = new Set(shown.map(({ replay }) => replayCommand(file, replay)));
  return [
    `${paint(outcome, marks[outcome])} ${bold(id)}`,
    ...wrap(title, "  ").map(faint),
    ...said,
    ...(more > 0 ? [`  and ${more} more like this in the report`] : []),
    ...[...commands].map((command) => `    ${faint(command)}`),
    "",
  ];
}

function replayCommand(file: string, replay: { case: string; path: string | null }): string {
  const report = /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
  const path = replay.path === null ? "" : ` --path ${replay.path}`;
  return `npx portico-conformance replay ${report} --case ${replay.case}${path}`;
}

const failureOfTheKit = ({ id, reason }: CheckResult): string[] => [
  `${paint("error", marks.error)} ${bold(id)}  the kit itself failed`,
  ...(reason ?? "").split("\n").map((line) => `    ${faint(line.trim())}`),
  "",
];

/** By reason: one missing token keeps many checks from being tried. */
function notTestable(checks: readonly CheckResult[]): string[] {
  const untried = checks.filter(({ outcome }) => outcome === "not-testable");
  const reasons = [...new Set(untried.map(({ reason }) => reason))];
  return reasons.flatMap((reason) => {
    const ids = untried.filter((check) => check.reason === reason).map(({ id }) => id);
    return [
      ...wrap(`${marks["not-testable"]} Not testable: ${reason}`, "", "  "),
      ...wrap(shortList(ids), "    ").map(faint),
      "",
    ];
  });
}

const mostListed = 8;

const shortList = (items: readonly string[]): string =>
  items.length <= mostListed
    ? items.join(", ")
    : `${items.slice(0, mostListed).join(", ")} and ${items.length - mostListed} more`;

function verdict(report: Report, folder: string): string[] {
  const { verdict: of, counts, run } = report;
  const counted = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcome}`);
  const took = `${(run.milliseconds / 1000).toFixed(1)} s`;
  return [
    // What no check shows above, such as a profile that is missing.
    ...of.obstacles.filter((obstacle) => !obstacle.startsWith("CRM-")).flatMap((obstacle) => wrap(obstacle)),
    ...leftBehind(report)
      .flatMap((line) => wrap(line))
      .map(faint),
    faint(`Reports are in ${folder}.`),
    "",
    `${paint(of.conforms ? "pass" : "fail", bold(of.sentence))}`,
    faint(`${counted.join(", ") || "nothing was tried"} in ${took}`),
  ];
}

function leftBehind({ leftovers, run }: Report): string[] {
  const count = (final: boolean) =>
    leftovers.filter((each) => each.final === final).reduce((sum, each) => sum + each.count, 0);
  const [kept, missed] = [count(true), count(false)];
  return [
    ...(kept > 0
      ? [`${kept} things marked kit:${run.id} stay, since the contract has no way to remove them.`]
      : []),
    ...(missed > 0 ? [`${missed} things could not be removed; \`clean --run ${run.id}\` tries again.`] : []),
  ];
}
