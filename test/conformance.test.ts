import type { RequestListener } from "node:http";
import { type Report, runConformance } from "@portico/conformance";
import { test as base, describe, expect } from "vitest";
import { faultsOfReport } from "../packages/conformance/src/testing/report-schema.ts";
import { type KitBackend, KitProcess, startForKit } from "./support/kit.ts";
import { listen, passTo } from "./support/listen.ts";

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
  .extend("backend", { scope: "file" }, async ({}, { onCleanup }) => {
    const backend = await startForKit();
    onCleanup(() => backend.server.dispose());
    return backend;
  })
  .extend("kit", async ({ backend }, { onCleanup }) => {
    const kit = await KitProcess.prepare(backend.tokens);
    onCleanup(() => kit.dispose());
    return kit;
  })
  .extend("serve", async ({ backend: _ }, { onCleanup }) => {
    const servers: { close(): Promise<void> }[] = [];
    onCleanup(() => Promise.all(servers.map((server) => server.close())).then(() => undefined));
    return async (answer: RequestListener) => {
      const server = await listen(answer);
      servers.push(server);
      return server;
    };
  });

/** A selection that reads, writes, draws samples and is over in a few seconds. */
const selection = [
  "capabilities/for-everybody",
  "wire/every-answer-conforms",
  "contacts/made-as-sent",
  "concurrency/validator-of-every-record",
  "idempotency/repeat-is-the-first-answer",
  "lifecycle/staff-makes-declared-moves",
  "allowed-input/create-contact",
].join(",");

const reports = ["badge.svg", "junit.xml", "report.html", "report.json"];

describe("a run", () => {
  test("certifies a backend without a fault and leaves its reports, of which two with one seed differ in times and ids alone", async ({
    backend,
    kit,
  }) => {
    const { url } = backend.server;
    const certify = (out: string) =>
      kit.run("run", "--url", url, "--mode", "certify", "--seed", "7", "--only", selection, "--out", out);
    const { code, output, errors } = await certify("out");
    expect(faultsOfReport(await kit.report())).toEqual([]);
    expect({ code, errors }, output).toEqual({ code: 0, errors: "" });
    expect(output).toContain("Nothing that was tried is broken.");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a pipe gets no colours
    expect(output).not.toMatch(/\u001b/);
    expect(kit.files).toEqual(reports);
    expect((await certify("again")).code).toBe(0);
    expect(comparable(await kit.report("again"))).toEqual(comparable(await kit.report("out")));
  });

  test("is what the command does without `run`, and takes the contract's profiles alone", async ({
    backend,
    kit,
  }) => {
    const { url } = backend.server;
    const plain = await kit.run("--url", url, "--mode", "observe", "--only", "capabilities/for-everybody");
    expect(plain.code, plain.output).toBe(0);
    const profile = await kit.run("--url", url, "--profile", "loyalties");
    expect(profile).toMatchObject({ code: 2 });
    expect(profile.errors).toContain("There is no loyalties; there are core, ");
    expect((await kit.run("--url", url, "--level", "platinum")).code).toBe(2);
    expect((await kit.run("--mode", "observe")).errors).toContain("required option '--url <address>'");
  });

  test("can be had as a library", async ({ backend }) => {
    const report = await runConformance({
      url: backend.server.url,
      tokens: backend.tokens,
      level: "bronze",
      seed: 1,
      only: ["CRM-CAP-001", "contacts/made-as-sent"],
    });
    expect(report.checks.filter(({ outcome }) => outcome === "fail")).toEqual([]);
    expect(report.verdict.conforms).toBe(true);
  });
});

/** What may differ between two runs with one seed: times, and the run's id, which is in whatever it made. */
function comparable(report: Report): Report {
  const text = JSON.stringify(report, (name, value: unknown) =>
    name === "milliseconds" || name === "startedAt" ? 0 : value,
  );
  return JSON.parse(text.replaceAll(report.run.id, "RUN")) as Report;
}

