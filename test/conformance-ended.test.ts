import { describe, expect } from "vitest";
import { type KitBackend, type KitProcess, reports } from "./support/kit.ts";
import { test } from "./support/kit-test.ts";
import { passTo } from "./support/listen.ts";

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

describe("a backend that", () => {
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
