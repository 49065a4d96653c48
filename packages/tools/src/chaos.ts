import { runBuilt } from "./run-built.ts";

/** `npm run chaos`: writes through the SDK to a server that is killed, over a line that is cut. */
export const main = (args: string[]): Promise<number> => runBuilt("test/chaos/main.ts", args);
