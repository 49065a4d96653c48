import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main as build } from "./build.ts";
import { root } from "./repo.ts";

/** `npm run chaos`: writes through the SDK to a server that is killed, over a line that is cut; built first where something changed. */
export async function main(args: string[]): Promise<number> {
  if ((await build()) !== 0) return 1;
  const { main: chaos } = (await import(pathToFileURL(join(root, "test/chaos/main.ts")).href)) as {
    main(args: string[]): Promise<number>;
  };
  return chaos(args);
}
