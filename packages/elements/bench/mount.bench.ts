import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import type { BenchReport, BenchRow } from "../../tools/src/bench-report.ts";
import { chromiumArgs, chromiumPath } from "../../tools/src/browsers.ts";
import { run } from "../../tools/src/repo.ts";
import { contentOf } from "./content.ts";
import { buildPage, PageServer } from "./page-server.ts";
import { visibleWords } from "./visible-words.ts";
import { type Visit, visit, withPage } from "./visit.ts";

const contestants = ["portico", "shoelace", "ui5"] as const;
type Contestant = (typeof contestants)[number];

const scenarios = {
  cards: {
    title: "1 000 customer cards",
    content: contentOf(1000, 0),
    sample: contentOf(4, 0),
    scroll: false,
  },
  requests: {
    title: "a list of 5 000 requests, scrolled through",
    content: contentOf(0, 5000),
    sample: contentOf(0, 40),
    scroll: true,
  },
} as const;
type Scenario = keyof typeof scenarios;

const rounds = 5;
/** One that takes so many times as long as ours is measured once: more would only cost time. */
const hopeless = 10;

const peers = join(import.meta.dirname, "peers");

/**
 * Mounts 1 000 customer cards with given data, and mounts and scrolls through a list of 5 000 requests: ours beside
 * pages of the same words built with Shoelace and with UI5 Web Components. Throws where ours is not ahead in time,
 * memory and bytes.
 */
export default async function bench(report: BenchReport): Promise<void> {
  await installPeers();
  const server = await servePages();
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    // Else the browser takes its time until it next collects garbage.
    args: [...chromiumArgs, "--enable-blink-features=ForceEagerMeasureMemory"],
  });
  const behind: string[] = [];
  try {
    for (const scenario of Object.keys(scenarios) as Scenario[]) {
      const { title, content, sample } = scenarios[scenario];
      server.provide("sample.json", sample);
      server.provide("content.json", content);
      await compareWords(browser, server, scenario);
      const costs = await measure(browser, server, scenario);
      report.table(`${title}, median of ${rounds} rounds`, costs.map(rowOf));
      behind.push(...behindIn(scenario, costs));
    }
  } finally {
    await browser.close();
    server.stop();
  }
  report.note(
    "Processor time is that of the page's main thread: scripts, styles, layout and painting. Memory is what the elements added to a page that already held the data, after collecting garbage: the heap of scripts, and all of the page. Bytes are scripts, styles and icons as fetched, brotli.",
  );
  report.note("A peer that takes ten times as long in the first round is not measured in the others.");
  if (behind.length > 0) throw new Error(`Not ahead: ${behind.join("; ")}.`);
}

/** They are no part of the product's install. */
async function installPeers(): Promise<void> {
  if (existsSync(join(peers, "node_modules"))) return;
  const { code, output } = await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: peers,
  });
  if (code !== 0)
    throw new Error(
      `The libraries to compare with could not be installed; it takes a package registry.\n${output}`,
    );
}

async function servePages(): Promise<PageServer> {
  const pages = new Map(
    await Promise.all(
      contestants.flatMap((contestant) =>
        (Object.keys(scenarios) as Scenario[]).map(async (scenario) => {
          const script =
            contestant === "portico" ? `portico/${scenario}.ts` : `peers/${contestant}-${scenario}.js`;
          const files = await buildPage(join(import.meta.dirname, script));
          return [`${contestant}-${scenario}`, { files, ...assetsOf(contestant) }] as const;
        }),
      ),
    ),
  );
  const server = new PageServer(pages);
  await server.start();
  return server;
}

function assetsOf(contestant: Contestant) {
  if (contestant !== "shoelace") return {};
  return { assets: { path: "shoelace/", folder: join(peers, "node_modules/@shoelace-style/shoelace/dist") } };
}

/** Throws unless all pages show the very same words. */
async function compareWords(browser: Browser, server: PageServer, scenario: Scenario): Promise<void> {
  const shown = new Map<Contestant, string>();
  for (const contestant of contestants) {
    const words = await withPage(
      browser,
      `${server.url}/${contestant}-${scenario}/`,
      "sample.json",
      async ({ page, settle }) => {
        await settle();
        return page.evaluate(visibleWords);
      },
    );
    shown.set(contestant, words.join(" "));
  }
  const ours = shown.get("portico");
  for (const [contestant, words] of shown) {
    if (words !== ours)
      throw new Error(`${contestant} shows other ${scenario}:\n${words}\nthan we do:\n${ours}`);
  }
}

interface Cost {
  readonly contestant: Contestant;
  readonly visits: readonly Visit[];
  readonly bytes: number;
}

/** All in turn, round by round, so that whatever else the machine does meets all alike. */
async function measure(browser: Browser, server: PageServer, scenario: Scenario): Promise<readonly Cost[]> {
  const visits = new Map<Contestant, Visit[]>(contestants.map((contestant) => [contestant, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [contestant, before] of visits) {
      const [first] = before;
      const [ours] = visits.get("portico") ?? [];
      if (first && ours && timeOf(first) > hopeless * timeOf(ours)) continue;
      const { scroll } = scenarios[scenario];
      before.push(await visit(browser, `${server.url}/${contestant}-${scenario}/`, { scroll }));
    }
  }
  return [...visits].map(([contestant, all]) => ({
    contestant,
    visits: all,
    bytes: server.bytesOf(`${contestant}-${scenario}`),
  }));
}

const timeOf = ({ mountTime, scrollTime }: Visit) => mountTime + scrollTime;

/** What must be less than the peers'. */
const judged: Readonly<Record<string, (cost: Cost) => number>> = {
  "processor time": ({ visits }) => median(visits.map(timeOf)),
  memory: ({ visits }) => median(visits.map(({ memory }) => memory)),
  bytes: ({ bytes }) => bytes,
};

function rowOf(cost: Cost, _: number, [ours]: readonly Cost[]): BenchRow {
  const middle = (member: keyof Visit) => median(cost.visits.map((visit) => visit[member])).toFixed(0);
  const ratio = (measure: (cost: Cost) => number) => (ours ? (measure(ours) / measure(cost)).toFixed(2) : "");
  return {
    page: cost.contestant,
    rounds: cost.visits.length,
    "first paint ms": middle("firstPaint"),
    "mount ms": middle("mountTime"),
    "scroll ms": middle("scrollTime"),
    "frames dropped %": middle("framesDropped"),
    "heap MB": median(cost.visits.map(({ heap }) => heap)).toFixed(1),
    "memory MB": median(cost.visits.map(({ memory }) => memory)).toFixed(1),
    nodes: middle("nodes"),
    KB: (cost.bytes / 1000).toFixed(1),
    ...Object.fromEntries(
      Object.entries(judged).map(([name, measure]) => [`${name}: ours ÷ its`, ratio(measure)]),
    ),
  };
}

function behindIn(scenario: Scenario, [ours, ...others]: readonly Cost[]): string[] {
  if (!ours) return [];
  return others.flatMap((other) =>
    Object.entries(judged)
      .filter(([, measure]) => measure(ours) >= measure(other))
      .map(([name]) => `${name} of ${other.contestant} in ${scenario}`),
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
