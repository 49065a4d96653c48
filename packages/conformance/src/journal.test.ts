import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, describe, expect } from "vitest";
import type { Sending } from "./http/sender.js";
import { Journal } from "./journal.js";
import { exchangeOf } from "./testing/samples.js";

// biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's dependencies from the pattern
const test = base.extend("folder", async ({}, { onCleanup }) => {
  const folder = mkdtempSync(join(tmpdir(), "journal-"));
  onCleanup(() => rmSync(folder, { recursive: true }));
  return folder;
});

const sending: Sending = {
  caller: "agent",
  operation: "createContact",
  method: "POST",
  target: "/v1/contacts",
  headers: { "Idempotency-Key": "key-1", Authorization: "Bearer secret", "Content-Type": "application/json" },
  body: '{"name":"kit:1 样品"}',
};
const answered = exchangeOf({ ...sending, body: "", status: 201, answer: { id: "contact-1" } });
const made = { operation: "createContact", id: "contact-1", collection: "/v1/contacts", caller: "agent" };

describe("a journal", () => {
  test("holds what was made, in order and once, though the answer is repeated under its key", ({
    folder,
  }) => {
    const file = Journal.fileOf(folder, "run1");
    const journal = new Journal(file);
    journal.noteSending(sending);
    journal.note(answered);
    journal.note(answered);
    journal.note(exchangeOf({ ...sending, body: "", status: 422 }));
    journal.note(exchangeOf({ method: "GET", operation: "getMe", answer: { id: "me" } }));
    expect(journal.made).toEqual([made]);
    expect(Journal.read(file)).toMatchObject({ made: [made], unanswered: [] });
  });

  test("survives a crash in the middle of a line", ({ folder }) => {
    const file = Journal.fileOf(folder, "run1");
    const journal = new Journal(file);
    journal.note(answered);
    appendFileSync(file, '{"operation":"createCont');
    expect(Journal.read(file).made).toEqual([made]);
  });

  test("knows what was sent and not answered, without the token", ({ folder }) => {
    const file = Journal.fileOf(folder, "run1");
    new Journal(file).noteSending(sending);
    const { Authorization: _, ...headers } = sending.headers;
    const { caller, operation, target, body } = sending;
    expect(Journal.read(file).unanswered).toEqual([{ caller, operation, target, headers, body }]);
    expect(readFileSync(file, "utf8")).not.toContain("secret");
  });

  test("forgets a call that was answered, however", ({ folder }) => {
    const file = Journal.fileOf(folder, "run1");
    const journal = new Journal(file);
    journal.noteSending(sending);
    journal.note(exchangeOf({ ...sending, body: "", status: 422 }));
    expect(Journal.read(file).isEmpty).toBe(true);
  });

  test("leaves no file when nothing was made", ({ folder }) => {
    const file = Journal.fileOf(folder, "run1");
    new Journal(file).note(exchangeOf({ method: "GET", operation: "getMe", answer: { id: "me" } }));
    expect(existsSync(file)).toBe(false);
  });
});
