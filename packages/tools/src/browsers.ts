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

const debianPackages = ["chromium", "fonts-noto-cjk"];

const systemPaths = [
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

/** The Chromium this machine already has, or undefined. A path set in the environment wins and must be right. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env.CHROMIUM_PATH ?? env.CHROME_PATH;
  if (named) {
    if (!isExecutable(named))
      throw new Error(`CHROMIUM_PATH or CHROME_PATH names ${named}, which cannot be run.`);
    return named;
  }
  const fromPlaywright = playwrightPatterns.flatMap((pattern) => globSync(join(homedir(), pattern)));
  return [...systemPaths, ...fromPlaywright].find(isExecutable);
}

/** The path of a Chromium, installed first when the machine has none and allows it. Throws what to install. */
export function chromiumPath(): string {
  const path = findChromium() ?? installChromium();
  if (!path) {
    throw new Error(
      "No Chromium or Chrome was found. Install one (Debian: `apt-get install " +
        `${debianPackages.join(" ")}\`) or name it in CHROMIUM_PATH.`,
    );
  }
  return path;
}

function installChromium(): string | undefined {
  if (platform() !== "linux" || !isRoot || !isOnPath("apt-get")) return undefined;
  console.log(
    `No Chromium here: installing ${debianPackages.join(" and ")} with apt-get, which takes a minute or two.`,
  );
  aptGet("update");
  aptGet("install", "--yes", "--no-install-recommends", ...debianPackages);
  return findChromium();
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

/** `node packages/tools/run.js browsers`: provides a Chromium and prints its path. */
export function main(): number {
  console.log(chromiumPath());
  return 0;
}
