import { type OperationId, operations } from "@portico/contract";
import { describe, expect, test } from "vitest";
import { CannotRun } from "./reach.js";
import { runConformance } from "./run.js";
import { serve } from "./testing/serve.js";
import { Interrupted } from "./violation.js";

const capabilities = {
  contractVersion: "0.1.0",
  name: "Sample",
  profiles: [{ id: "core" }],
  resources: { all: { operations: Object.keys(operations) as OperationId[] } },
};

describe("a run", () => {
  test("ends when its time is up, on a backend that is slow but never silent", async () => {
    await using server = await serve((_, response) => {
      setTimeout(
        () =>
          response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(capabilities)),
        30,
      );
    });
    const report = await runConformance({ url: server.url, tokens: {}, mode: "observe", maxDurationMs: 300 });
    expect(report.run.interrupted).toBe(true);
    expect(report.verdict.obstacles.at(-1)).toMatch(/^The time was up/);
    expect(report.checks.some(({ reason }) => reason === "The run was stopped.")).toBe(true);
  });

  test("has an id of its own, of one length, even when another begins at the same time", async () => {
    await using server = await serve((_, response) =>
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(capabilities)),
    );
    const options = { url: server.url, tokens: {}, mode: "observe", only: ["CRM-CAP-001"] } as const;
    const reports = await Promise.all(Array.from({ length: 8 }, () => runConformance(options)));
    const ids = reports.map(({ run }) => run.id);
    expect(new Set(ids).size).toBe(8);
    expect(new Set(ids.map((id) => id.length)).size).toBe(1);
  });

  test("does not take place for a profile, a check or a mode that leaves nothing to try", async () => {
    await using server = await serve((_, response) =>
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(capabilities)),
    );
    const to = { url: server.url, tokens: {} };
    await expect(runConformance({ ...to, profiles: ["loyalties"] })).rejects.toThrow(
      "The contract has no profile `loyalties`. It has core, ",
    );
    await expect(runConformance({ ...to, only: ["no/check"] })).rejects.toThrow(CannotRun);
    const writing = { only: ["contacts/made-as-sent"], mode: "observe" } as const;
    await expect(runConformance({ ...to, ...writing })).rejects.toThrow(
      "Nothing that was asked for can be tried in mode observe at level",
    );
  });

  test("that is stopped before it has begun throws", async () => {
    const signal = AbortSignal.abort();
    await expect(runConformance({ url: "http://localhost:1", tokens: {}, signal })).rejects.toThrow(
      Interrupted,
    );
  });
});
