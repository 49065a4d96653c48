import type { RequestListener } from "node:http";
import { test as base } from "vitest";
import { KitProcess, startForKit } from "./kit.ts";
import { listen } from "./listen.ts";

/** A test with the kit's command line: with tokens of the backend, or as a stranger; and servers that end with it. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("backend", { scope: "file" }, async ({}, { onCleanup }) => {
    const backend = await startForKit();
    onCleanup(() => backend.server.dispose());
    return backend;
  })
  .extend("kit", async ({ backend }, { onCleanup }) => {
    const kit = await KitProcess.prepare(backend.tokens);
    onCleanup(() => kit.dispose());
    return kit;
  })
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("stranger", async ({}, { onCleanup }) => {
    const kit = await KitProcess.prepare({
      customerA: "token-of-a",
      customerB: "token-of-b",
      agent: "an-agents",
    });
    onCleanup(() => kit.dispose());
    return kit;
  })
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("serve", async ({}, { onCleanup }) => {
    const servers: { close(): Promise<void> }[] = [];
    onCleanup(() => Promise.all(servers.map((server) => server.close())).then(() => undefined));
    return async (answer: RequestListener) => {
      const server = await listen(answer);
      servers.push(server);
      return server;
    };
  });
