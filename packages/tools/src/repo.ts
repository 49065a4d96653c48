import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** The top folder of the repository. */
export const root = join(import.meta.dirname, "../../..");

/** Where tools keep what can be made again; git ignores it. */
export const cache = join(root, ".cache");

export interface RunResult {
  code: number;
  /** stdout and stderr as they came, empty when `show` was set. */
  output: string;
}

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Lets the child write to the terminal instead of collecting its output. */
  show?: boolean;
  /** Milliseconds after which the child is ended. */
  timeout?: number;
}

/** Runs a program of the system or of `node_modules/.bin`. A program that cannot start ends with code 127. */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<RunResult> {
  const env = { ...process.env, ...options.env };
  env.PATH = [join(root, "node_modules/.bin"), env.PATH ?? ""].join(delimiter);
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env,
    ...(options.timeout ? { timeout: options.timeout } : {}),
    stdio: options.show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text) => (output += text));
  child.stderr?.setEncoding("utf8").on("data", (text) => (output += text));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 127, output: `${output}${command}: ${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Seconds since `start` (from `performance.now()`), for people: `1.4 s`. */
export function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
