import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cache, root, run, seconds } from "./repo.ts";

const packages = ["contract", "sdk", "elements", "react", "analytics", "server", "conformance"].map(
  (name) => `packages/${name}`,
);
const databaseScript = "packages/server/bin/prepare-database.js";
const cdnInputs = [
  "package-lock.json",
  "packages/elements/package.json",
  "packages/{contract,sdk,elements}/src/**/*.ts",
  "packages/tools/src/{cdn*,minify-literals}.ts",
];
const cdnOutputs = "packages/elements/dist/cdn/**/*.{js,html,json}";
const cdnStamp = join(cache, "cdn.stamp");

/** `npm run build`: compiles the packages and bundles the CDN files, both only where something changed. */
export async function main(): Promise<number> {
  return (await compilePackages()) && (await bundleCdn()) && (await prepareDatabase()) ? 0 : 1;
}

async function compilePackages(): Promise<boolean> {
  const start = performance.now();
  process.stdout.write("Compiling the packages … ");
  const { code, output } = await run("tsc", ["-b", ...packages]);
  console.log(code === 0 ? seconds(start) : "failed");
  if (output) console.error(output);
  return code === 0;
}

/** Making an empty database takes as long as starting a server may: it is made here, once. */
async function prepareDatabase(): Promise<boolean> {
  const { code, output } = await run("node", [databaseScript]);
  if (output) console.log(output);
  return code === 0;
}

async function bundleCdn(): Promise<boolean> {
  if (existsSync(cdnStamp) && readFileSync(cdnStamp, "utf8") === cdnState()) return true;

  const start = performance.now();
  process.stdout.write("Bundling the CDN files … ");
  // Whatever the caller's own: only under this one are libraries taken in the form for production.
  const env = { NODE_ENV: "production" };
  const { code, output } = await run("node", ["packages/tools/run.js", "cdn"], { env });
  console.log(code === 0 ? seconds(start) : "failed");
  if (output) console.error(output);
  if (code !== 0) return false;

  mkdirSync(dirname(cdnStamp), { recursive: true });
  writeFileSync(cdnStamp, cdnState());
  return true;
}

/** A hash of what goes into the bundles and of what came out. */
function cdnState(): string {
  const files = globSync([...cdnInputs, cdnOutputs], { cwd: root, exclude: ["**/*.test.ts"] });
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}
