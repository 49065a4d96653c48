import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Report } from "@portico/conformance";
import { connectPglite, connectPostgres, openStore } from "@portico/server";
import { startPostgres } from "../support/postgres.ts";
import { PorticoServer, runNode } from "../support/server.ts";
import { type Seeded, seed } from "./seed.ts";
import { agent, customer, manager, mint, secret } from "./tokens.ts";

export const databases = ["pglite", "postgresql"] as const;

export type Database = (typeof databases)[number];

/** The reference backend in a process of its own, made ready for the kit. */
export interface Certifiable {
  /** Certifies it for Gold by the kit's command line. */
  certify(
    seedNumber: number,
  ): Promise<{ readonly code: number; readonly report: Report; readonly seconds: number }>;
  dispose(): Promise<void>;
}

const kit = fileURLToPath(new URL("../../packages/conformance/bin/portico-conformance.js", import.meta.url));

/** `npm run certify`: certifies the reference backend for Gold, by default with 20 seeds on each database. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      seeds: { type: "string", default: "20" },
      first: { type: "string", default: "1" },
      database: { type: "string", multiple: true, default: [...databases] },
    },
  });
  let failures = 0;
  for (const database of databases.filter((name) => values.database.includes(name))) {
    const backend = await prepare(database);
    for (const number of seedNumbers(Number(values.first), Number(values.seeds))) {
      const { code, report, seconds } = await backend.certify(number);
      if (code !== 0) failures += 1;
      const { verdict, counts } = report;
      console.log(
        `${database} seed ${number}: exit ${code}, ${verdict.sentence} ${counts.pass} pass, ${counts.fail} fail, ` +
          `${counts.warn} warn, ${seconds.toFixed(1)} s`,
      );
      for (const obstacle of verdict.obstacles) console.log(`  ${obstacle}`);
    }
    await backend.dispose();
  }
  console.log(`${failures} failures.`);
  return failures === 0 ? 0 : 1;
}

const seedNumbers = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => first + at);

/** Starts the reference backend on a database with an integrator's data in it. */
export async function prepare(database: Database): Promise<Certifiable> {
  const out = await mkdtemp(join(tmpdir(), "portico-certify-"));
  const server = await PorticoServer.prepare();
  const postgres = database === "postgresql" ? await startPostgres() : undefined;
  const connection = postgres
    ? await connectPostgres(postgres.url)
    : await connectPglite(join(server.folder, "database"));
  const store = await openStore(connection);
  const seeded = await seed({ store, connection, secret });
  await store.close();
  server.settings = {
    PORTICO_JWT_SECRET: new TextDecoder().decode(secret),
    ...(postgres ? { DATABASE_URL: postgres.url } : {}),
  };
  await server.start("--quiet");

  return {
    async certify(seedNumber) {
      const start = performance.now();
      const folder = join(out, String(seedNumber));
      const options = ["--mode", "certify", "--level", "gold", "--seed", String(seedNumber), "--out", folder];
      const env = { ...process.env, ...tokens(seeded) };
      const { code } = await runNode([kit, "run", "--url", server.url, ...options], env);
      return {
        code,
        report: JSON.parse(await readFile(join(folder, "report.json"), "utf8")) as Report,
        seconds: (performance.now() - start) / 1000,
      };
    },
    async dispose() {
      await server.dispose();
      await postgres?.stop();
      await rm(out, { recursive: true, force: true });
    },
  };
}

const tokens = ({ customerA, customerB }: Seeded): NodeJS.ProcessEnv => ({
  TOKEN_A: mint(customer(customerA)),
  TOKEN_B: mint(customer(customerB)),
  TOKEN_AGENT: mint(agent),
  TOKEN_MANAGER: mint(manager),
});
