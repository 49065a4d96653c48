import { randomUUID } from "node:crypto";
import type { FieldError, OperationId, Problem } from "@portico/contract";
import type { Defect } from "../defect.ts";
import {
  type Call,
  inPlaceOf,
  type Layer,
  onCall,
  onProblem,
  problem,
  withHeaders,
  withJson,
  withQuery,
} from "../wrap.ts";

export const problemsOfInput: readonly Defect[] = [
  {
    name: "id-of-another-form-invalid",
    summary: "An id that is not a UUID is refused as a parameter instead of not being found.",
    breaks: ["CRM-ERR-007"],
    http: onCall({ operation: ["getServiceRequest", "getCustomer", "getContact"] }, async (call, next) => {
      if (/^[0-9a-f-]{36}$/.test(call.path.id ?? "")) return next(call.request);
      const errors: FieldError[] = [{ parameter: "id", code: "format", message: "This is no UUID." }];
      return problem("invalid-parameter", call.request, { errors });
    }),
  },
  {
    name: "missing-request-conflict",
    summary: "Moving a request that does not exist answers 409.",
    breaks: ["CRM-ERR-007"],
    http: onCall({ operation: "transitionServiceRequest" }, async ({ request }, next) => {
      const response = await next(request);
      return response.status === 404 ? problem("transition-not-allowed", request) : response;
    }),
  },
  {
    name: "missing-customer-forbidden",
    summary: "A customer's record that does not exist answers 403.",
    breaks: ["CRM-ERR-007"],
    http: onCall({ operation: "getCustomer" }, async ({ request }, next) => {
      const response = await next(request);
      return response.status === 404 ? problem("forbidden", request) : response;
    }),
  },
  {
    name: "limit-cut-to-range",
    summary: "A limit out of range is cut to the nearest one instead of being refused.",
    breaks: ["CRM-ERR-008"],
    http: onCall({}, async ({ request, query }, next) => {
      const limit = Number(query.get("limit") ?? 1);
      if (limit >= 1 && limit <= 100) return next(request);
      return next(await withQuery(request, (given) => given.set("limit", limit < 1 ? "1" : "100")));
    }),
  },
  {
    name: "unknown-sort-ignored",
    summary: "A value of `sort` that nobody knows gives the usual order.",
    breaks: ["CRM-ERR-008"],
    http: leavingOut(({ parameter }) => parameter === "sort"),
  },
  {
    name: "parameter-not-named",
    summary: "A parameter that breaks its schema is refused without being named.",
    breaks: ["CRM-ERR-008"],
    http: onProblem({ code: "invalid-parameter" }, ({ body: { errors: _, ...rest } }) => ({ body: rest })),
  },
  {
    name: "wrong-word-finds-nothing",
    summary: "A state that is none of the contract's finds nothing instead of being refused.",
    breaks: ["CRM-ERR-008"],
    http: onCall({ operation: "listServiceRequests" }, async ({ request }, next) => {
      const response = await next(request);
      const errors = await errorsOf(response, "invalid-parameter");
      if (!errors.some(({ parameter }) => parameter === "state")) return response;
      const body = JSON.stringify({ data: [], page: { nextCursor: null } });
      return new Response(body, {
        headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
      });
    }),
  },
  {
    name: "unknown-parameter-ignored",
    summary: "A query parameter that the operation does not have is ignored.",
    breaks: ["CRM-ERR-009"],
    http: leavingOut(({ code }) => code === "unknown-member"),
  },
  {
    name: "nul-in-id-crashes",
    summary: "An id that holds U+0000 reaches the database, which refuses it: 500.",
    breaks: ["CRM-ERR-010"],
    http: onCall({}, async ({ request, path }, next) =>
      Object.values(path).some((value) => value.includes("\0"))
        ? problem("internal", request)
        : next(request),
    ),
  },
  {
    name: "search-as-pattern",
    summary: "Words to look for are taken for a pattern: an open bracket answers 500.",
    breaks: ["CRM-ERR-010"],
    http: onCall({}, async ({ request, query }, next) => {
      try {
        new RegExp(query.get("q") ?? "");
        return next(request);
      } catch {
        return problem("internal", request);
      }
    }),
  },
  {
    name: "half-a-surrogate-crashes",
    summary: "Text with half of a surrogate pair cannot be stored: 500.",
    breaks: ["CRM-ERR-010"],
    http: onCall({}, async (call, next) => {
      const broken = /\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])/;
      const text = call.request.method === "GET" ? "" : await call.request.clone().text();
      return broken.test(text) ? problem("internal", call.request) : next(call.request);
    }),
  },
  {
    name: "long-address-drops-connection",
    summary: "A query of more than two thousand characters ends the connection without an answer.",
    breaks: ["CRM-ERR-010"],
    http: onCall({}, async ({ request }, next) =>
      request.url.length < 2000 ? next(request) : new Response(brokenOff(), { status: 200 }),
    ),
  },
  {
    name: "null-for-an-object-crashes",
    summary: "A body that is `null` or a list is read as an object: 500.",
    breaks: ["CRM-ERR-010"],
    http: onCall({}, async (call, next) => {
      const body = await call.json();
      return body === null || Array.isArray(body) ? problem("internal", call.request) : next(call.request);
    }),
  },
  {
    name: "fault-of-the-whole-body",
    summary: "Input that breaks its schema is refused with a pointer to the whole body.",
    breaks: ["CRM-ERR-011"],
    http: onProblem({ code: "validation-failed" }, ({ body: { errors = [], ...rest } }) => ({
      body: { ...rest, errors: errors.map((error) => ({ ...error, pointer: "" })) },
    })),
  },
  {
    name: "pointer-with-dots",
    summary: "Pointers into the body are written with dots.",
    breaks: ["CRM-ERR-011"],
    http: onProblem({ code: "validation-failed" }, ({ body: { errors = [], ...rest } }) => ({
      body: {
        ...rest,
        errors: errors.map(({ pointer = "", ...error }) => ({
          ...error,
          pointer: pointer.slice(1).replaceAll("/", "."),
        })),
      },
    })),
  },
  {
    name: "wrong-type-is-malformed",
    summary: "A member of the wrong type answers 400 `malformed-body`.",
    breaks: ["CRM-ERR-011"],
    http: onCall({}, async ({ request }, next) => {
      const response = await next(request);
      const errors = await errorsOf(response, "validation-failed");
      return errors.some(({ code }) => code === "type") ? problem("malformed-body", request) : response;
    }),
  },
  {
    name: "misspelt-member-ignored",
    summary:
      "A member that the schema of a new request or contact does not have is left out and the rest taken.",
    breaks: ["CRM-ERR-011"],
    http: onCall({ operation: ["createServiceRequest", "createContact"] }, async (call, next) => {
      const response = await next(call.request);
      const errors = await errorsOf(response, "validation-failed");
      const unknown = errors.filter(({ code }) => code === "unknown-member");
      if (unknown.length === 0) return response;
      return next(withJson(call.request, without(await call.json(), unknown)));
    }),
  },
  {
    name: "broken-json-unprocessable",
    summary: "A body that is not JSON answers 422.",
    breaks: ["CRM-ERR-012"],
    http: inPlaceOf("malformed-body", (request) => problem("validation-failed", request)),
  },
  {
    name: "empty-body-is-an-object",
    summary: "An empty body is taken for an empty object.",
    breaks: ["CRM-ERR-012"],
    http: onCall({}, async ({ request, operation }, next) => {
      if (request.method !== "POST" || operation === "uploadAttachment") return next(request);
      const text = await request.clone().text();
      return next(text === "" ? withJson(request, {}) : request);
    }),
  },
  {
    name: "any-media-type-read-as-json",
    summary: "A body of another media type is read as JSON all the same.",
    breaks: ["CRM-ERR-013"],
    http: onCall({}, async ({ request, operation }, next) => {
      if (request.method !== "POST" || operation === "uploadAttachment") return next(request);
      return next(withHeaders(request, { "Content-Type": "application/json" }));
    }),
  },
  {
    name: "other-media-type-malformed",
    summary: "A body of another media type than the declared one answers 400.",
    breaks: ["CRM-ERR-013"],
    http: onCall({}, async ({ request, operation }, next) => {
      const response = await next(request);
      if (response.status !== 415 || operation === "uploadAttachment") return response;
      return problem("malformed-body", request);
    }),
  },
  {
    name: "plain-json-as-patch",
    summary: "A patch is taken as `application/json` too.",
    breaks: ["CRM-ERR-013"],
    http: onCall({}, async ({ request }, next) => {
      const isJson = request.headers.get("Content-Type") === "application/json";
      if (request.method !== "PATCH" || !isJson) return next(request);
      return next(withHeaders(request, { "Content-Type": "application/merge-patch+json" }));
    }),
  },
  {
    name: "large-body-malformed",
    summary: "A body that is too large is cut off and then called malformed.",
    breaks: ["CRM-ERR-014"],
    http: onCall({}, async ({ request, operation }, next) => {
      const response = await next(request);
      if (response.status !== 413 || operation === "uploadAttachment") return response;
      return problem("malformed-body", request);
    }),
  },
  {
    name: "refused-patch-half-done",
    summary: "A patch that is refused for one member has changed the others.",
    breaks: ["CRM-ERR-015"],
    http: halfDone(["updateCustomer", "updateContact", "updateServiceRequest"], () => true),
  },
  {
    name: "refused-request-kept",
    summary: "A request that is refused for its files or its fields is kept without them.",
    breaks: ["CRM-ERR-015"],
    http: halfDone(["createServiceRequest"], ({ pointer = "" }) =>
      /^\/(attachmentIds|externalRefs|priority|customerId|location)/.test(pointer),
    ),
  },
];

