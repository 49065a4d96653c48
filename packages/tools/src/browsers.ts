import { spawnSync } from "node:child_process";
import { accessSync, constants, globSync } from "node:fs";
import { homedir, platform } from "node:os";
import { delimiter, join } from "node:path";

const isRoot = process.getuid?.() === 0;

/** Flags for every Chromium the project starts: no sandbox only where it cannot work, and no talk with the outside. */
export const chromiumArgs: readonly string[] = [
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-gpu",
  "--no-first-run",
];

const chromiumPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

const playwrightPatterns = [
  ".cache/ms-playwright/chromium-*/chrome-linux*/chrome",
  "Library/Caches/ms-playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
  "AppData/Local/ms-playwright/chromium-*/chrome-win*/chrome.exe",
];

const firefoxPaths = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:/Program Files/Mozilla Firefox/firefox.exe",
];

/** WebKitGTK: it is driven from outside and needs a screen, which `Xvfb` makes up. */
export interface WebKit {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

interface Browser {
  readonly name: string;
  readonly debianPackages: readonly string[];
  find(): unknown;
}

const chromium: Browser = {
  name: "Chromium",
  debianPackages: ["chromium", "fonts-noto-cjk"],
  find: findChromium,
};

const browsers: readonly Browser[] = [
  chromium,
  { name: "Firefox", debianPackages: ["firefox-esr"], find: findFirefox },
  { name: "WebKit", debianPackages: ["webkit2gtk-driver", "xvfb"], find: findWebKit },
];

/** The Chromium this machine already has, or undefined. A path set in the environment wins and must be right. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = namedIn(env, "CHROMIUM_PATH") ?? namedIn(env, "CHROME_PATH");
  if (named) return named;
  const fromPlaywright = playwrightPatterns.flatMap((pattern) => globSync(join(homedir(), pattern)));
  return [...chromiumPaths, ...fromPlaywright].find(isExecutable);
}

/** The Firefox this machine already has, or undefined. A path set in the environment wins and must be right. */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return namedIn(env, "FIREFOX_PATH") ?? firefoxPaths.find(isExecutable);
}

/** The WebKit this machine already has, or undefined unless all its programs are there. */
export function findWebKit(): WebKit | undefined {
  const driver = "/usr/bin/WebKitWebDriver";
  const screen = "/usr/bin/Xvfb";
  const browser = globSync("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")[0];
  return browser && [driver, screen, browser].every(isExecutable) ? { driver, browser, screen } : undefined;
}

/** The path of a Chromium, installed first when the machine has none and allows it. Throws what to install. */
export function chromiumPath(): string {
  if (!findChromium()) install(chromium);
  const path = findChromium();
  if (!path) throw new Error(`${howToInstall(chromium)} Or name a Chrome in CHROMIUM_PATH.`);
  return path;
}

function namedIn(env: NodeJS.ProcessEnv, variable: string): string | undefined {
  const path = env[variable];
  if (path && !isExecutable(path)) throw new Error(`${variable} names ${path}, which cannot be run.`);
  return path;
}

function howToInstall({ name, debianPackages }: Browser): string {
  return `There is no ${name} here. On Debian: apt-get install ${debianPackages.join(" ")}.`;
}

function install({ name, debianPackages }: Browser): void {
  if (platform() !== "linux" || !isRoot || !isOnPath("apt-get")) return;
  console.log(`No ${name} here: installing ${debianPackages.join(" and ")} with apt-get, a minute or two.`);
  aptGet("update");
  aptGet("install", "--yes", "--no-install-recommends", ...debianPackages);
}

/** A browser that cannot be installed must not keep the others from it. */
function tryToInstall(browser: Browser): void {
  try {
    install(browser);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stdout, stderr } = spawnSync("apt-get", ["--quiet", ...args], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`apt-get ${args[0]} failed:\n${stdout}${stderr}`);
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => isExecutable(join(folder, program)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * `node packages/tools/run.js browsers`: provides the browsers of the tests. Chromium must be there; without Firefox or
 * WebKit the elements' tests run in less, which only a run that counts (`CI=true`) refuses.
 */
export function main(): number {
  for (const browser of browsers) if (!browser.find()) tryToInstall(browser);
  const absent = browsers.filter((browser) => !browser.find());
  for (const browser of absent) console.error(howToInstall(browser));
  return absent.includes(chromium) || (absent.length > 0 && process.env.CI === "true") ? 1 : 0;
}
