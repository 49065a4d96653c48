import { mkdtemp, readFile, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromiumArgs, chromiumPath } from "../../packages/tools/src/browsers.ts";
import { run } from "../../packages/tools/src/repo.ts";
import { PorticoServer } from "../support/server.ts";

const lighthouse = "lighthouse@13.5.0";
const least = 95;
const categories = ["performance", "accessibility", "best-practices"] as const;
const forms = ["mobile", "desktop"] as const;
const pages = [
  "bank/",
  "bank/customer.html",
  "bank/manager.html",
  "utility/",
  "utility/report.html",
  "utility/requests.html",
  "utility/staff.html",
  "expo/?phase=before",
  "expo/?phase=during",
  "expo/?phase=after",
];

const usage = `npm run lighthouse -- [--runs 3] [--form mobile|desktop] [--findings] [PAGE …]

Scores the pages of the three portals whose address holds a PAGE, all without one, and fails below ${least}.
--findings lists what cost a score.`;

interface Score {
  readonly page: string;
  readonly form: (typeof forms)[number];
  readonly scores: readonly number[];
  readonly metrics: readonly string[];
  readonly findings: readonly string[];
}

/** What is read of a report of Lighthouse. */
interface Report {
  readonly categories: Record<
    (typeof categories)[number],
    {
      readonly score: number | null;
      readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
    }
  >;
  readonly audits: Record<
    string,
    {
      readonly title: string;
      readonly score: number | null;
      readonly displayValue?: string;
      readonly details?: unknown;
    }
  >;
}

/** `npm run lighthouse`: 1 when a page scores too low. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      runs: { type: "string", default: "3" },
      form: { type: "string" },
      findings: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const chosen = pages.filter(
    (page) => positionals.length === 0 || positionals.some((part) => page.includes(part)),
  );
  const server = await PorticoServer.prepare();
  const folder = await mkdtemp(join(tmpdir(), "portico-lighthouse-"));
  try {
    await server.start("--demo");
    const scores: Score[] = [];
    console.log(`Load of the machine at the start: ${loadavg()[0]?.toFixed(1)}. Median of ${values.runs}.\n`);
    console.log(formatRow(["page", "form", "perf.", "access.", "practices", "metrics"]));
    for (const page of chosen) {
      for (const form of forms) {
        if (values.form && values.form !== form) continue;
        const score = await scorePage(`${server.url}/${page}`, page, form, Number(values.runs), folder);
        scores.push(score);
        console.log(formatRow([page, form, ...score.scores.map(String), score.metrics.join("  ")]));
        if (values.findings) for (const finding of score.findings) console.log(`    ${finding}`);
      }
    }
    const low = scores.filter(({ scores }) => scores.some((score) => score < least));
    console.log(`\n${scores.length - low.length} of ${scores.length} score at least ${least} in all three.`);
    console.log(`Load of the machine at the end: ${loadavg()[0]?.toFixed(1)}.`);
    return low.length === 0 ? 0 : 1;
  } finally {
    await server.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

async function scorePage(
  url: string,
  page: string,
  form: Score["form"],
  runs: number,
  folder: string,
): Promise<Score> {
  const reports: Report[] = [];
  for (let turn = 0; turn < runs; turn++) reports.push(await audit(url, form, join(folder, "report.json")));
  const byPerformance = reports.toSorted(
    (one, other) => scoreOf(one, "performance") - scoreOf(other, "performance"),
  );
  const middle = byPerformance[Math.floor(runs / 2)];
  if (!middle) throw new Error("Nothing was run.");
  return {
    page,
    form,
    scores: categories.map((category) => scoreOf(middle, category)),
    metrics: [
      "first-contentful-paint",
      "largest-contentful-paint",
      "total-blocking-time",
      "cumulative-layout-shift",
      "speed-index",
    ].map((id) => `${id.replace(/(\w)\w*-?/g, "$1")} ${middle.audits[id]?.displayValue ?? "?"}`),
    findings: categories.flatMap((category) => findingsOf(middle, category)),
  };
}

async function audit(url: string, form: Score["form"], report: string): Promise<Report> {
  const { code, output } = await run(
    "npm",
    [
      "exec",
      "--yes",
      `--package=${lighthouse}`,
      "--",
      "lighthouse",
      url,
      "--quiet",
      "--output=json",
      `--output-path=${report}`,
      `--only-categories=${categories.join(",")}`,
      `--chrome-flags=--headless=new ${chromiumArgs.join(" ")}`,
      ...(form === "desktop" ? ["--preset=desktop"] : []),
    ],
    { env: { CHROME_PATH: chromiumPath() } },
  );
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}; it takes a package registry.\n${output}`);
  return JSON.parse(await readFile(report, "utf8")) as Report;
}

const scoreOf = (report: Report, category: (typeof categories)[number]): number =>
  Math.round(100 * (report.categories[category].score ?? 0));

/** What weighs in a category and is not as it should be. */
function findingsOf({ categories: all, audits }: Report, category: (typeof categories)[number]): string[] {
  return all[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(
      ({ id }) =>
        `${category}: ${id} ${audits[id]?.displayValue ?? ""} ${JSON.stringify(audits[id]?.details ?? {}).slice(0, 600)}`,
    );
}

const widths = [26, 9, 7, 9, 11];

const formatRow = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join("")
    .trimEnd();
