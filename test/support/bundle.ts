import { build, type Rolldown } from "vite";

/** The scripts of a page by their file names, bundled as an app would: the client's lazy modules in files of their own. */
export async function bundle(entry: string, fileName: string): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    // Libraries in the form for production, whatever a test runner calls its environment.
    resolve: { conditions: ["browser", "module", "import", "default"] },
    build: {
      write: false,
      target: "es2022",
      minify: false,
      lib: { entry, fileName, formats: ["es"] },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  return new Map(output.flatMap((part) => (part.type === "chunk" ? [[part.fileName, part.code]] : [])));
}
