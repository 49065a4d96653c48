import { runBuilt } from "./run-built.ts";

/** `npm run lighthouse`: scores the pages of the three portals. */
export const main = (args: string[]): Promise<number> => runBuilt("test/lighthouse/main.ts", args);
