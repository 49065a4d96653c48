import { isDeepStrictEqual } from "node:util";
import { type OperationId, operations, type Problem, type ProblemCode, problems } from "@portico/contract";
import type { RequirementId } from "@portico/contract/requirements";
import { type Answer, describeAnswer } from "./http/caller.js";
import { Violation } from "./violation.js";

/** Breaks `requirement` unless the condition holds. The message says what was seen, and the evidence shows it. */
export function expectThat(
  requirement: RequirementId,
  condition: boolean,
  message: string,
  ...evidence: Answer[]
): asserts condition {
  if (!condition) throw new Violation(requirement, message, exchangesOf(evidence));
}

/** The body of a successful answer. Anything but the operation's own success breaks `requirement`. */
export function expectSuccess<Body>(answer: Answer<Body>, requirement: RequirementId = "CRM-WIR-002"): Body {
  const { operation } = answer.exchange;
  const promised = operation === undefined ? 200 : successOf(operation);
  expectThat(
    requirement,
    answer.status === promised,
    `${describeAnswer(answer)}${detailOf(answer)}; expected ${promised}`,
    answer,
  );
  const isObject = typeof answer.body === "object" && answer.body !== null;
  expectThat(
    "CRM-WIR-001",
    isObject || operation === undefined || !answersObject(operation),
    `${describeAnswer(answer)} without the JSON object of the document`,
    answer,
  );
  return answer.body;
}

/** The problem in a failed answer. Success, another status or another code breaks `requirement`. */
export function expectProblem(
  answer: Answer,
  requirement: RequirementId,
  ...codes: readonly [ProblemCode, ...ProblemCode[]]
): Problem {
  const expected = codes.map((code) => `${problems[code].status} ${code}`).join(" or ");
  const body = answer.body as Partial<Problem> | undefined;
  expectThat(
    requirement,
    codes.some((code) => answer.status === problems[code].status && body?.code === code),
    `${describeAnswer(answer)}${detailOf(answer)}; expected ${expected}`,
    answer,
  );
  return answer.body as Problem;
}

/** Demands that a problem points to one of these members of the body. */
export function expectPointer(
  answer: Answer,
  problem: Problem,
  requirement: RequirementId,
  ...pointers: readonly string[]
): void {
  const given = (problem.errors ?? []).flatMap(({ pointer }) => pointer ?? []);
  expectThat(
    requirement,
    given.some((pointer) => pointers.includes(pointer)),
    `${describeAnswer(answer)}: errors point to ${given.join(", ") || "nothing"}; expected ${pointers.join(" or ")}`,
    answer,
  );
}

/** Demands two values that JSON writes alike, members in any order. */
export function expectEqual(
  requirement: RequirementId,
  actual: unknown,
  expected: unknown,
  what: string,
  ...evidence: Answer[]
): void {
  const same = isDeepStrictEqual(plain(actual), plain(expected));
  expectThat(requirement, same, `${what} is ${short(actual)}; expected ${short(expected)}`, ...evidence);
}

/** Demands that `actual` holds every member of `expected`, at any depth; it may hold more. */
export function expectMatch(
  requirement: RequirementId,
  actual: unknown,
  expected: object,
  what: string,
  ...evidence: Answer[]
): void {
  for (const [name, value] of Object.entries(expected)) {
    const given: unknown = Object.entries((actual ?? {}) as object).find(([key]) => key === name)?.[1];
    const nested = typeof value === "object" && value !== null && !Array.isArray(value);
    if (nested) expectMatch(requirement, given, value, `${what}.${name}`, ...evidence);
    else expectEqual(requirement, given, value, `${what}.${name}`, ...evidence);
  }
}

const successOf = (operation: OperationId): number => operations[operation].successStatus;

const answersObject = (operation: OperationId): boolean =>
  operation !== "getAttachmentContent" && successOf(operation) !== 204;

const exchangesOf = (answers: readonly Answer[]) => answers.map(({ exchange }) => exchange);

const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

const longest = 160;

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "absent";
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

function detailOf({ body }: Answer): string {
  const { code, detail, errors } = (body ?? {}) as Partial<Problem>;
  if (code === undefined) return "";
  const faults = (errors ?? []).map(
    ({ pointer, parameter, header, code: fault }) => `${pointer ?? parameter ?? header} ${fault}`,
  );
  return ` ${[code, detail, ...faults].filter(Boolean).join(", ")}`;
}
