import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main as build } from "./build.ts";
import { root } from "./repo.ts";

/** `npm start`: the reference backend with demo data and the example portals, built first where something changed. */
export async function main(args: string[]): Promise<number> {
  if ((await build()) !== 0) return 1;
  process.env.PORT ??= "4310";
  const cli = join(root, "packages/server/dist/cli/main.js");
  const { main: portico } = (await import(pathToFileURL(cli).href)) as {
    main(argv: string[]): Promise<number>;
  };
  return portico([process.execPath, "portico", "serve", "--demo", ...args]);
}
