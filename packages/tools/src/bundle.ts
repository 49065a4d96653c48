import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { minifyLiterals } from "./minify-literals.ts";
import { root } from "./repo.ts";

/** Compressed bytes of what a page loads. */
export interface Bundle {
  /** The entry and everything it imports statically. */
  initial: { modules: string[]; brotli: number; gzip: number };
  /** What it may load later, by the name of the chunk; `nested` is asked for by another such chunk alone. */
  lazy: { name: string; modules: string[]; brotli: number; nested: boolean }[];
}

const entryId = "portico:entry";

/** Bundles and minifies `source` for browsers, in memory, and weighs the result. */
export async function bundle(source: string): Promise<Bundle> {
  const result = await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [
      minifyLiterals(),
      {
        name: "portico-entry",
        resolveId: (id) => (id === entryId ? id : null),
        load: (id) => (id === entryId ? { code: source, moduleSideEffects: true } : null),
      },
    ],
    build: {
      write: false,
      target: "es2022",
      reportCompressedSize: false,
      // Library mode adds no preload helper of Vite's own, so that only what is ours is weighed.
      lib: { entry: entryId, fileName: "entry", formats: ["es"] },
      // Split as the files for pages without a bundler are.
      rolldownOptions: {
        input: entryId,
        output: {
          minify: true,
          comments: { annotation: false },
          codeSplitting: { groups: [{ name: "initial", tags: ["$initial"] }] },
        },
      },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const chunks = output.filter((part) => part.type === "chunk");
  const initial = initialChunks(chunks);
  const asked = new Set(initial.flatMap((chunk) => chunk.dynamicImports));
  return {
    initial: {
      modules: initial.flatMap((chunk) => chunk.moduleIds),
      brotli: sum(initial.map((chunk) => brotli(chunk.code))),
      gzip: sum(initial.map((chunk) => gzipSync(chunk.code, { level: 9 }).length)),
    },
    lazy: chunks
      .filter((chunk) => !initial.includes(chunk))
      .map(({ name, moduleIds, code, fileName }) => ({
        name,
        modules: moduleIds,
        brotli: brotli(code),
        nested: !asked.has(fileName),
      })),
  };
}

function initialChunks(chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const reached = new Set(chunks.filter((chunk) => chunk.isEntry));
  for (const chunk of reached) {
    for (const other of chunks) if (chunk.imports.includes(other.fileName)) reached.add(other);
  }
  return [...reached];
}

export function brotli(code: string): number {
  return brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

export function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
