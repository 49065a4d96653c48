import { outcomes, stages } from "../check.js";
import { capital } from "../verdict.js";
import { style } from "./html-style.js";
import { escapeMarkup } from "./markup.js";
import type { CheckResult, RecordedExchange, Report, RequirementResult, ViolationResult } from "./report.js";

/** The report as one page that needs nothing else: no script, no font, no picture from elsewhere. */
export function toHtml(report: Report): string {
  const { backend, run, verdict } = report;
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
<p class="kit">Portico conformance ${escapeMarkup(report.kit.version)}, contract ${escapeMarkup(report.kit.contractVersion)}</p>
<h1 class="${verdict.conforms ? "pass" : "fail"}">${escapeMarkup(verdict.sentence)}</h1>
${facts([
  ["Backend", `${backend.name} ${backend.version ?? ""}`.trim()],
  ["Address", backend.url],
  ["Tried for", capital(run.level)],
  ["Mode", run.mode],
  ["Seed", String(run.seed)],
  ["Run", `${run.id}, ${run.startedAt}`],
  ["Took", `${(run.milliseconds / 1000).toFixed(1)} s, ${run.requests} requests`],
])}
${counts(report)}
</header>
<main>
${obstacles(report)}
${findings(report)}
${stages.map((stage) => stageTable(stage, report.checks)).join("")}
${requirementTable(report.requirements)}
${leftovers(report)}
</main>
</body>
</html>
`;
}

const facts = (pairs: readonly (readonly [string, string])[]): string =>
  `<dl class="facts">${pairs.map(([term, text]) => `<div><dt>${term}</dt><dd>${escapeMarkup(text)}</dd></div>`).join("")}</dl>`;

const counts = ({ counts: of }: Report): string =>
  `<ul class="counts">${outcomes
    .filter((outcome) => of[outcome] > 0)
    .map((outcome) => `<li class="${outcome}"><strong>${of[outcome]}</strong> ${outcome}</li>`)
    .join("")}</ul>`;

function obstacles({ verdict, run }: Report): string {
  if (verdict.obstacles.length === 0) return "";
  const items = verdict.obstacles.map((obstacle) => `<li>${prose(obstacle)}</li>`).join("");
  return `<section><h2>What stands between this backend and ${capital(run.level)}</h2><ul>${items}</ul></section>`;
}

function findings({ checks }: Report): string {
  const broken = checks.filter(
    ({ outcome }) => outcome === "fail" || outcome === "warn" || outcome === "error",
  );
  if (broken.length === 0) return "";
  return `<section><h2>Findings</h2>${broken.map(finding).join("")}</section>`;
}

const finding = ({ id, title, outcome, reason, violations }: CheckResult): string => `<article>
<h3><span class="mark ${outcome}">${outcome}</span> ${prose(title)}</h3>
<p class="id">${escapeMarkup(id)}</p>
${reason === null ? "" : `<pre>${escapeMarkup(reason)}</pre>`}${violations.map(violation).join("")}
</article>`;

const violation = ({
  requirement,
  message,
  replay,
  exchanges,
}: ViolationResult): string => `<p><strong>${requirement}</strong> ${prose(message)}</p>
${exchanges.map(exchange).join("")}
<pre class="command">npx portico-conformance replay report.json --case ${escapeMarkup(replay.case)}${replay.path === null ? "" : ` --path ${escapeMarkup(replay.path)}`}</pre>`;

const exchange = ({ caller, request, response, failure, curl }: RecordedExchange): string => `<details>
<summary>${escapeMarkup(request.method)} <span class="target">${escapeMarkup(request.target)}</span> as ${escapeMarkup(caller)}: ${response ? response.status : escapeMarkup(failure ?? "")}</summary>
<pre>${escapeMarkup(curl)}</pre>
${response ? `<pre>${escapeMarkup([`HTTP ${response.status}`, ...headerLines(response.headers), "", response.body].join("\n"))}</pre>` : ""}
</details>`;

const headerLines = (headers: Readonly<Record<string, string>>): string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

function stageTable(stage: string, checks: readonly CheckResult[]): string {
  const rows = checks.filter((check) => check.stage === stage);
  if (rows.length === 0) return "";
  return `<section><h2>${capital(stage)}</h2><table>
<thead><tr><th scope="col">Check</th><th scope="col">Requirements</th><th scope="col">Outcome</th></tr></thead>
<tbody>${rows.map(checkRow).join("")}</tbody></table></section>`;
}

const checkRow = ({ id, title, requirements, outcome, reason }: CheckResult): string =>
  `<tr><td>${prose(title)}<span class="id">${escapeMarkup(id)}</span></td><td class="ids">${requirements.join(" ")}</td><td><span class="mark ${outcome}">${outcome}</span>${reason === null || outcome === "error" ? "" : `<span class="why">${escapeMarkup(reason)}</span>`}</td></tr>`;

const requirementTable = (
  requirements: readonly RequirementResult[],
): string => `<section><h2>Requirements</h2><table>
<thead><tr><th scope="col">Requirement</th><th scope="col">Level</th><th scope="col">Outcome</th></tr></thead>
<tbody>${requirements.map(requirementRow).join("")}</tbody></table></section>`;

const requirementRow = ({ id, keyword, profile, level, text, outcome }: RequirementResult): string =>
  `<tr><td>${prose(text)}<span class="id">${id} ${keyword}</span></td><td>${capital(level)}${profile === "core" ? "" : `<span class="why">${profile}</span>`}</td><td><span class="mark ${outcome}">${outcome}</span></td></tr>`;

function leftovers({ leftovers: left, run }: Report): string {
  if (left.length === 0) return "";
  const rows = left.map(
    ({ operation, count, why }) =>
      `<tr><td>${count}</td><td class="id">${operation}</td><td>${escapeMarkup(why)}</td></tr>`,
  );
  return `<section><h2>Left behind</h2><p>Everything is marked <code>kit:${escapeMarkup(run.id)}</code>.</p>
<table><thead><tr><th scope="col">Count</th><th scope="col">Made by</th><th scope="col">Why it stays</th></tr></thead><tbody>${rows.join("")}</tbody></table></section>`;
}

/** Text in which a code span is written in backticks. */
const prose = (text: string): string => escapeMarkup(text).replaceAll(/`([^`]+)`/g, "<code>$1</code>");
