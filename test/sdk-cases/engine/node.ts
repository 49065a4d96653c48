import { App } from "./app.ts";
import { type Environment, gather } from "./evidence.ts";
import { FaultServer } from "./fault-server.ts";

/** Runs apps in this process, each with a server of its own. */
export const node: Environment = {
  async run(script) {
    const server = await FaultServer.start();
    try {
      return await gather(script, server, App.run);
    } finally {
      await server.close();
    }
  },
  close: async () => undefined,
};