describe.concurrent("without a backend of the contract the kit ends soon, says why, and leaves nothing", () => {
  const json =
    (value: unknown): RequestListener =>
    (_, response) =>
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(value));
  const status =
    (code: number, headers: Record<string, string> = {}): RequestListener =>
    (_, response) =>
      response.writeHead(code, headers).end();
  const asked = "GET /v1/capabilities";
  const noBackend = "This is no backend of the contract";

  test.for<[what: string, answer: RequestListener, sentence: string]>([
    [
      "any server of JSON",
      json({ ok: true }),
      `${asked} answers JSON without \`contractVersion\` and \`resources\`. ${noBackend}.`,
    ],
    [
      "a JSON array",
      json([]),
      `${asked} answers JSON without \`contractVersion\` and \`resources\`. ${noBackend}.`,
    ],
    [
      "a page",
      (_, response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Welcome</h1>"),
      `${asked} answers text/html, not JSON. ${noBackend}, or --url is not its root.`,
    ],
    [
      "a sign-in page",
      status(302, { Location: "https://login.example/?next=1" }),
      `${asked} leads elsewhere, to https://login.example/?next=1. The kit follows nobody: give the address of the backend itself as --url.`,
    ],
    [
      "a server that fails",
      status(500),
      `${asked} answers 500. A backend of the contract answers 200 to everybody.`,
    ],
    [
      "a server that refuses everybody",
      status(401),
      `${asked} answers 401. A backend of the contract answers 200 to everybody.`,
    ],
    [
      "nothing at this path",
      status(404),
      `${asked} answers 404. A backend of the contract answers 200 to everybody.`,
    ],
    [
      "a server that hangs",
      () => undefined,
      `${asked} got no answer: no whole answer within 3 s. Check --url, and --timeout for a slow backend.`,
    ],
    [
      "a server that hangs in the middle",
      (_, response) => response.writeHead(200, { "Content-Type": "application/json" }).write("{"),
      `${asked} got no answer: no whole answer within 3 s. Check --url, and --timeout for a slow backend.`,
    ],
    ["a server that hangs up", (request) => request.socket.destroy(), `${asked} got no answer: `],
  ])("%s", async ([, answer, sentence], { kit, serve }) => {
    await expectNotRun(kit, (await serve(answer)).url, sentence);
  });

  test("a closed port", async ({ kit, serve }) => {
    const server = await serve(status(200));
    await server.close();
    await expectNotRun(
      kit,
      server.url,
      "Nothing listens there: is the backend running, and is this its port?",
    );
  });

  test("a host that does not exist", async ({ kit }) => {
    await expectNotRun(kit, "http://no-such-host.invalid", "There is no such host: check --url.");
  });

  test("TLS where there is none", async ({ kit, serve }) => {
    const { url } = await serve(status(200));
    await expectNotRun(
      kit,
      url.replace("http:", "https:"),
      "It does not speak TLS there: try --url with http://.",
    );
  });

  test("no address at all", async ({ kit }) => {
    await expectNotRun(kit, "localhost:4310", "It takes an address such as http://localhost:4310.");
  });

  async function expectNotRun(kit: KitProcess, url: string, sentence: string): Promise<void> {
    const start = performance.now();
    const { code, output, errors } = await kit.run("run", "--url", url, "--timeout", "3", "--out", "out");
    expect({ code, output }, errors).toEqual({ code: 2, output: "" });
    expect(errors).toContain(sentence);
    expect(errors.trim().split("\n")).toHaveLength(1);
    expect(kit.files).toEqual([]);
    expect(performance.now() - start).toBeLessThan(20_000);
  }

  test("observing sends nothing but GET, changes nothing, and keeps no journal", async ({
    backend,
    kit,
    serve,
  }) => {
    const methods = new Set<string>();
    const proxy = await serve(passTo(backend.server.url, undefined, (method) => methods.add(method)));
    const before = await lastChange(backend);
    const { output, errors } = await kit.run(
      "--url",
      proxy.url,
      "--mode",
      "observe",
      "--seed",
      "3",
      "--out",
      "out",
    );
    const { counts, run, checks } = await kit.report();
    expect(
      checks.filter(({ outcome }) => outcome === "error" || outcome === "fail"),
      output,
    ).toEqual([]);
    expect({ errors, interrupted: run.interrupted }).toEqual({ errors: "", interrupted: false });
    expect(counts.pass).toBeGreaterThan(50);
    expect([...methods]).toEqual(["GET"]);
    expect(kit.files).toEqual(reports);
    expect(await lastChange(backend)).toBe(before);
  });
});

