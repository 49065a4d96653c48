import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Rolldown } from "vite";
import { integrityOf, markup } from "./cdn-integrity.ts";
import { minifyLiterals } from "./minify-literals.ts";
import { root } from "./repo.ts";

const elements = join(root, "packages/elements");

const cdnFolder = join(elements, "dist/cdn");

/** A script that a page without a bundler loads, and what its elements share in one chunk. */
interface CdnEntry {
  readonly name: string;
  readonly shared: Rolldown.CodeSplittingGroup;
}

const cdnEntries: readonly CdnEntry[] = [
  // What lazy chunks share must not lie in the entry: a page may load that as `portico.js?v=2`, and they as
  // `portico.js`, which would be a second copy.
  { name: "portico", shared: { name: "initial", tags: ["$initial"] } },
  { name: "loader", shared: { name: "core", minShareCount: 2 } },
];

/**
 * Bundles the files for pages without a bundler: `<version>/…`, which never change, with their hashes and markup to
 * paste; and `portico.js` and `loader.js` themselves, which lead to the newest version.
 *
 * @param args the folder to write to instead of the package's own.
 */
export async function main([folder = cdnFolder]: string[]): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(elements, "package.json"), "utf8")) as { version: string };
  const versioned = join(folder, version);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(versioned, { recursive: true });

  const bundles = await Promise.all(cdnEntries.map((entry) => bundle(entry, versioned)));
  writeJson(join(versioned, "integrity.json"), { version, files: integrityOf(bundles.flat()) });
  for (const chunks of bundles) {
    const entry = chunks.find((chunk) => chunk.isEntry);
    if (!entry) throw new Error("A bundle has no entry.");
    writeFileSync(join(versioned, `${entry.name}.html`), markup(entry, chunks, `/portico/${version}/`));
    writeFileSync(join(folder, entry.fileName), leadTo(version, entry.code));
  }
  return 0;
}

async function bundle({ name, shared }: CdnEntry, outDir: string): Promise<Rolldown.OutputChunk[]> {
  const result = await build({
    root: elements,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [minifyLiterals()],
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      sourcemap: true,
      reportCompressedSize: false,
      lib: { entry: { [name]: join(elements, `src/scripts/${name}.ts`) }, formats: ["es"] },
      rolldownOptions: {
        output: {
          entryFileNames: "[name].js",
          chunkFileNames: "chunks/[name]-[hash].js",
          minify: true,
          comments: { annotation: false },
          codeSplitting: { groups: [shared] },
        },
      },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const chunks = output.filter((part) => part.type === "chunk");
  const second = chunks.find(({ imports }) => imports.includes(`${name}.js`));
  if (second) throw new Error(`${second.fileName} imports ${name}.js, which would be a second copy of it.`);
  return chunks;
}

/** An entry is small: at the address that stays it stands itself, and takes its chunks from where they never change. */
function leadTo(version: string, code: string): string {
  return code
    .replaceAll(/(["'`])\.\/chunks\//g, `$1./${version}/chunks/`)
    .replace("sourceMappingURL=", `sourceMappingURL=${version}/`);
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
