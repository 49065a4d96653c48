import { randomUUID } from "node:crypto";
import type { Defect } from "../defect.ts";
import { inPlaceOf, onProblem, problem } from "../wrap.ts";

export const problems: readonly Defect[] = [
  {
    name: "problem-as-plain-json",
    summary: "What is not found is answered with JSON that does not call itself a problem.",
    breaks: ["CRM-ERR-001"],
    http: onProblem({ code: "not-found" }, () => ({ headers: { "Content-Type": "application/json" } })),
  },
  {
    name: "problem-without-retryable",
    summary: "Input that breaks a rule is answered without `retryable`.",
    breaks: ["CRM-ERR-001"],
    http: onProblem({ code: "validation-failed" }, ({ body: { retryable: _, ...rest } }) => ({ body: rest })),
  },
  {
    name: "type-about-blank",
    summary: "The `type` of an invalid parameter is `about:blank`.",
    breaks: ["CRM-ERR-002"],
    http: onProblem({ code: "invalid-parameter" }, ({ body }) => ({
      body: { ...body, type: "about:blank" },
    })),
  },
  {
    name: "status-of-another-time",
    summary: "A problem of input answers 422 and says 400 in its body.",
    breaks: ["CRM-ERR-002"],
    http: onProblem({ code: "validation-failed" }, ({ body }) => ({ body: { ...body, status: 400 } })),
  },
  {
    name: "status-beside-the-catalogue",
    summary: "What a caller may not do answers 401 with the code `forbidden`.",
    breaks: ["CRM-ERR-002"],
    http: onProblem({ code: "forbidden" }, ({ body }) => ({ status: 401, body: { ...body, status: 401 } })),
  },
  {
    name: "request-id-of-its-own",
    summary: "A problem carries another `requestId` than its header.",
    breaks: ["CRM-ERR-003"],
    http: onProblem({ code: ["not-found", "invalid-parameter"] }, ({ body }) => ({
      body: { ...body, requestId: randomUUID() },
    })),
  },
  {
    name: "never-found-but-retryable",
    summary: "What is not found is called retryable.",
    breaks: ["CRM-ERR-004"],
    http: onProblem({ code: "not-found" }, ({ body }) => ({ body: { ...body, retryable: true } })),
  },
  {
    name: "refusal-worth-a-retry",
    summary: "A missing token is called retryable.",
    breaks: ["CRM-ERR-004"],
    http: onProblem({ code: "unauthenticated" }, ({ body }) => ({ body: { ...body, retryable: true } })),
  },
  {
    name: "unknown-path-not-found",
    summary: "A path that is none of the contract's answers `not-found`, as if a record were missing.",
    breaks: ["CRM-ERR-005"],
    http: inPlaceOf("route-not-found", (request) => problem("not-found", request)),
  },
  {
    name: "unknown-path-redirected",
    summary: "A path that is none of the contract's is sent to the front page.",
    breaks: ["CRM-ERR-005"],
    http: inPlaceOf("route-not-found", () => new Response(null, { status: 302, headers: { Location: "/" } })),
  },
  {
    name: "wrong-method-no-route",
    summary: "A method that a path does not have answers 404.",
    breaks: ["CRM-ERR-006"],
    http: inPlaceOf("method-not-allowed", (request) => problem("route-not-found", request)),
  },
  {
    name: "wrong-method-without-allow",
    summary: "A method that a path does not have is refused without saying which it has.",
    breaks: ["CRM-ERR-006"],
    http: onProblem({ code: "method-not-allowed" }, () => ({ headers: { Allow: null } })),
  },
  {
    name: "statement-shown",
    summary: "A parameter that breaks its schema is refused with the statement it was meant for.",
    breaks: ["CRM-ERR-016"],
    http: onProblem({ code: ["invalid-parameter", "invalid-cursor"] }, ({ body }) => ({
      body: { ...body, detail: "invalid input: SELECT * FROM service_requests WHERE customer_id = $1" },
    })),
  },
  {
    name: "stack-trace-shown",
    summary: "What is not found tells where in the program it was looked for.",
    breaks: ["CRM-ERR-016"],
    http: onProblem({ code: "not-found" }, ({ body }) => ({
      body: { ...body, detail: "NotFoundError: no row\n    at find (/srv/crm/dist/repository.js:118:11)" },
    })),
  },
];
