import { readdirSync } from "node:fs";
import { parse } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultReporter } from "@web/test-runner";
import { chromeLauncher } from "@web/test-runner-chrome";
import puppeteer from "puppeteer-core";
import { chromiumArgs, chromiumPath, findFirefox, findWebKit } from "../tools/src/browsers.ts";
import { countingReporter } from "../tools/src/counting-reporter.ts";
import { WebKitLauncher } from "../tools/src/webkit-launcher.ts";

/** One element alone: `ELEMENT=rating npx wtr`. */
const only = process.env.ELEMENT;

/** Names of files that `/unreliable/…` does not serve at the moment; `/unreliable?lost=a.js,b.js` sets them. */
let lost = [];

/** What `define/` defines; the provider, which draws nothing, is the other side of every shared suite. */
async function elements(context, next) {
  if (context.path !== "/elements.json") return next();
  const names = readdirSync(new URL("src/define", import.meta.url)).map((file) => parse(file).name);
  context.body = names.filter((name) => name !== "provider" && name === (only ?? name));
}

/** Serves every file a second time below `/unreliable/`, as over a network that loses some of them. */
async function unreliable(context, next) {
  if (context.path === "/unreliable") {
    lost = context.query.lost?.split(",") ?? [];
    context.body = "";
    return;
  }
  if (context.path.startsWith("/unreliable/")) {
    if (lost.some((name) => context.path.endsWith(`/${name}`))) {
      // An answer would be cached, whatever it says.
      context.respond = false;
      context.res.destroy();
      return;
    }
    context.url = context.url.replace("/unreliable/", "/");
  }
  await next();
}

/** Two pages run at once, and only one could have the focus: each is told that it has. */
async function focusedPage({ context }) {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: true });
  return page;
}

/** How to launch each browser, `undefined` when this machine has none. */
const launchers = {
  Chromium: () =>
    chromeLauncher({
      launchOptions: { executablePath: chromiumPath(), args: [...chromiumArgs] },
      createPage: focusedPage,
      concurrency: 2,
    }),
  Firefox: () => {
    const executablePath = findFirefox();
    return (
      executablePath && chromeLauncher({ puppeteer, launchOptions: { browser: "firefox", executablePath } })
    );
  },
  WebKit: () => {
    const programs = findWebKit();
    return programs && new WebKitLauncher(programs);
  },
};

/** All browsers that are here, or those named: `BROWSERS=Firefox,WebKit npx wtr`. */
function browsers() {
  const names = process.env.BROWSERS?.split(",") ?? Object.keys(launchers);
  const launched = names.map((name) => [name, launchers[name]()]);
  for (const [name, launcher] of launched)
    if (!launcher) console.warn(`NOT TESTED in ${name}: there is none here.`);
  return launched.flatMap(([, launcher]) => launcher || []);
}

// `tsc -b` has compiled the decorators, so the browser gets plain ESM: no bundler, only bare imports resolved.
export default {
  // The repository's root, because hoisted dependencies and the other packages lie outside this one.
  rootDir: fileURLToPath(new URL("../..", import.meta.url)),
  files: (only ? [only, "internal/test", "pseudo-locale"] : ["**"]).map((folder) =>
    fileURLToPath(new URL(`dist/${folder}/*.test.js`, import.meta.url)),
  ),
  nodeResolve: true,
  middleware: [elements, unreliable],
  concurrency: 1,
  browsers: browsers(),
  testFramework: { config: { timeout: 20_000 } },
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
