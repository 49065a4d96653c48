import { build, type Rolldown } from "vite";

export interface BundleOptions {
  /** Modules to take in the place of others. */
  readonly alias?: Readonly<Record<string, string>>;
  /** Imports that stay imports, and the address at which the page finds them. */
  readonly elsewhere?: readonly [imports: RegExp, address: string];
}

/** The scripts of a page by their file names, bundled as an app would: the client's lazy modules in files of their own. */
export async function bundle(
  entry: string,
  fileName: string,
  { alias = {}, elsewhere: [imports, address] = [/^$/, ""] }: BundleOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    // Whatever a test runner calls its environment.
    define: { "process.env.NODE_ENV": '"production"' },
    oxc: { jsx: { runtime: "automatic", development: false } },
    resolve: { alias, conditions: ["production", "module", "browser"] },
    build: {
      write: false,
      target: "es2022",
      minify: false,
      lib: { entry, fileName, formats: ["es"] },
      rolldownOptions: {
        external: imports,
        output: { paths: (id) => (imports.test(id) ? address : id) },
      },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  return new Map(output.flatMap((part) => (part.type === "chunk" ? [[part.fileName, part.code]] : [])));
}
