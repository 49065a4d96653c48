import type { AddressInfo, Server } from "node:net";
import { serve as listen } from "@hono/node-server";
import { Command } from "commander";
import { type App, createApp } from "../app.js";
import type { TokenKeys } from "../auth/tokens.js";
import { defaultRequestTimeoutMs } from "../config.js";
import { addMinutes } from "../domain/calendar.js";
import { limits } from "../domain/limits.js";
import { consoleLog, silentLog } from "../log.js";
import type { Store } from "../store.js";
import { openStore } from "../stores/postgres/store.js";
import { dataFolder, tokenSecret } from "./data-folder.js";
import { setting, urlSetting } from "./environment.js";
import { isNewFolder, openDatabase } from "./open-database.js";
import { prepareDatabase } from "./prepare-database.js";

interface Options {
  demo?: boolean;
  port?: string;
  host?: string;
  data?: string;
  quiet?: boolean;
}

const defaultPort = 4310;
const tidyEveryMs = 3_600_000;
const graceMs = 5000;

const say = (text: string): void => console.log(text);

/** `portico serve`: runs until it is told to stop. */
export const serveCommand = (): Command =>
  new Command("serve")
    .description("Serve the contract from an embedded database, or from the PostgreSQL of DATABASE_URL.")
    .option("--demo", "put demo data into an empty database and serve the example portals")
    .option("--port <number>", "port to listen on; 0 takes a free one (default: PORT or 4310)")
    .option("--host <address>", "address to listen on (default: HOST or all)")
    .option("--data <folder>", "data folder (default: PORTICO_DATA or .portico)")
    .option("--quiet", "write no line for each request")
    .action(run);

async function run(options: Options): Promise<void> {
  const port = portOf(options);
  const folder = dataFolder(options.data);
  const secret = tokenSecret(folder);
  const keys = tokenKeys(secret);
  const demo = options.demo ? await import("../demo/index.js") : undefined;
  const prepared = isNewFolder(folder);
  const connection = await openDatabase(folder, say, (path) => prepareDatabase(path, demo !== undefined));
  const store = await openStore(connection);
  try {
    const shutdown = new AbortController();
    const app = createApp({
      store,
      config: { keys, origins: origins(), requestTimeoutMs: defaultRequestTimeoutMs },
      shutdown: shutdown.signal,
      log: options.quiet ? silentLog : consoleLog,
    });
    if (demo) {
      if (!prepared) await demo.seedDemo(connection.db, say, demo.generateApart);
      const { servePortals } = await import("../portals/portals.js");
      servePortals(app, secret);
    }

    const server = await open(app, port, options.host ?? setting("HOST"));
    const tidying = setInterval(() => void tidy(store), tidyEveryMs);
    const stopped = stopSignal();
    say(`Portico listens on http://localhost:${(server.address() as AddressInfo).port}`);

    await stopped;
    say("Stopping …");
    clearInterval(tidying);
    shutdown.abort();
    await close(server);
  } finally {
    await store.close();
  }
}

function portOf(options: Options): number {
  const port = Number(options.port ?? setting("PORT") ?? defaultPort);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error("The port must be a number up to 65535.");
}

function open(app: App, port: number, hostname: string | undefined): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port, ...(hostname ? { hostname } : {}) }, () =>
      resolve(server as Server),
    );
    server.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(error, port)));
  });
}

function cannotListen(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== "EADDRINUSE" && error.code !== "EACCES") return error;
  const why = error.code === "EACCES" ? "may not be opened by this user" : "is in use";
  return new Error(`Port ${port} ${why}. Choose another with --port or PORT.`, { cause: error });
}

/** Ends idle connections now and busy ones after a moment. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    const http = server as Server & { closeIdleConnections?(): void; closeAllConnections?(): void };
    http.closeIdleConnections?.();
    setTimeout(() => http.closeAllConnections?.(), graceMs).unref();
  });
}

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });

function tidy(store: Store): Promise<void> {
  const hoursAgo = (hours: number) => addMinutes(new Date(), -60 * hours);
  const olderThan = {
    keys: hoursAgo(limits.keyHours),
    files: hoursAgo(limits.fileHours),
    changes: hoursAgo(limits.changeHours),
  };
  return store.tidy(olderThan).catch((error: unknown) => console.error("Tidying up failed", error));
}

function tokenKeys(secret: Uint8Array): TokenKeys {
  const jwksUrl = urlSetting("PORTICO_JWKS_URL", ["https:", "http:"]);
  if (jwksUrl === undefined) return { secret };
  return {
    jwksUrl: new URL(jwksUrl),
    issuer: setting("PORTICO_JWT_ISSUER"),
    audience: setting("PORTICO_JWT_AUDIENCE"),
  };
}

const origins = (): string[] =>
  (setting("PORTICO_ORIGINS") ?? "")
    .split(",")
    .map((origin) => origin.trim())
    .filter(Boolean);
