import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { test as base, describe, expect } from "vitest";
import { PorticoServer, root, runNode } from "./support/server.ts";

const execute = promisify(execFile);

/** A folder where the packages lie as an installation leaves them, from the tarballs that would be published. */
class Installation {
  private constructor(readonly folder: string) {}

  static async make(): Promise<Installation> {
    const folder = await mkdtemp(join(tmpdir(), "portico-packed-"));
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
    for (const name of ["contract", "sdk"]) {
      const arguments_ = ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder];
      const { stdout } = await execute("npm", arguments_, { cwd: join(root, "packages", name) });
      const target = join(folder, "node_modules/@portico", name);
      await mkdir(target, { recursive: true });
      await execute("tar", ["-xzf", join(folder, stdout.trim()), "-C", target, "--strip-components=1"]);
    }
    await symlink(join(root, "node_modules/zod"), join(folder, "node_modules/zod"));
    return new Installation(folder);
  }

  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The entries of a package that are modules, as one imports them. */
  async entriesOf(name: string): Promise<string[]> {
    const text = await readFile(join(this.folder, "node_modules", name, "package.json"), "utf8");
    const { exports } = JSON.parse(text) as { exports: Record<string, string | object> };
    return Object.keys(exports)
      .filter((entry) => typeof exports[entry] === "object")
      .map((entry) => `${name}${entry.slice(1)}`);
  }

  /** Runs a module in Node and returns what it prints, as JSON. */
  async run(source: string): Promise<unknown> {
    await writeFile(join(this.folder, "main.js"), source);
    const { code, stdout, stderr } = await runNode([join(this.folder, "main.js")], process.env);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  }

  /** Runs a module in a worker that has no `process`, as those of browsers and edge platforms, and returns what it posts. */
  async runInWorker(source: string): Promise<unknown> {
    await writeFile(
      join(this.folder, "worker.js"),
      `const { parentPort } = await import("node:worker_threads");
       delete globalThis.process;
       const post = (result) => parentPort.postMessage(result);
       ${source}`,
    );
    return this.run(
      `import { Worker } from "node:worker_threads";
       const worker = new Worker(new URL("worker.js", import.meta.url));
       worker.on("message", (result) => console.log(JSON.stringify(result)));
       worker.on("error", (error) => { console.error(error); process.exitCode = 1; });`,
    );
  }
}

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("installation", { scope: "file" }, async ({}, { onCleanup }) => {
    const installation = await Installation.make();
    onCleanup(() => installation.dispose());
    return installation;
  })
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("server", { scope: "file" }, async ({}, { onCleanup }) => {
    const server = await PorticoServer.prepare();
    onCleanup(() => server.dispose());
    await server.start();
    return server;
  });

const importing = (entries: readonly string[]) =>
  `const counts = {};
   for (const entry of ${JSON.stringify(entries)}) counts[entry] = Object.keys(await import(entry)).length;`;

describe("what is packed", () => {
  test("is imported by every entry, in Node and in a worker without `process`", async ({ installation }) => {
    const entries = (
      await Promise.all(["@portico/contract", "@portico/sdk"].map((name) => installation.entriesOf(name)))
    ).flat();
    expect(entries).toContain("@portico/sdk/service-requests");
    const inNode = await installation.run(`${importing(entries)} console.log(JSON.stringify(counts));`);
    expect(Object.keys(inNode as object)).toEqual(entries);
    expect(Object.values(inNode as object)).not.toContain(0);
    const inWorker = await installation.runInWorker(`${importing(entries)} post(counts);`);
    expect(inWorker).toEqual(inNode);
  });

  test("talks to the reference backend, whole and one resource at a time", async ({
    installation,
    server,
  }) => {
    const token = await server.token("--as", "agent", "--id", "agent-1", "--unit", "service-desk");
    const options = `{ baseUrl: ${JSON.stringify(server.url)}, auth: () => ${JSON.stringify(token)} }`;
    const source = `
      const { createClient } = await import("@portico/sdk");
      const { createCore } = await import("@portico/sdk/core");
      const { serviceRequests } = await import("@portico/sdk/service-requests");
      const { tolerant } = await import("@portico/sdk/validation");
      const crm = createClient({ ...${options}, validate: tolerant("strict") });
      const { id } = await crm.customers.create({ kind: "person", displayName: "王芳" });
      await crm.attachments.upload(new Blob(["42"], { type: "text/plain" }));
      const requests = serviceRequests(createCore(${options}));
      const made = await requests.create({ kind: "suggestion", title: "Longer hours", customerId: id });
      const found = [];
      for await (const { title } of requests.list({ customerId: id })) found.push(title);
      const next = new Promise((resolve) => {
        const stop = crm.changes.subscribe({ subject: made.id, resource: "serviceRequests" }, ({ type }) => { stop(); resolve(type); }, {
          onStatus: (status) => status === "live" && requests.update(made.id, { title: "Later hours" }),
        });
      });
      const result = { found, change: await next, state: made.state };`;
    const expected = {
      found: ["Longer hours"],
      state: "acknowledged",
      change: "portico.serviceRequest.updated",
    };
    expect(await installation.run(`${source} console.log(JSON.stringify(result));`)).toEqual(expected);
    expect(await installation.runInWorker(`${source} post(result);`)).toEqual(expected);
  });

  test.for([
    ["NodeNext", "NodeNext"],
    ["ESNext", "Bundler"],
  ])(
    "has types for a consumer of module %s and resolution %s",
    async ([module = "", resolution = ""], { installation }) => {
      await cp(join(root, "test/support/consumer.ts"), join(installation.folder, "consumer.ts"));
      const settings = [
        "--strict",
        "--noEmit",
        "--exactOptionalPropertyTypes",
        "--target",
        "ES2022",
        "--types",
        "",
      ];
      const lib = ["--lib", "ES2023,DOM,DOM.Iterable,DOM.AsyncIterable"];
      const how = ["--module", module, "--moduleResolution", resolution];
      const tsc = join(root, "node_modules/.bin/tsc");
      const options = { cwd: installation.folder };
      const result = await execute(tsc, ["consumer.ts", ...settings, ...lib, ...how], options).catch(
        (error: unknown) => error,
      );
      expect(result).toMatchObject({ stdout: "" });
    },
  );
});
