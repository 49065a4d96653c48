import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
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

const run = (...args: string[]) => start({}, ...args);

function start(given: Record<string, string>, ...args: string[]) {
  const env = {
    ...process.env,
    PORTICO_DATA: folder,
    DATABASE_URL: undefined,
    PORTICO_JWT_SECRET: undefined,
    ...given,
  };
  const child = spawn(process.execPath, [portico, ...args], { env });
  running.push(child);
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  /** The part of the output in parentheses, the match, or with `group` 0 all of it. */
  const said = (pattern: RegExp, group?: 0) =>
    new Promise<string>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        output += chunk;
        const match = pattern.exec(output);
        if (match) resolve(group === 0 ? output : (match[1] ?? match[0]));
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

describe("a first start that is killed", () => {
  it("leaves nothing that the next one takes for a database", { timeout: 120_000 }, async () => {
    const data = join(folder, "cut-short");
    const first = run("serve", "--port", "0", "--data", data);
    await first.said(/Making a database/);
    await expect
      .poll(() => readdir(data), { timeout: 20_000 })
      .toContainEqual(expect.stringMatching(/unfinished/));
    first.child.kill("SIGKILL");
    await first.ended;

    const second = run("serve", "--port", "0", "--quiet", "--data", data);
    const address = await second.said(/listens on (http:\/\/\S+)/);
    expect((await enquiry(address, "a-key-for-one")).status).toBe(201);
    expect((await readdir(data)).sort()).toEqual(["database", "jwt-secret", "lock"]);
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

  it.each<[string, Record<string, string>, string[], RegExp]>([
    [
      "a database that refuses",
      { DATABASE_URL: "postgres://portico:hush@localhost:1/none" },
      [],
      /DATABASE_URL cannot be used: .*ECONNREFUSED/,
    ],
    [
      "an address that is none",
      { DATABASE_URL: "hush" },
      [],
      /DATABASE_URL must be an address that begins with postgres:/,
    ],
    ["keys at no address", { PORTICO_JWKS_URL: "hush" }, [], /PORTICO_JWKS_URL must be an address/],
    [
      "a secret that is too short",
      { PORTICO_JWT_SECRET: "hush" },
      [],
      /PORTICO_JWT_SECRET must have at least 32 characters/,
    ],
    [
      "a folder that cannot be",
      {},
      ["--data", `${process.execPath}/x`],
      /The data folder .* cannot be written/,
    ],
  ])("says so, and no secret, before it serves with %s", { timeout: 60_000 }, async (_, env, args, words) => {
    const server = start(env, "serve", "--port", "0", ...args);
    const said = await server.said(words, 0);
    expect(await server.ended).toBe(1);
    expect(said).not.toMatch(/hush|\n\s+at /);
  });

  it("says whose port it cannot have, and what to do about a damaged folder", {
    timeout: 60_000,
  }, async () => {
    const taken = createServer().listen(0);
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const data = join(folder, "damaged");
    const second = run("serve", "--port", String(port), "--data", data);
    expect(await second.said(/Port \d+ is in use/)).toBe(`Port ${port} is in use`);
    expect(await second.ended).toBe(1);
    taken.close();

    await writeFile(join(data, "database/global/pg_control"), "damaged");
    const damaged = run("serve", "--port", "0", "--data", data);
    expect(await damaged.said(/cannot be opened: .*put a copy of it back/)).toBeTruthy();
    expect(await damaged.ended).toBe(1);
  });

  it("takes blank settings for none", { timeout: 60_000 }, async () => {
    const blank = { DATABASE_URL: "", PORTICO_JWKS_URL: " ", PORTICO_JWT_SECRET: "", PORT: "", HOST: "" };
    const server = start(blank, "serve", "--port", "0", "--quiet", "--data", join(folder, "blank"));
    await server.said(/listens on/);
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
  });

  it("takes a lock that a killed server left behind", { timeout: 60_000 }, async () => {
    await writeFile(join(folder, "lock"), "999999");
    const server = serve();
    await server.address;
    server.child.kill("SIGINT");
    expect(await server.ended).toBe(0);
  });
});
