import type { OperationId } from "@portico/contract";
import { type Requirement, type RequirementId, requirements } from "@portico/contract/requirements";
import type { Outcome } from "../check.js";
import type { CallerName } from "../http/caller.js";
import type { Exchange } from "../http/exchange.js";
import type { CheckResult, RecordedExchange, Report, ViolationResult } from "../report/report.js";
import type { Level } from "../session.js";

const all: readonly Requirement[] = requirements;

/** The first requirement of this sort, or the one after so many others. */
export function requirementLike(
  wanted: Partial<Pick<Requirement, "keyword" | "level" | "profile">>,
  after = 0,
): RequirementId {
  const { keyword = "MUST", profile = "core", level } = wanted;
  const found = all.filter(
    (each) => each.keyword === keyword && each.profile === profile && each.level === (level ?? each.level),
  )[after];
  if (!found) throw new Error(`There is no requirement like ${JSON.stringify(wanted)}.`);
  return found.id as RequirementId;
}

/** A check that proves this, with its outcome; one that fails names the requirement. */
export function resultOf(requirement: RequirementId, outcome: Outcome = "pass"): CheckResult {
  const broken = outcome === "fail" || outcome === "warn";
  return {
    id: `sample/${requirement.toLowerCase()}`,
    title: "A sample passes.",
    stage: "semantics",
    requirements: [requirement],
    outcome,
    reason: outcome === "not-testable" ? "there is no data" : null,
    milliseconds: 12,
    violations: broken ? [violationOf(requirement)] : [],
  };
}

export const violationOf = (
  requirement: RequirementId,
  { message = "it is 1; expected 2", exchanges = [recorded] }: Partial<ViolationResult> = {},
): ViolationResult => ({
  requirement,
  message,
  replay: { case: `sample/${requirement.toLowerCase()}`, path: null },
  sentBy: null,
  exchanges,
});

const recorded: RecordedExchange = {
  caller: "customerA",
  operation: "getMe",
  request: { method: "GET", target: "/v1/me", headers: { Accept: "application/json" }, body: null },
  response: { status: 200, headers: { "content-type": "application/json" }, body: "{}" },
  failure: null,
  curl: "curl -ig 'http://localhost/v1/me'",
};

/** A report with these checks. */
export function reportOf(checks: readonly CheckResult[], level: Level = "bronze"): Report {
  const count = (outcome: Outcome) => checks.filter((check) => check.outcome === outcome).length;
  const conforms = count("fail") === 0;
  return {
    format: "portico-conformance/1",
    kit: { version: "0.1.0", contractVersion: "0.1.0" },
    backend: {
      url: "http://localhost:1",
      name: "Sample",
      version: null,
      contractVersion: "0.1.0",
      profiles: ["core"],
    },
    run: {
      id: "mwr1jp4j1adegli",
      startedAt: "2026-05-04T08:00:00.000Z",
      milliseconds: 1234,
      seed: 1,
      mode: "certify",
      level,
      profiles: null,
      only: [],
      interrupted: false,
    },
    verdict: {
      conforms,
      reached: conforms ? level : null,
      sentence: conforms ? "It is reached." : "It is broken.",
      obstacles: [],
    },
    counts: {
      pass: count("pass"),
      fail: count("fail"),
      warn: count("warn"),
      "not-supported": count("not-supported"),
      "not-testable": count("not-testable"),
      error: count("error"),
    },
    checks,
    requirements: checks.flatMap((check) =>
      check.requirements.map((id) => ({
        id,
        keyword: "MUST" as const,
        profile: "core",
        level: "bronze" as const,
        text: "It is kept.",
        outcome: check.outcome,
        checks: [check.id],
      })),
    ),
    leftovers: [{ operation: "createCustomer", count: 2, why: "customers cannot be removed", final: true }],
  };
}

interface Told {
  readonly caller?: CallerName;
  readonly operation?: OperationId | undefined;
  readonly method?: string;
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly status?: number;
  readonly answer?: unknown;
  readonly answerHeaders?: Readonly<Record<string, string>>;
}

/** An exchange in which JSON was answered. */
export function exchangeOf(told: Told): Exchange {
  const { caller = "customerA", operation, method = "GET", target = "/v1/me", headers = {}, body } = told;
  const text = JSON.stringify(told.answer ?? {});
  return {
    caller,
    operation,
    request: { method, target, headers, body },
    response: {
      status: told.status ?? 200,
      headers: new Headers({ "Content-Type": "application/json", ...told.answerHeaders }),
      text,
      bytes: new TextEncoder().encode(text),
      json: JSON.parse(text),
    },
    failure: undefined,
    startedAt: new Date("2026-05-04T08:00:00Z"),
    milliseconds: 3,
  };
}
