import { setTimeout as sleep } from "node:timers/promises";
import type { Case, Logged, Observed, World } from "./case.ts";
import type { FaultServer } from "./fault-server.ts";

/** What a case has led to, on both sides. */
export interface Evidence {
  readonly observed: Observed;
  readonly log: readonly Logged[];
  readonly records: number;
  /** Requests that came when the app was through. */
  readonly late: number;
}

/** Somewhere to run apps: this process, or pages of a browser. */
export interface Environment {
  run(script: Case): Promise<Evidence>;
  close(): Promise<void>;
}

/** Lets the app run against the server and keeps what both have seen. */
export async function gather(
  script: Case,
  server: FaultServer,
  app: (script: Case, world: World) => Promise<Observed>,
): Promise<Evidence> {
  server.begin(script.server);
  const observed = await app(script, server);
  const { log } = server;
  const before = log.length;
  await sleep(script.expect?.quiet ?? 0);
  return { observed, log, records: server.records.size, late: log.length - before };
}
