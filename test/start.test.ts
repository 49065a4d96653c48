import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answers, freePort, root } from "./support/server.ts";

test("npm start says what it does until the portals answer at the address it gives", async () => {
  const folder = await mkdtemp(join(tmpdir(), "portico-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { DATABASE_URL: _, ...environment } = process.env;
  const started = spawn(process.execPath, ["packages/tools/run.js", "start"], {
    cwd: root,
    env: { ...environment, PORT: String(port), PORTICO_DATA: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const collect = (chunk: Buffer) => {
    said += chunk;
  };
  started.stdout.on("data", collect);
  started.stderr.on("data", collect);
  const ended = new Promise((resolve) => started.once("exit", resolve));
  try {
    await expect
      .poll(() => firstPage(url, started.exitCode, said), { timeout: 120_000 })
      .toContain("Jianghai Bank");
    for (const step of ["Compiling", "Opening the database", "Writing demo data", `listens on ${url}`])
      expect(said).toContain(step);
  } finally {
    started.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
});

/** What a browser gets, or undefined while nothing listens; throws what was said when it has ended. */
async function firstPage(url: string, exitCode: number | null, said: string): Promise<string | undefined> {
  if (exitCode !== null) throw new Error(`It ended with ${exitCode}:\n${said}`);
  return (await answers(url)) ? (await fetch(url)).text() : undefined;
}