/** The cursor after everything that happened so far. */
async function lastChange({ server, tokens }: KitBackend): Promise<string> {
  const response = await fetch(`${server.url}/v1/changes`, {
    headers: { Authorization: `Bearer ${tokens.manager}` },
  });
  const { page } = (await response.json()) as { page: { nextCursor: string } };
  return page.nextCursor;
}

describe("tokens", () => {
  const reading = (url: string) => [
    "run",
    "--url",
    url,
    "--mode",
    "observe",
    "--only",
    "capabilities/for-everybody",
  ];

  test.for<[what: string, options: (tokens: KitBackend["tokens"]) => string[], sentence: string]>([
    ["one that is wrong", () => ["--token-a", "wrong"], "--token-a is not taken: GET /v1/me answers 401."],
    [
      "an agent's for a customer's",
      ({ agent, customerB }) => ["--token-a", agent, "--token-agent", customerB, "--token-b", ""],
      "--token-a is an agent's token; it takes a customer's.",
    ],
    [
      "a customer's for an agent's",
      ({ customerA, customerB }) => ["--token-a", customerB, "--token-b", "", "--token-agent", customerA],
      "--token-agent is a customer's token; it takes one of staff.",
    ],
    [
      "one for both customers",
      ({ customerA }) => ["--token-b", customerA],
      "--token-a and --token-b are the same token; the kit needs two callers.",
    ],
    [
      "those of staff exchanged",
      ({ agent, manager }) => ["--token-agent", manager, "--token-manager", agent],
      "--token-agent and --token-manager are swapped.",
    ],
  ])("%s are told apart before anything is tried", async ([, options, sentence], { backend, kit }) => {
    const { code, output, errors } = await kit.run(
      ...reading(backend.server.url),
      ...options(backend.tokens),
    );
    expect({ code, output }, errors).toEqual({ code: 2, output: "" });
    expect(errors).toContain(sentence);
    expect(kit.files).toEqual([]);
  });

  test("two of one customer are told apart from those of two", async ({ backend, kit }) => {
    const again = await backend.server.token(
      "--as",
      "customer",
      "--customer",
      backend.customers[0],
      "--ttl",
      "2h",
    );
    const { code, errors } = await kit.run(...reading(backend.server.url), "--token-b", again);
    expect(code).toBe(2);
    expect(errors).toContain(`--token-a and --token-b are both of the customer ${backend.customers[0]}`);
  });
});

describe("a backend that", () => {
  test("says it keeps another contract is told so", async ({ backend, kit, serve }) => {
    const proxy = await serve(
      passTo(backend.server.url, (response, { path }) =>
        path === "/v1/capabilities"
          ? replaced(response, /"contractVersion":"[^"]*"/, '"contractVersion":"9.0.0"')
          : response,
      ),
    );
    const { code, output } = await kit.run(
      "--url",
      proxy.url,
      "--mode",
      "observe",
      "--only",
      "capabilities/contract-version",
    );
    expect(code).toBe(1);
    expect(output).toMatch(/CRM-CAP-002 .*9\.0\.0/);
  });

  test("dies in the middle is given up soon, and what was made is left to `clean`", async ({
    backend,
    kit,
    serve,
  }) => {
    const pass = passTo(backend.server.url);
    let left = 60;
    const proxy = await serve((request, response) => {
      left -= 1;
      if (left > 0) pass(request, response);
      else request.socket.destroy();
    });
    const { code, output } = await kit.run("--url", proxy.url, "--only", making, "--out", "out");
    expect(code, output).toBe(1);
    expect(output).toContain("The backend stopped answering in the middle of the run.");
    const report = await kit.report();
    expect(report.checks.some(({ reason }) => reason === "The backend no longer answers.")).toBe(true);
    expect(kit.files).toEqual([`${report.run.id}.jsonl`, ...reports].sort());
    await expectCleaned(backend, kit, report.run.id);
  });
});

