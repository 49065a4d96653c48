import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { root, run } from "./repo.ts";

const published = ["contract", "sdk", "elements", "react", "analytics", "server", "conformance"];

/** What TypeScript resolves as a module. Other exports are plain files. */
const typed = /\.(d\.ts|json)$/;

type Target = string | { readonly types?: string; readonly default: string };

/** The `packing` step: packs every published package and judges the tarball as the registry and compilers will. */
export async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "portico-packing-"));
  try {
    let faults = 0;
    for (const name of published) {
      for (const fault of await faultsOf(name, folder)) {
        faults += 1;
        console.error(`${name}: ${fault}`);
      }
    }
    return faults === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function faultsOf(name: string, folder: string): Promise<string[]> {
  const source = join(root, "packages", name);
  const packed = await run("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], {
    cwd: source,
  });
  const tarball = join(folder, packed.output.trim().split("\n").at(-1) ?? "");
  if (packed.code !== 0) return [packed.output];
  const unpacked = join(folder, name);
  mkdirSync(unpacked);
  await run("tar", ["-xzf", tarball, "-C", unpacked, "--strip-components=1"]);

  const publint = await run("publint", ["run", tarball, "--strict"]);
  // ESM alone is our choice: what `require` and the resolution of Node 10 make of it is not asked.
  const types = [
    "--profile",
    "esm-only",
    "--format",
    "ascii",
    "--entrypoints",
    ...entriesOf(source, unpacked),
  ];
  const attw = await run("attw", [tarball, ...types]);
  return [publint, attw]
    .filter(({ code }) => code !== 0)
    .map(({ output }) => output)
    .concat(strangersIn(unpacked));
}

/** Every entry of the package that has types, those of patterns by name. */
function entriesOf(source: string, unpacked: string): string[] {
  const { exports } = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as {
    exports: Record<string, Target>;
  };
  const files = filesIn(unpacked);
  return Object.entries(exports).flatMap(([entry, target]) => {
    const file = typeof target === "string" ? target : (target.types ?? target.default);
    if (!typed.test(file)) return [];
    if (!file.includes("*")) return [entry];
    const [before, ...after] = file
      .slice("./".length)
      .split("*")
      .map((part) => part.replaceAll(".", "\\."));
    const pattern = new RegExp(`^${before}([^/]+)${after.join("\\1")}$`);
    return files.flatMap((path) => pattern.exec(path)?.[1] ?? []).map((name) => entry.replace("*", name));
  });
}

/** Files that nobody outside can use, and files that tell of the machine they were made on. */
function strangersIn(unpacked: string): string[] {
  const files = filesIn(unpacked);
  const tests = files.filter((file) => /\.test\.|(^|[\\/])test[\\/]|\.tsbuildinfo$/.test(file));
  const tellers = files.filter((file) => readFileSync(join(unpacked, file), "latin1").includes(root));
  return [
    ...tests.map((file) => `${file} is for our tests alone.`),
    ...tellers.map((file) => `${file} holds a path of this machine.`),
  ];
}

function filesIn(folder: string): string[] {
  return globSync("**/*.*", { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
