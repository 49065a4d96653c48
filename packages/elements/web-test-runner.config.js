import { fileURLToPath } from "node:url";
import { defaultReporter } from "@web/test-runner";
import { chromeLauncher } from "@web/test-runner-chrome";
import { chromiumArgs, chromiumPath } from "../tools/src/browsers.ts";
import { countingReporter } from "../tools/src/counting-reporter.ts";

// `tsc -b` has compiled the decorators, so the browser gets plain ESM: no bundler, only bare imports resolved.
export default {
  // The repository's root, because hoisted dependencies and the other packages lie outside this one.
  rootDir: fileURLToPath(new URL("../..", import.meta.url)),
  files: fileURLToPath(new URL("dist/**/*.test.js", import.meta.url)),
  nodeResolve: true,
  concurrency: 2,
  browsers: [chromeLauncher({ launchOptions: { executablePath: chromiumPath(), args: [...chromiumArgs] } })],
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 180_000,
  // Every test file gets a page of its own, complete enough for the accessibility checks.
  testRunnerHtml: (testFramework) => `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tests</title></head>
      <body><script type="module" src="${testFramework}"></script></body>
    </html>`,
  reporters: [
    defaultReporter(),
    ...(process.env.PORTICO_TEST_COUNTS ? [countingReporter(process.env.PORTICO_TEST_COUNTS)] : []),
  ],
};