/** Checks that make contacts and requests for some seconds. */
const making = [
  "contacts/made-as-sent",
  "paging/contacts-added-meanwhile",
  "lifecycle/staff-makes-declared-moves",
  "lifecycle/staff-is-refused-other-moves",
  "actions/offered-when-held",
  "actions/others-when-held",
  "allowed-input/create-contact",
  "allowed-input/create-service-request",
  "paging/requests-added-meanwhile",
].join(",");

describe("a run that is ended", () => {
  const run = (backend: KitBackend, kit: KitProcess) =>
    kit.run("run", "--url", backend.server.url, "--mode", "sandbox", "--only", making, "--out", "out");

  test("by Ctrl-C removes or withdraws what it made, and says that it was stopped", async ({
    backend,
    kit,
  }) => {
    const ended = run(backend, kit);
    const id = await kit.journal(40);
    kit.signal("SIGINT");
    const { code, output, errors } = await ended;
    expect(code, output).toBe(2);
    expect(errors).toContain(`Press Ctrl-C again to leave that to \`clean --run ${id}\`.`);
    expect((await kit.report()).run).toMatchObject({ id, interrupted: true });
    expect(kit.files).toEqual(reports);
    expect(await openThings(backend, id)).toEqual([]);
  });

  test("by Ctrl-C twice ends at once, and `clean` does the rest", async ({ backend, kit }) => {
    const ended = run(backend, kit);
    const id = await kit.journal(40);
    kit.signal("SIGINT");
    setTimeout(() => kit.signal("SIGINT"), 20);
    expect((await ended).code).toBe(2);
    await expectCleaned(backend, kit, id);
  });

  test("by the plug is cleaned up after, and once is enough", async ({ backend, kit }) => {
    const ended = run(backend, kit);
    const id = await kit.journal(60);
    kit.signal("SIGKILL");
    expect((await ended).code).toBeNull();
    expect(await openThings(backend, id)).not.toEqual([]);
    await expectCleaned(backend, kit, id);
    const again = await clean(backend, kit, id);
    expect(again).toMatchObject({ code: 2, output: "" });
    expect(again.errors).toContain("nothing is left of that run, or it had another --out.");
  });

  test("by itself keeps what it made when it is told to", async ({ backend, kit }) => {
    await kit.run("--url", backend.server.url, "--only", "lifecycle/owner-stays", "--keep", "--out", "out");
    const {
      run: { id },
    } = await kit.report();
    expect(await openThings(backend, id)).not.toEqual([]);
    await expectCleaned(backend, kit, id);
  });
});

const clean = (backend: KitBackend, kit: KitProcess, id: string) =>
  kit.run("clean", "--run", id, "--url", backend.server.url, "--out", "out");

async function expectCleaned(backend: KitBackend, kit: KitProcess, id: string): Promise<void> {
  const { code, output, errors } = await clean(backend, kit, id);
  expect({ code, errors }, output).toEqual({ code: 0, errors: "" });
  expect(output).toContain(`Nothing of run ${id} is left that can be removed.`);
  expect(await openThings(backend, id)).toEqual([]);
  expect(kit.files.some((name) => name.endsWith(".jsonl"))).toBe(false);
}

