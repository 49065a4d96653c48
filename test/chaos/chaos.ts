import { setTimeout as sleep } from "node:timers/promises";
import { type ClientOptions, type CrmClient, createClient, type Middleware } from "@portico/sdk";
import { PorticoServer } from "../support/server.ts";
import { BadLine, type LineFigures } from "./bad-line.ts";
import { Follower, Screen } from "./followers.ts";
import { Ledger } from "./ledger.ts";
import { Random } from "./random.ts";
import { readTruth } from "./truth.ts";
import { countMissing, type Faults, judgeFollower, judgeScreen, judgeWrites } from "./verdict.ts";
import { type Thread, Writer } from "./writer.ts";

export interface ChaosOptions {
  readonly writes: number;
  /** Writing goes on until there must be so many. */
  readonly changes: number;
  readonly kills: number;
  readonly seed: number;
  /** A server that runs already and is not killed. */
  readonly remote?: { readonly url: string; readonly token: string } | undefined;
}

export interface ChaosResult {
  readonly seconds: number;
  readonly ledger: Ledger;
  /** Calls that ended, and how often attempts were repeated within them. */
  readonly calls: { readonly made: number; readonly retries: number };
  /** Writes whose answer had been lost: the repetition was given the stored one. */
  readonly replayed: number;
  readonly kills: number;
  readonly line: LineFigures;
  readonly changes: number;
  readonly followers: readonly (Pick<Follower, "name" | "delivered" | "resyncs" | "statuses"> & {
    readonly missing: number;
  })[];
  readonly faults: Faults;
}

const devices = 4;
const writersEach = 3;
const customers = 20;
/** However bad it was, in calm the feed has caught up by then: the longest backoff and the watchdog's patience. */
const catchUpMs = 120_000;
const progressMs = 5000;

/** Writes and follows the feed while the server is killed and the line is bad, then holds what the app knows against what is there. */
export async function runChaos(options: ChaosOptions, say: (text: string) => void): Promise<ChaosResult> {
  const { remote } = options;
  if (remote) return onLine(remote, undefined, options, say);
  const server = await PorticoServer.prepare();
  const { DATABASE_URL } = process.env;
  // A PostgreSQL of its own restarts sooner than the folder does.
  if (DATABASE_URL) server.settings = { DATABASE_URL };
  try {
    await server.start("--quiet");
    const token = await server.token("--as", "service", "--id", "chaos", "--ttl", "1d");
    return await onLine({ url: server.url, token }, server, options, say);
  } finally {
    await server.dispose();
  }
}

