import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main as build } from "./build.ts";
import { root } from "./repo.ts";

/** Runs a program of `test/` that works on the packages, built first where something changed; returns its exit code. */
export async function runBuilt(program: `test/${string}.ts`, args: string[]): Promise<number> {
  if ((await build()) !== 0) return 1;
  const { main } = (await import(pathToFileURL(join(root, program)).href)) as {
    main(args: string[]): Promise<number>;
  };
  return main(args);
}
