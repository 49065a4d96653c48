import { type Outcome, outcomes, stages } from "../check.js";
import { capital } from "../verdict.js";
import { style } from "./html-style.js";
import { escapeMarkup } from "./markup.js";
import type { CheckResult, RecordedExchange, Report, RequirementResult, ViolationResult } from "./report.js";

/** The report as one page that needs nothing else: no script, no font, no picture from elsewhere. */
export function toHtml(report: Report): string {
  const { backend, kit, verdict, checks, requirements } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(backend.name)}: ${escapeMarkup(verdict.sentence)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="soft">Portico conformance ${escapeMarkup(kit.version)}, contract ${escapeMarkup(kit.contractVersion)}</p>
<h1 class="${verdict.conforms ? "pass" : "fail"}">${verdict.conforms ? signs.pass : signs.fail} ${escapeMarkup(verdict.sentence)}</h1>
<p class="backend">${escapeMarkup(`${backend.name} ${backend.version ?? ""}`)} <span class="soft">${escapeMarkup(backend.url)}</span></p>
${tally(checks)}
${facts(report)}
</header>
<main>
${obstacles(report)}
${findings(checks)}
${section("Checks", stages.map((stage) => stageTable(stage, checks)).join(""))}
${section("Requirements", requirementTables(requirements))}
${leftovers(report)}
</main>
</body>
</html>
`;
}

const signs: Readonly<Record<Outcome, string>> = {
  pass: "✓",
  fail: "✗",
  warn: "!",
  "not-supported": "–",
  "not-testable": "?",
  error: "⚠",
};

const mark = (outcome: Outcome): string =>
  `<span class="mark ${outcome}"><span aria-hidden="true">${signs[outcome]}</span> ${outcome}</span>`;

const section = (heading: string, content: string): string =>
  content === "" ? "" : `<section><h2>${heading}</h2>${content}</section>`;

/** How many of each outcome, as words and as the parts of a bar. */
function tally(of: readonly { readonly outcome: Outcome }[]): string {
  const counted = countByOutcome(of);
  const parts = counted.map(
    ([outcome, count]) => `<span class="${outcome}" style="flex-grow: ${count}"></span>`,
  );
  const items = counted.map(
    ([outcome, count]) =>
      `<li class="${outcome}"><span aria-hidden="true">${signs[outcome]}</span> <strong>${count}</strong> ${outcome}</li>`,
  );
  return `<div class="bar" aria-hidden="true">${parts.join("")}</div><ul class="counts">${items.join("")}</ul>`;
}

const countByOutcome = (of: readonly { readonly outcome: Outcome }[]): (readonly [Outcome, number])[] =>
  outcomes
    .map((outcome) => [outcome, of.filter((each) => each.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0);

function facts({ run, backend }: Report): string {
  const pairs = [
    ["Tried for", capital(run.level)],
    ["Mode", run.mode],
    ["Profiles", backend.profiles.join(", ")],
    ["Seed", String(run.seed)],
    ["Run", run.id],
    ["Begun", run.startedAt.replace("T", " ").replace(/\.\d+Z$/, " UTC")],
    ["Took", `${(run.milliseconds / 1000).toFixed(1)} s`],
    ...(run.only.length > 0 ? [["Limited to", run.only.join(", ")] as const] : []),
  ] as const;
  const items = pairs.map(([term, text]) => `<div><dt>${term}</dt><dd>${escapeMarkup(text)}</dd></div>`);
  return `<dl>${items.join("")}</dl>`;
}

function obstacles({ verdict, run }: Report): string {
  const items = verdict.obstacles.map((obstacle) => `<li>${prose(obstacle)}</li>`);
  const list = items.length === 0 ? "" : `<ul>${items.join("")}</ul>`;
  return section(`What stands between this backend and ${capital(run.level)}`, list);
}

const findings = (checks: readonly CheckResult[]): string =>
  section(
    "Findings",
    checks
      .filter(({ violations, outcome }) => violations.length > 0 || outcome === "error")
      .map(finding)
      .join(""),
  );

const finding = ({
  id,
  title,
  outcome,
  reason,
  violations,
}: CheckResult): string => `<article class="${outcome}">
<h3>${prose(title)}</h3>
<p class="soft">${mark(outcome)} ${escapeMarkup(id)}</p>
${reason === null ? "" : `<pre>${escapeMarkup(reason)}</pre>`}${violations.map(violation).join("")}
</article>`;

const violation = ({ requirement, message, replay, exchanges }: ViolationResult): string => `<div>
<p><strong>${requirement}</strong> ${escapeMarkup(message)}</p>
${exchanges.map((each, at) => exchange(each, at === exchanges.length - 1)).join("")}
<pre>npx portico-conformance replay report.json --case ${escapeMarkup(replay.case)}${replay.path === null ? "" : ` --path ${escapeMarkup(replay.path)}`}</pre>
</div>`;

/** The last of a finding's exchanges is the one that shows it. */
const exchange = (
  { caller, request, response, failure, curl }: RecordedExchange,
  isOpen: boolean,
): string => `<details${isOpen ? " open" : ""}>
<summary>${escapeMarkup(request.method)} ${escapeMarkup(request.target)} as ${escapeMarkup(caller)}: ${response ? response.status : escapeMarkup(failure ?? "")}</summary>
<pre>${escapeMarkup(curl)}</pre>
${response ? `<pre>${escapeMarkup([`HTTP ${response.status}`, ...headerLines(response.headers), "", response.body].join("\n"))}</pre>` : ""}
</details>`;

const headerLines = (headers: Readonly<Record<string, string>>): string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

/** A table that is open where it shows something besides passes. */
function table(
  name: string,
  rows: readonly { readonly outcome: Outcome }[],
  heads: readonly string[],
  body: string,
): string {
  if (rows.length === 0) return "";
  const isOpen = rows.some(({ outcome }) => outcome !== "pass");
  const counted = countByOutcome(rows).map(
    ([outcome, count]) => `<span class="${outcome}">${count} ${outcome}</span>`,
  );
  return `<details class="group"${isOpen ? " open" : ""}>
<summary><strong>${name}</strong> ${counted.join(" ")}</summary>
<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>${body}</tbody></table>
</details>`;
}

function stageTable(stage: string, checks: readonly CheckResult[]): string {
  const rows = checks.filter((check) => check.stage === stage);
  return table(capital(stage), rows, ["Check", "Requirements", "Outcome"], rows.map(checkRow).join(""));
}

const checkRow = ({ id, title, requirements, outcome, reason }: CheckResult): string =>
  `<tr><td>${prose(title)}<span class="soft">${escapeMarkup(id)}</span></td><td class="soft">${requirements.join("<br>")}</td><td>${mark(outcome)}${reason === null || outcome === "error" ? "" : `<span class="soft">${escapeMarkup(reason)}</span>`}</td></tr>`;

function requirementTables(requirements: readonly RequirementResult[]): string {
  const profiles = [...new Set(requirements.map(({ profile }) => profile))];
  return profiles
    .map((profile) => {
      const rows = requirements.filter((each) => each.profile === profile);
      return table(
        capital(profile),
        rows,
        ["Requirement", "Level", "Outcome"],
        rows.map(requirementRow).join(""),
      );
    })
    .join("");
}

const requirementRow = ({ id, keyword, level, text, outcome }: RequirementResult): string =>
  `<tr><td>${prose(text)}<span class="soft">${id} ${keyword}</span></td><td>${capital(level)}</td><td>${mark(outcome)}</td></tr>`;

function leftovers({ leftovers: left, run }: Report): string {
  if (left.length === 0) return "";
  const rows = left.map(
    ({ operation, count, why }) =>
      `<tr><td>${count}</td><td>${operation}</td><td>${escapeMarkup(why)}</td></tr>`,
  );
  const heads = `<tr><th scope="col">Count</th><th scope="col">Made by</th><th scope="col">Why it stays</th></tr>`;
  return section(
    "Left behind",
    `<p>Everything is marked <code>kit:${escapeMarkup(run.id)}</code>.</p><table class="short"><thead>${heads}</thead><tbody>${rows.join("")}</tbody></table>`,
  );
}

/** Text in which a code span is written in backticks. */
const prose = (text: string): string => escapeMarkup(text).replaceAll(/`([^`]+)`/g, "<code>$1</code>");
