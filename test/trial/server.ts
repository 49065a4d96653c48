import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import type { Tokens } from "@portico/conformance";
import { connectPglite, createApp, openStore } from "@portico/server";
import type { Defect } from "./defect.ts";
import { type Seeded, seed } from "./seed.ts";
import { agent, customer, manager, mint, secret } from "./tokens.ts";

export interface Backend extends Seeded {
  readonly url: string;
  readonly tokens: Tokens;
  close(): Promise<void>;
}

/** A data folder that was made ready once; each backend serves a copy, since filling takes longer than copying. */
export interface Ground extends Seeded {
  readonly folder: string;
}

export async function prepareGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), "portico-ground-"));
  const connection = await connectPglite(folder);
  const store = await openStore(connection);
  const seeded = await seed({ store, connection, secret });
  await store.close();
  return { folder, ...seeded };
}

export const leaveGround = ({ folder }: Ground): Promise<void> =>
  rm(folder, { recursive: true, force: true });

/** The reference backend on a port of its own, with one defect or none. */
export async function startDefective(defect: Defect | null, ground: Ground): Promise<Backend> {
  const folder = await mkdtemp(join(tmpdir(), "portico-trial-"));
  await cp(ground.folder, folder, { recursive: true });
  const sound = await openStore(await connectPglite(folder));
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
      await rm(folder, { recursive: true, force: true });
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
