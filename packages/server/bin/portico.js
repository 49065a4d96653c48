#!/usr/bin/env node
import { existsSync } from "node:fs";

const cli = new URL("../dist/cli/main.js", import.meta.url);
if (!existsSync(cli)) {
  console.error("portico is not built yet. Run `npm run build` in the project's folder, then try again.");
  process.exit(1);
}
const { main } = await import(cli.href);
process.exitCode = await main(process.argv);
