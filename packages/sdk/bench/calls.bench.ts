import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BenchReport, BenchRow } from "../../tools/src/bench-report.ts";
import { bundle } from "../../tools/src/bundle.ts";
import { type Calls, type Contestant, contestants, type Fetch, page } from "./contestants.ts";
import { clock, type Effort, measureAllocation, measureTime, processor } from "./measure.ts";

/** With retries off, a call may cost so much more than one of bare ky. */
const mostOfKy = 1.3;

const stubbed: Effort = { warmUp: 1000, rounds: 40, perRound: 50, watch: processor };
const loopback: Effort = { warmUp: 200, rounds: 20, perRound: 25, watch: clock };

const requestOf = (id: number) => ({
  id: `r${id}`,
  number: `R-20261121-${String(id).padStart(6, "0")}`,
  kind: "fault",
  title: "No light in our street",
  description: "Since the storm on Monday the four lamps between the bakery and the bridge have been dark.",
  state: "inProgress",
  status: "In progress",
  priority: "normal",
  channel: "web",
  customerId: "c1",
  owner: { type: "unit", id: "u1", name: "Street lighting" },
  allowedTransitions: ["pending", "held", "resolved"],
  allowedActions: ["urge", "withdraw", "reply"],
  marks: { overdue: false, urgedCount: 1, supervised: false, escalated: false, reopenedCount: 0 },
  createdAt: "2026-11-16T08:12:00Z",
  updatedAt: "2026-11-20T15:40:00Z",
  dueAt: "2026-11-23T08:12:00Z",
});

const bodies = {
  record: JSON.stringify(requestOf(1)),
  page: JSON.stringify({
    data: Array.from({ length: 50 }, (_, index) => requestOf(index)),
    page: { nextCursor: null },
  }),
};
const headers = { "content-type": "application/json", "request-id": "b1" };

const bodyOf = (method: string | undefined, url: string) =>
  method !== "POST" && new URL(url, "http://localhost").pathname === page ? bodies.page : bodies.record;

/**
 * What a call costs beside bare fetch, ky, openapi-fetch and axios, on a stubbed fetch and over loopback, and what each
 * weighs on a page.
 */
export default async function bench(report: BenchReport): Promise<void> {
  const onStub = contestants("http://localhost", stub);
  const ratios = await time(report, "on a stubbed fetch, processor time", onStub, stubbed);
  await allocate(report, onStub);

  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, headers).end(bodyOf(request.method, request.url ?? "/"));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await time(report, "over loopback, waiting time", contestants(url, undefined), loopback);
    report.note(
      "Over loopback axios uses its own transport on Node's http, all others the platform's fetch.",
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }

  await weigh(report);
  const over = Object.entries(ratios).filter(([, ratio]) => ratio > mostOfKy);
  const said = Object.entries(ratios).map(([call, ratio]) => `${call} ${ratio.toFixed(2)}`);
  report.note(`Retries off, on a stubbed fetch, ky being 1: ${said.join(", ")}.`);
  if (over.length > 0)
    throw new Error(`Above ${mostOfKy} of bare ky: ${over.map(([call]) => call).join(", ")}`);
}

const stub: Fetch = async (request, init) => {
  const [method, url] =
    request instanceof Request ? [request.method, request.url] : [init?.method, String(request)];
  return new Response(bodyOf(method, url), { headers });
};

const kinds = ["get", "list", "create"] as const satisfies (keyof Calls)[];

/** Gives the client's cost by call as a ratio to ky's, both with retries off. */
async function time(
  report: BenchReport,
  where: string,
  those: readonly Contestant[],
  effort: Effort,
): Promise<Record<string, number>> {
  const rows: BenchRow[] = those.map(({ name, retries }) => ({
    client: name,
    retries: retries ? "on" : "off",
  }));
  const ratios: Record<string, number> = {};
  const at = (name: string) => those.findIndex((one) => one.name === name && !one.retries);
  for (const kind of kinds) {
    const costs = await measureTime(
      those.map(({ calls }) => calls[kind]),
      effort,
    );
    const [floor, ky, sdk] = [costs[at("fetch")], costs[at("ky")], costs[at("@portico/sdk")]];
    if (!floor || !ky || !sdk) throw new Error("The list of clients lacks one that others are held against.");
    for (const [index, cost] of costs.entries()) {
      Object.assign(rows[index] ?? {}, {
        [`${kind} µs`]: cost.micros.toFixed(0),
        [`${kind} ÷ fetch`]: cost.ratioTo(floor).toFixed(2),
        [`${kind} ÷ ky`]: cost.ratioTo(ky).toFixed(2),
      });
    }
    ratios[kind] = sdk.ratioTo(ky);
  }
  report.table(`Calls ${where}, median of ${effort.rounds} rounds of ${effort.perRound}`, rows);
  return ratios;
}

async function allocate(report: BenchReport, those: readonly Contestant[]): Promise<void> {
  const rows: BenchRow[] = [];
  for (const { name, retries, calls } of those) {
    const row: BenchRow = { client: name, retries: retries ? "on" : "off" };
    for (const kind of kinds) row[`${kind} KB`] = ((await measureAllocation(calls[kind])) / 1000).toFixed(1);
    rows.push(row);
  }
  report.table("Heap allocated by a call on a stubbed fetch, garbage included", rows);
}

/** What a page would write to have the client, all bundled and minified alike. */
const sources: Record<string, string> = {
  "openapi-fetch": 'import createClient from "openapi-fetch"; globalThis.taken = createClient;',
  ky: 'import ky from "ky"; globalThis.taken = ky;',
  axios: 'import axios from "axios"; globalThis.taken = axios;',
  "@portico/sdk, one resource":
    'import * as core from "@portico/sdk/core"; import * as requests from "@portico/sdk/service-requests"; globalThis.taken = [core, requests];',
  "@portico/sdk, every resource":
    'import { createClient, isCrmError } from "@portico/sdk"; globalThis.taken = [createClient, isCrmError];',
};

async function weigh(report: BenchReport): Promise<void> {
  const rows: BenchRow[] = [];
  for (const [client, source] of Object.entries(sources)) {
    const { initial, lazy } = await bundle(source);
    rows.push({
      client,
      "KB gzip": (initial.gzip / 1000).toFixed(1),
      "KB brotli": (initial.brotli / 1000).toFixed(1),
      "KB brotli, loaded later": (lazy.reduce((sum, chunk) => sum + chunk.brotli, 0) / 1000).toFixed(1),
    });
  }
  report.table("Weight on a page", rows);
}
