import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { migrate as migratePg } from "drizzle-orm/node-postgres/migrator";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import pg from "pg";
import type { Connection } from "./database.js";
import * as schema from "./schema.js";
import { readTemplate } from "./template.js";

const migrationsFolder = fileURLToPath(new URL("../../../migrations", import.meta.url));
const reconnectDelayMs = 1000;
/** Any number, the same for every server: one of them migrates at a time. */
const migrationLock = 7_031_992;

/** One connection on a local disk: the default cache of 128 MB is memory for nothing, and a random read is cheap. */
const embeddedSettings = ["shared_buffers=16MB", "random_page_cost=1.1"];

/** Opens the embedded database in a folder, or in memory without one, and brings its tables up to date. */
export async function connectPglite(dataDir?: string): Promise<Connection> {
  const isNew = !dataDir || !existsSync(join(dataDir, "PG_VERSION"));
  const template = isNew ? await readTemplate() : undefined;
  const client = await PGlite.create({
    ...(dataDir ? { dataDir } : {}),
    ...(template ? { loadDataDir: template } : {}),
    // A statement is answered after its files are written: a killed process loses nothing it has answered. A machine
    // that loses power may: this build of PostgreSQL runs with fsync off, and its files have none to call.
    relaxedDurability: false,
    postgresqlconf: embeddedSettings,
  });
  const db = drizzlePglite(client, { schema });
  await migratePglite(db, { migrationsFolder });
  return {
    db,
    listen: (channel, wake) => client.listen(channel, wake),
    close: () => client.close(),
  };
}

/** Opens a PostgreSQL by its URL and brings its tables up to date, alone among servers that start together. */
export async function connectPostgres(url: string): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
  });
  // An idle connection that breaks is replaced by the pool; without a listener the error would end the process.
  pool.on("error", () => undefined);
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await migratePg(drizzlePg(client), { migrationsFolder });
  } finally {
    await client.query("select pg_advisory_unlock($1)", [migrationLock]).catch(() => undefined);
    client.release();
  }
  return {
    db: drizzlePg(pool, { schema }),
    listen: (channel, wake) => listen(url, channel, wake),
    close: () => pool.end(),
  };
}

/** Listens on a connection of its own and comes back when that breaks; what was missed meanwhile is one wake. */
async function listen(
  connectionString: string,
  channel: string,
  wake: () => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let client: pg.Client;

  const open = async (): Promise<void> => {
    client = new pg.Client({ connectionString });
    client.on("notification", wake);
    client.on("error", retry);
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    wake();
  };
  const retry = (): void => {
    if (!stopped) setTimeout(() => open().catch(retry), reconnectDelayMs).unref();
  };

  await open();
  return async () => {
    stopped = true;
    await client.end();
  };
}