/** Tries again without the parameters that were refused for a fault of this sort. */
function leavingOut(isIgnored: (error: FieldError) => boolean): Layer {
  return onCall({}, async ({ request }, next) => {
    const again = request.clone() as Request;
    const response = await next(request);
    const ignored = (await errorsOf(response, "invalid-parameter")).filter(isIgnored);
    if (ignored.length === 0) return response;
    const shorter = await withQuery(again, (query) => {
      for (const { parameter = "" } of ignored) query.delete(parameter);
    });
    return next(shorter);
  });
}

/** Refuses as before, but carries out what is left without the members that were refused. */
function halfDone(operation: readonly OperationId[], isLeftOut: (error: FieldError) => boolean): Layer {
  return onCall({ operation }, async (call: Call, next) => {
    const response = await next(call.request);
    const errors = await errorsOf(response, "validation-failed");
    if (errors.length === 0 || !errors.every(isLeftOut)) return response;
    const rest = without(await call.json(), errors);
    if (Object.keys(rest).length > 0)
      await next(withHeaders(withJson(call.request, rest), { "Idempotency-Key": randomUUID() }));
    return response;
  });
}

async function errorsOf(response: Response, code: Problem["code"]): Promise<readonly FieldError[]> {
  if (response.headers.get("Content-Type") !== "application/problem+json") return [];
  const body = (await response.clone().json()) as Problem;
  return body.code === code ? (body.errors ?? []) : [];
}

/** The body without the members at its top that these errors point into. */
function without(body: unknown, errors: readonly FieldError[]): object {
  const faulty = errors.map(({ pointer = "" }) => pointer.split("/")[1]);
  return Object.fromEntries(Object.entries(body ?? {}).filter(([name]) => !faulty.includes(name)));
}

/** A body that ends in the middle, and with it the connection. */
function brokenOff(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.error(new Error("The connection is gone."));
    },
  });
}
