import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Tokens } from "@portico/conformance";
import { connectPostgres, createApp, openStore } from "@portico/server";
import pg from "pg";
import { startPostgres } from "../support/postgres.ts";
import type { Defect } from "./defect.ts";
import { type Seeded, seed } from "./seed.ts";
import { agent, customer, manager, mint, secret } from "./tokens.ts";

export interface Backend extends Seeded {
  readonly url: string;
  readonly tokens: Tokens;
  close(): Promise<void>;
}

/** A database that was made ready once; each backend serves a copy, since filling takes longer than copying. */
export interface Ground extends Seeded {
  /** Where the server that keeps the copies is administered. */
  readonly adminUrl: string;
}

const template = "ground";

export async function prepareGround(): Promise<{ ground: Ground; leave(): Promise<void> }> {
  const postgres = await startPostgres();
  await administer(postgres.url, `create database ${template}`);
  const connection = await connectPostgres(postgres.urlOf(template));
  const store = await openStore(connection);
  const seeded = await seed({ store, connection, secret });
  await store.close();
  return { ground: { adminUrl: postgres.url, ...seeded }, leave: postgres.stop };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** The reference backend on a port of its own, with one defect or none. */
export async function startDefective(defect: Defect | null, ground: Ground): Promise<Backend> {
  const database = `trial_${randomUUID().replaceAll("-", "")}`;
  await administer(ground.adminUrl, `create database ${database} template ${template}`);
  const url = new URL(ground.adminUrl);
  url.pathname = database;
  const sound = await openStore(await connectPostgres(url.href));
  const store = defect?.store?.(sound) ?? sound;
  const shutdown = new AbortController();
  const config = { keys: { secret }, origins: [], requestTimeoutMs: 20_000 };
  const app = createApp({ store, config, shutdown: shutdown.signal });
  const straight = async (request: Request): Promise<Response> => app.fetch(request);
  const server = serve({
    fetch: defect?.http?.(straight) ?? straight,
    hostname: "127.0.0.1",
    port: 0,
  }) as Server;
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tokens: tokensFor(ground),
    customerA: ground.customerA,
    customerB: ground.customerB,
    async close() {
      shutdown.abort();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
      await sound.close();
      await administer(ground.adminUrl, `drop database ${database} with (force)`);
    },
  };
}

/** Of the callers that the kit asks for. */
const tokensFor = ({ customerA, customerB }: Seeded): Required<Omit<Tokens, "guest">> => ({
  customerA: mint(customer(customerA)),
  customerB: mint(customer(customerB)),
  agent: mint(agent),
  manager: mint(manager),
});