/** Contacts, and requests somebody would still work on, that carry the tag of a run. */
async function openThings({ server }: KitBackend, id: string): Promise<string[]> {
  const agent = await server.client("--as", "agent", "--id", "agent-1", "--unit", "service-desk");
  const found: string[] = [];
  for await (const { name } of agent.contacts.list()) if (name.includes(`kit:${id}`)) found.push(name);
  for await (const { title, state } of agent.serviceRequests.list())
    if (title.includes(`kit:${id}`) && !["cancelled", "closed", "rejected"].includes(state))
      found.push(`${title} (${state})`);
  return found;
}

describe("a failure", () => {
  test("is replayed from its report, tells no secret and nothing personal, and passes once it is mended", async ({
    backend,
    kit,
    serve,
  }) => {
    let isMended = false;
    const proxy = await serve(
      passTo(backend.server.url, (response) => (isMended ? response : withWeakETag(response))),
    );
    const broken = "concurrency/strong-validators";
    const first = await kit.run(
      "--url",
      proxy.url,
      "--mode",
      "observe",
      "--seed",
      "5",
      "--only",
      broken,
      "--out",
      "out",
    );
    const report = await kit.report();
    expect(faultsOfReport(report)).toEqual([]);
    const { checks } = report;
    const [violation] = checks.find(({ id }) => id === broken)?.violations ?? [];
    if (!violation) throw new Error(`Nothing was found:\n${first.output}`);
    expect(first.code).toBe(1);
    expect(first.output).toContain(`npx portico-conformance replay out/report.json --case ${broken}`);

    const everything = [
      first.output,
      ...(await Promise.all(reports.map((file) => kit.read("out", file)))),
    ].join();
    for (const secret of [...Object.values(backend.tokens), "王芳", "Jiangnan", "Late bill"])
      expect(everything.includes(secret), secret).toBe(false);
    expect(everything).toContain("Bearer $TOKEN_");

    const replay = (...args: string[]) => kit.run("replay", "out/report.json", ...args);
    const again = await replay("--case", broken);
    expect(again.code).toBe(1);
    expect(unwrapped(again.output)).toContain(violation.message);
    isMended = true;
    const mended = await replay("--case", broken);
    expect(mended.code, mended.output).toBe(0);

    expect((await replay("--case", "no/such-case")).errors).toContain(
      `out/report.json has no case no/such-case. It has ${broken}`,
    );
    expect(await kit.run("replay", "out/badge.svg", "--case", broken)).toMatchObject({ code: 2 });
  });

  test("of another version of the kit is not replayed", async ({ kit }) => {
    const { writeFile } = await import("node:fs/promises");
    const report = { format: "portico-conformance/1", kit: { version: "0.0.1" } };
    await writeFile(`${kit.folder}/old.json`, JSON.stringify(report));
    await writeFile(`${kit.folder}/other.json`, "{}");
    const replay = (file: string) => kit.run("replay", file, "--case", "a/b");
    expect(await replay("old.json")).toMatchObject({ code: 2 });
    expect((await replay("old.json")).errors).toContain(
      "old.json is by version 0.0.1, which draws other samples",
    );
    expect((await replay("other.json")).errors).toContain("other.json is no report of this kit.");
    expect((await replay("none.json")).errors).toContain("none.json cannot be read as a report: ENOENT");
  });
});

function withWeakETag(response: Response): Response {
  const etag = response.headers.get("ETag");
  if (etag === null) return response;
  const headers = new Headers(response.headers);
  headers.set("ETag", `W/${etag}`);
  return new Response(response.body, { status: response.status, headers });
}

function replaced(response: Response, pattern: RegExp, text: string): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) =>
      controller.enqueue(Buffer.from(Buffer.from(chunk).toString().replace(pattern, text))),
  });
  void response.body?.pipeTo(writable);
  const headers = new Headers(response.headers);
  headers.delete("Content-Length");
  return new Response(readable, { status: response.status, headers });
}

const unwrapped = (output: string): string => output.replaceAll(/\s+/g, " ");
