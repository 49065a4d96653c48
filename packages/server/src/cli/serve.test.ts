import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const portico = fileURLToPath(new URL("../../bin/portico.js", import.meta.url));

let folder: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "portico-serve-"));
});
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  const env = {
    ...process.env,
    PORTICO_DATA: folder,
    DATABASE_URL: undefined,
    PORTICO_JWT_SECRET: undefined,
  };
  const child = spawn(process.execPath, [portico, ...args], { env });
  running.push(child);
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        output += chunk;
        const match = pattern.exec(output);
        if (match) resolve(match[1] ?? match[0]);
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
      void ended.then((code) => reject(new Error(`It ended with ${code}: ${output}`)));
    });
  return { child, ended, said };
}

const serve = () => {
  const server = run("serve", "--port", "0", "--quiet");
  return { ...server, address: server.said(/listens on (http:\/\/\S+)/) };
};

const enquiry = (address: string, key: string) =>
  fetch(`${address}/v1/service-requests`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify({ kind: "suggestion", title: "Keep it" }),
  });

describe("a server that is killed", () => {
  it("still has what it answered with success, and answers the same key alike", {
    timeout: 120_000,
  }, async () => {
    const first = serve();
    const answer = await enquiry(await first.address, "a-key-for-one");
    expect(answer.status).toBe(201);
    const created = await answer.json();
    first.child.kill("SIGKILL");
    await first.ended;

    const second = serve();
    const again = await enquiry(await second.address, "a-key-for-one");
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await again.json()).toEqual(created);

    const intruder = run("serve", "--port", "0");
    expect(await intruder.said(/is in use by process (\d+)/)).toBe(String(second.child.pid));
    expect(await intruder.ended).toBe(1);

    const minting = run("token", "--as", "manager", "--id", "m1");
    const token = await minting.said(/^[\w-]+\.[\w-]+\.[\w-]+$/m);
    const read = await fetch(`${await second.address}/v1/service-requests/${created.id}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(await read.json()).toMatchObject({ number: created.number });

    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
  });
});

describe("the command line", () => {
  it("says what is wrong with its arguments", async () => {
    const token = run("token", "--as", "customer");
    expect(await token.said(/needs --customer ID/)).toBeTruthy();
    expect(await token.ended).toBe(1);
    const port = run("serve", "--port", "many", "--data", join(folder, "other"));
    expect(await port.said(/port must be a number/)).toBeTruthy();
    expect(await port.ended).toBe(1);
  });

  it("takes a lock that a killed server left behind", { timeout: 60_000 }, async () => {
    await writeFile(join(folder, "lock"), "999999");
    const server = serve();
    await server.address;
    server.child.kill("SIGINT");
    expect(await server.ended).toBe(0);
  });
});
