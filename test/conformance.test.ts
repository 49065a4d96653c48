import { writeFile } from "node:fs/promises";
import { type Report, runConformance } from "@portico/conformance";
import { describe, expect } from "vitest";
import { faultsOfReport } from "../packages/conformance/src/testing/report-schema.ts";
import { type KitBackend, reports } from "./support/kit.ts";
import { test } from "./support/kit-test.ts";
import { passTo } from "./support/listen.ts";

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
});

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
