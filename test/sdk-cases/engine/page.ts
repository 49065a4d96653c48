import { App } from "./app.ts";
import type { Case, Observed, ServerCommand } from "./case.ts";

/** What the test lends to the page: its own way to the server, which takes none of the page's connections. */
interface Lent {
  serverSeen(): Promise<{ requests: number; gone: number }>;
  commandServer(command: ServerCommand): Promise<void>;
  runCase?(script: Case, url: string): Promise<Observed>;
}

const lent = globalThis as unknown as Lent;

lent.runCase = (script, url) => App.run(script, { url, seen: lent.serverSeen, command: lent.commandServer });
