import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main as build } from "./build.ts";
import { root } from "./repo.ts";

/** `npm run trial`: tries the conformance kit against the pack of defects, built first where something changed. */
export async function main(args: string[]): Promise<number> {
  if ((await build()) !== 0) return 1;
  const { main: trial } = (await import(pathToFileURL(join(root, "test/trial/run.ts")).href)) as {
    main(args: string[]): Promise<number>;
  };
  return trial(args);
}
