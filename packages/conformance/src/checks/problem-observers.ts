import { isProblemCode, type Problem, problems } from "@portico/contract";
import type { RequirementId } from "@portico/contract/requirements";
import type { Fault, Observer } from "../check.js";
import { faultsBySchema } from "../document/validators.js";
import { type Exchange, mediaTypeOf, type ReceivedResponse } from "../http/exchange.js";

/** An answer that says what failed. HEAD has none to say it with. */
function failureIn({ request, response }: Exchange): ReceivedResponse | undefined {
  return response && response.status >= 400 && request.method !== "HEAD" ? response : undefined;
}

/** Watches the problems among the answers, as far as they can be read. */
const onProblems = (
  about: Pick<Observer, "id" | "title" | "requirements">,
  faultOf: (problem: Partial<Problem>, response: ReceivedResponse, exchange: Exchange) => string | undefined,
): Observer => ({
  ...about,
  applies: (exchange) => problemIn(exchange) !== undefined,
  faults(exchange) {
    const response = failureIn(exchange);
    const problem = problemIn(exchange);
    const message = response && problem && faultOf(problem, response, exchange);
    return message ? [fault(about.requirements[0], exchange, message)] : [];
  },
});

function problemIn(exchange: Exchange): Partial<Problem> | undefined {
  const json = failureIn(exchange)?.json;
  return typeof json === "object" && json !== null ? json : undefined;
}

const fault = (requirement: RequirementId, { operation }: Exchange, message: string): Fault => ({
  requirement,
  message: operation === undefined ? message : `${operation}: ${message}`,
});

const shape: Observer = {
  id: "problems/are-problems",
  title: "A failure is a problem as RFC 9457 and the contract describe it.",
  requirements: ["CRM-ERR-001"],
  applies: (exchange) => failureIn(exchange) !== undefined,
  faults(exchange) {
    const response = failureIn(exchange);
    if (!response) return [];
    const { status } = response;
    const type = mediaTypeOf(response) || "no media type";
    const found = faultsBySchema("Problem", response.json);
    const messages =
      type === "application/problem+json"
        ? found.slice(0, 3)
        : [`it is ${type}, not application/problem+json`];
    return messages.map((message) => fault("CRM-ERR-001", exchange, `${status}: ${message}`));
  },
};

const codes = onProblems(
  {
    id: "problems/type-and-status",
    title: "`type`, `code` and `status` of a problem say the same as its answer.",
    requirements: ["CRM-ERR-002"],
  },
  ({ type, code, status }, response) => {
    if (typeof code !== "string") return `${response.status} without a code`;
    const due: string = `urn:portico:problem:${code}`;
    if (type !== due) return `the type of ${code} is ${type}; expected ${due}`;
    if (status !== response.status) return `${code} says status ${status} in an answer of ${response.status}`;
    const known = isProblemCode(code) ? problems[code].status : status;
    return known === status ? undefined : `${code} answers ${status}; the catalogue says ${known}`;
  },
);

const requestIds = onProblems(
  {
    id: "problems/request-id",
    title: "`requestId` of a problem is the answer's `Request-Id`.",
    requirements: ["CRM-ERR-003"],
  },
  ({ requestId, code }, { headers }) => {
    const header = headers.get("Request-Id");
    if (requestId === header) return undefined;
    return `${code} has ${requestId === undefined ? "no requestId" : "another requestId than the header Request-Id"}`;
  },
);

const retries = onProblems(
  {
    id: "problems/retryable",
    title: "`retryable` is what the catalogue says of the code.",
    requirements: ["CRM-ERR-004"],
  },
  ({ code, retryable }) => {
    if (typeof code !== "string" || !isProblemCode(code) || retryable === problems[code].retryable)
      return undefined;
    return `${code} has retryable ${retryable}; the catalogue says ${problems[code].retryable}`;
  },
);

/** What only the inside of a program knows. */
const inside: readonly RegExp[] = [
  // A frame of a stack: a file and a line of it.
  /\bat [^\n]{1,200}\.\w{1,5}:\d+|File "[^"]+", line \d+|Traceback \(most recent call last\)/,
  /(^|[\s"'(])(\/(usr|home|var|opt|srv|app|work|tmp)\/|[A-Z]:\\)[\w.\\/-]+/,
  /\b(node_modules|site-packages|vendor\/bundle)\b/,
  /\bselect\b[\s\S]{1,300}\bfrom\b[\s\S]{1,300}\b(where|limit|order by|join)\b/i,
  /\b(insert into|delete from)\s+\w+|\bupdate\s+\S+\s+set\s+\w+\s*=/i,
  /SQLSTATE|ORA-\d{5}|syntax error at or near|violates \w+[- ]\w* ?constraint|relation "[^"]+" does not exist/i,
];

const discretion = onProblems(
  {
    id: "problems/nothing-of-the-inside",
    title: "A problem shows no stack trace, no statement and no file name.",
    requirements: ["CRM-ERR-016"],
  },
  (problem, { status }, { request }) => {
    const told = textsIn(problem).join("\n");
    const sent = [request.target, decoded(request.target), textOf(request.body)].join("\n");
    const shown = inside
      .map((pattern) => pattern.exec(told)?.[0])
      .find((text) => text !== undefined && !sent.includes(text.trim()));
    return shown && `${status} shows something of the inside: ${shown.trim().slice(0, 80)}`;
  },
);

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const textOf = (body: string | Uint8Array | undefined): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : (body ?? "");

function decoded(target: string): string {
  try {
    return decodeURIComponent(target.replaceAll("+", " "));
  } catch {
    return target;
  }
}

const steadiness: Observer = {
  id: "problems/never-the-server",
  title: "Nothing that is sent is answered with a 5xx or with a dropped connection.",
  requirements: ["CRM-ERR-010"],
  applies: () => true,
  faults(exchange) {
    const { response, failure } = exchange;
    if (!response) return [fault("CRM-ERR-010", exchange, `no answer: ${failure}`)];
    const { status, json } = response;
    const { code } = (json ?? {}) as Partial<Problem>;
    const isRefusal = status === problems.unsupported.status && code === "unsupported";
    return status < 500 || isRefusal
      ? []
      : [fault("CRM-ERR-010", exchange, `answers ${status} ${code ?? ""}`)];
  },
};

export const problemObservers: readonly Observer[] = [
  shape,
  codes,
  requestIds,
  retries,
  discretion,
  steadiness,
];
