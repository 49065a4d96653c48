import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { minifyLiterals } from "./packages/tools/src/minify-literals.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  plugins: [minifyLiterals()],
  // The files a page without a bundler loads: one module with every element and the client, locales on demand.
  build: {
    outDir: path("packages/elements/dist/cdn"),
    // The compiler's declarations and source maps of the same entry stay beside the bundle.
    emptyOutDir: false,
    target: "es2022",
    sourcemap: true,
    reportCompressedSize: false,
    lib: { entry: { portico: path("packages/elements/src/cdn/entry.ts") }, formats: ["es"] },
    rolldownOptions: {
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "chunks/[name]-[hash].js",
        minify: true,
        // What lazy chunks share must not lie in the entry: a page may load that as `portico.js?v=2`, and they as
        // `portico.js`, which would be a second copy.
        codeSplitting: { groups: [{ name: "initial", tags: ["$initial"] }] },
      },
    },
  },
  test: {
    reporters: ["default"],
    projects: [
      {
        test: {
          name: "packages",
          include: ["packages/{contract,sdk,analytics,server,conformance,tools}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "end-to-end",
          include: ["test/**/*.test.ts"],
          // Browsers, servers and databases of one test would starve those of another on a small machine.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