async function onLine(
  { url, token }: { readonly url: string; readonly token: string },
  server: PorticoServer | undefined,
  { writes, changes, kills, seed }: ChaosOptions,
  say: (text: string) => void,
): Promise<ChaosResult> {
  const startedAt = performance.now();
  const random = new Random(seed);
  const ledger = new Ledger();
  const calls = { made: 0, retries: 0 };
  const line = await BadLine.to(url, new Random(seed + 1));
  const client = (options: Partial<ClientOptions> = {}) =>
    createClient({
      baseUrl: line.url,
      auth: () => token,
      timeout: 5000,
      totalTimeout: 20_000,
      onTelemetry: ({ attempts }) => {
        calls.made += 1;
        calls.retries += Math.max(0, attempts - 1);
      },
      ...options,
    });
  const direct = createClient({ baseUrl: url, auth: () => token });
  try {
    const threads = await makeThreads(direct);
    const watched = threads[0].customerId;
    const since = (await direct.changes.list()).page.nextCursor;

    const streaming = client();
    const forgetting = client({ middleware: [losingItsPlace(random)] });
    const screen = new Screen(forgetting, watched);
    const all = new Follower("a stream", streaming, {});
    const followers = [
      all,
      new Follower("a stream's second subscription", streaming, { resource: "interactions" }),
      new Follower("polling", client({ middleware: [withoutStream], pollInterval: 300 }), {}),
      new Follower("a screen that loses its place", forgetting, { customerId: watched }, screen),
    ];
    await until(() => followers.every(({ following }) => following), "The feed cannot be followed.");
    const shown = screen.keepUp();

    line.calm = false;
    // Each write that is told done has made a change at least.
    const progress = () => Math.min(ledger.writes.length / writes, ledger.count("done") / changes);
    const writers = range(devices).flatMap((device) => {
      // One device repeats nothing by itself: its app hears of every cut.
      const crm = client(device === 0 ? { retry: { limit: 0 } } : {});
      return range(writersEach).map(
        (index) => new Writer(crm, ledger, threads, new Random(seed * 1000 + device * writersEach + index)),
      );
    });
    const killer = new Killer(server, kills, random);
    const telling = setInterval(
      () =>
        say(
          `${ledger.writes.length} of ${writes} writes, ${all.delivered.length} of ${changes} changes, ` +
            `${killer.kills} of ${kills} kills, ${cutsOf(line.figures)} cuts, ${secondsSince(startedAt)} s`,
        ),
      progressMs,
    );
    const killing = killer.work(() =>
      Math.min(ledger.writes.length / writes, all.delivered.length / changes),
    );
    await Promise.all(writers.map((writer) => writer.work(() => progress() < 1)));
    await killing;
    clearInterval(telling);
    line.calm = true;
    // What clients gave up on is dropped by now, so that nothing is written any more.
    await sleep(1000);

    say("Calm again. Waiting for the feed, then reading everything.");
    const truth = await readTruth(direct, since, threads);
    const stored = truth.requestsOf.get(watched) ?? new Map();
    // What does not come by then is the verdict's to tell.
    await until(
      () => screen.idle && followers.every((one) => one.resyncs > 0 || countMissing(one, truth) === 0),
      "",
    ).catch(() => undefined);
    for (const follower of followers) follower.stop();
    screen.stop();
    await shown;

    return {
      seconds: secondsSince(startedAt),
      ledger,
      calls,
      replayed: writers.reduce((sum, { replayed }) => sum + replayed, 0),
      kills: killer.kills,
      line: line.figures,
      changes: truth.changes.length,
      followers: followers.map((follower) => ({
        name: follower.name,
        delivered: follower.delivered,
        resyncs: follower.resyncs,
        statuses: follower.statuses,
        missing: countMissing(follower, truth),
      })),
      faults: Object.assign(
        judgeWrites(ledger, truth),
        ...followers.map((follower) => judgeFollower(follower, truth)),
        judgeScreen(screen, stored),
      ),
    };
  } finally {
    await line.close();
  }
}

async function makeThreads(crm: CrmClient): Promise<[Thread, ...Thread[]]> {
  const make = async (index: number): Promise<Thread> => {
    const customer = await crm.customers.create({ kind: "person", displayName: `Chaos ${index}` });
    const request = await crm.serviceRequests.create({
      kind: "enquiry",
      title: "What many write to at once",
      channel: "web",
      customerId: customer.id,
    });
    return { customerId: customer.id, requestId: request.id };
  };
  const threads: [Thread, ...Thread[]] = [await make(0)];
  while (threads.length < customers) threads.push(await make(threads.length));
  return threads;
}

/** A proxy that lets no stream through: the client polls. */
const withoutStream: Middleware = async (request, next) =>
  request.url.includes("/changes/stream") ? new Response(null, { status: 405 }) : next(request);

/** Now and then resumes from a place that the backend does not know, which answers with 410: read everything again. */
const losingItsPlace =
  (random: Random): Middleware =>
  (request, next) => {
    if (request.headers.has("last-event-id") && random.chance(0.2)) {
      request.headers.set("last-event-id", "999999999999999");
    }
    return next(request);
  };

/** Kills the server and starts it again, spread over the run. */
class Killer {
  kills = 0;

  readonly #server: PorticoServer | undefined;
  readonly #planned: number;
  readonly #random: Random;

  constructor(server: PorticoServer | undefined, planned: number, random: Random) {
    this.#server = server;
    this.#planned = planned;
    this.#random = random;
  }

  async work(progress: () => number): Promise<void> {
    if (!this.#server) return;
    while (this.kills < this.#planned) {
      const due = (this.kills + this.#random.next()) / this.#planned;
      while (progress() < Math.min(due, 0.98)) await sleep(5);
      await this.#server.kill();
      this.kills += 1;
      await sleep(this.#random.between(0, 500));
      await this.#server.start("--quiet");
    }
  }
}

async function until(holds: () => boolean, otherwise: string): Promise<void> {
  const deadline = performance.now() + catchUpMs;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(otherwise);
    await sleep(100);
  }
}

/** Connections dropped in the midst. */
export const cutsOf = ({ request, answer, unread }: LineFigures): number => request + answer + unread;

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

const secondsSince = (start: number): number => Math.round((performance.now() - start) / 1000);
