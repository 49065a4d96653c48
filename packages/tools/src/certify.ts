import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main as build } from "./build.ts";
import { root } from "./repo.ts";

/** `npm run certify`: certifies the reference backend on each database with many seeds, built first where something changed. */
export async function main(args: string[]): Promise<number> {
  if ((await build()) !== 0) return 1;
  const { main: certify } = (await import(pathToFileURL(join(root, "test/trial/certify.ts")).href)) as {
    main(args: string[]): Promise<number>;
  };
  return certify(args);
}
