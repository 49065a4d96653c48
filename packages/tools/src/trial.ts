import { runBuilt } from "./run-built.ts";

/** `npm run trial`: tries the conformance kit against the pack of defects. */
export const main = (args: string[]): Promise<number> => runBuilt("test/trial/run.ts", args);
