import { runBuilt } from "./run-built.ts";

/** `npm run certify`: certifies the reference backend on each database with many seeds. */
export const main = (args: string[]): Promise<number> => runBuilt("test/trial/certify.ts", args);
