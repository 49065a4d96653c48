import type { ServiceRequest } from "@portico/contract";
import type { Defect } from "../defect.ts";
import { unhurried } from "../unhurried.ts";
import { etagOf, type Layer, onAnswer, onCall, onProblem, onResponse, retold, withHeaders } from "../wrap.ts";
import { mergePatch } from "./merge-patch.ts";

const patches = ["updateCustomer", "updateContact", "updateServiceRequest"] as const;
const requestOperations = [
  "createServiceRequest",
  "getServiceRequest",
  "updateServiceRequest",
  "transitionServiceRequest",
  "urgeServiceRequest",
  "assignServiceRequest",
] as const;
const deletes = ["deleteContact", "deleteAttachment", "removeTeamMember"] as const;

const conditions: readonly Defect[] = [
  {
    name: "etag-weak",
    summary: "Validators are sent as weak ones.",
    breaks: ["CRM-CON-001"],
    http: onCall({}, async ({ request }, next) => {
      const response = await next(strengthened(request));
      const etag = response.headers.get("ETag");
      if (etag !== null) response.headers.set("ETag", `W/${etag}`);
      return response;
    }),
  },
  {
    name: "etag-missing-on-interactions",
    summary: "An interaction is read without a validator.",
    breaks: ["CRM-CON-001"],
    http: onAnswer({ operation: "getInteraction" }, () => ({ headers: { ETag: null } })),
  },
  {
    name: "if-none-match-ignored",
    summary: "A conditional read is always answered in full.",
    breaks: ["CRM-CON-002"],
    http: onCall({}, ({ request }, next) => next(withHeaders(request, { "If-None-Match": null }))),
  },
  {
    name: "not-modified-without-comparing",
    summary: "A conditional read of a request answers 304 whatever validator it carries.",
    breaks: ["CRM-CON-002"],
    http: onCall({ operation: "getServiceRequest" }, ({ request }, next) =>
      next(request.headers.has("If-None-Match") ? withHeaders(request, { "If-None-Match": "*" }) : request),
    ),
  },
  {
    name: "etag-of-the-second",
    summary: "A request's validator is made of the second it was last changed in.",
    breaks: ["CRM-CON-003", "CRM-CON-005"],
    http: validatedBy(({ id, updatedAt }) => `${id}-${updatedAt.slice(0, 19)}`),
  },
  {
    name: "etag-blind-to-marks",
    summary: "Urging a request does not change its validator.",
    breaks: ["CRM-CON-003"],
    http: validatedBy(({ updatedAt: _, marks: { urgedCount: _c, lastUrgedAt: _l, ...marks }, ...rest }) => {
      const { urgeAllowedAt: _u, allowedActions: _a, ...lasting } = rest;
      return JSON.stringify({ ...lasting, marks });
    }),
  },
  {
    name: "etag-unchanged-by-transition",
    summary: "A move to another state does not change the validator.",
    breaks: ["CRM-CON-003"],
    http: validatedBy(({ id, title, description, priority, category, customFields, marks, handler }) =>
      JSON.stringify({ id, title, description, priority, category, customFields, marks, handler }),
    ),
  },
  {
    name: "patch-answers-the-old-etag",
    summary: "A change is answered with the validator of the representation before it.",
    breaks: ["CRM-CON-003"],
    http: onAnswer({ operation: patches }, (_, { request }) => ({
      headers: { ETag: request.headers.get("If-Match") },
    })),
  },
  {
    name: "creation-answers-an-etag-of-its-own",
    summary: "What was made is answered with a validator of its id, which no read answers.",
    breaks: ["CRM-CON-003"],
    http: onAnswer({ operation: ["createCustomer", "createContact"] }, ({ body }) => ({
      headers: { ETag: etagOf(body.id) },
    })),
  },
  {
    name: "creation-without-the-etag-of-reading",
    summary: "What was made is answered with a validator that the next read does not have.",
    breaks: ["CRM-CON-003"],
    http: onAnswer({ operation: ["createCustomer", "createContact"] }, ({ body }) => ({
      headers: { ETag: etagOf(JSON.stringify([body])) },
    })),
  },
  {
    name: "if-match-optional",
    summary: "A change that names no validator is made on whatever is stored.",
    breaks: ["CRM-CON-004"],
    http: onCall({ operation: patches }, ({ request }, next) =>
      next(request.headers.has("If-Match") ? request : unconditionally(request)),
    ),
  },
  {
    name: "if-match-optional-for-deletes",
    summary: "Something is removed without a validator.",
    breaks: ["CRM-CON-004"],
    http: onCall({ operation: deletes }, ({ request }, next) =>
      next(request.headers.has("If-Match") ? request : unconditionally(request)),
    ),
  },
  {
    name: "if-match-missing-as-bad-request",
    summary: "A change without a validator is called an invalid parameter.",
    breaks: ["CRM-CON-004"],
    http: onProblem({ code: "precondition-required" }, ({ body }) => retold(body, "invalid-parameter")),
  },
  {
    name: "if-match-compared-by-prefix",
    summary: "Of the validator in `If-Match` only the first eight characters are compared.",
    breaks: ["CRM-CON-005"],
    http: (next) => {
      const known = new Map<string, string>();
      return onCall({}, async ({ request }, inner) => {
        const current = known.get(start(request.headers.get("If-Match")));
        const response = await inner(current ? withHeaders(request, { "If-Match": current }) : request);
        const etag = response.headers.get("ETag");
        if (etag !== null) known.set(start(etag), etag);
        return response;
      })(next);
    },
  },
  {
    name: "if-match-one-behind-taken",
    summary: "The validator of the version before the current one still satisfies `If-Match`.",
    breaks: ["CRM-CON-005", "CRM-CON-006"],
    http: (next) => {
      const before = new Map<string, string | null>();
      return onCall({ operation: patches }, async ({ request }, inner) => {
        const given = request.headers.get("If-Match");
        const isBehind = given !== null && given === before.get(request.url);
        const response = await inner(isBehind ? unconditionally(request) : request);
        if (response.ok) before.set(request.url, given);
        return response;
      })(next);
    },
  },
  {
    name: "stale-delete-taken",
    summary: "A removal with an outdated validator is carried out.",
    breaks: ["CRM-CON-005"],
    http: onCall({ operation: deletes }, ({ request }, next) =>
      next(request.headers.has("If-Match") ? unconditionally(request) : request),
    ),
  },
  {
    name: "stale-change-refused-but-made",
    summary: "A change on an outdated representation answers 412 and is made all the same.",
    breaks: ["CRM-CON-005"],
    http: onCall({ operation: patches }, async ({ request }, next) => {
      const again = request.clone() as Request;
      const response = await next(request);
      if (response.status === 412) await next(unconditionally(again));
      return response;
    }),
  },
  {
    name: "parallel-changes-all-taken",
    summary: "Changes made at once compare their validators before any of them is stored.",
    breaks: ["CRM-CON-006"],
    http: (next) => {
      const under = new Map<string, number>();
      return onCall({ operation: patches }, async ({ request }, inner) => {
        const others = under.get(request.url) ?? 0;
        under.set(request.url, others + 1);
        const hasMatch = others > 0 && request.headers.has("If-Match");
        const response = await inner(hasMatch ? unconditionally(request) : request);
        under.set(request.url, (under.get(request.url) ?? 1) - 1);
        return response;
      })(unhurried(next));
    },
  },
  {
    name: "removal-of-what-is-gone-done",
    summary: "Whoever removes a contact that is gone is told that it was done.",
    breaks: ["CRM-CON-006"],
    http: onResponse({ operation: "deleteContact" }, (response) =>
      response.status === 404 ? new Response(null, { status: 204 }) : response,
    ),
  },
  {
    name: "parallel-removals-all-confirmed",
    summary: "Of removals made at once each is answered as the one that was carried out.",
    breaks: ["CRM-CON-006"],
    http: (next) => {
      const underWay = new Map<string, Promise<Response>>();
      return onCall({ operation: deletes }, async ({ request }, inner) => {
        const removal = underWay.get(request.url) ?? inner(request);
        underWay.set(request.url, removal);
        return (await removal.finally(() => underWay.delete(request.url))).clone();
      })(unhurried(next));
    },
  },
  {
    name: "weak-if-match-taken",
    summary: "A weak validator satisfies `If-Match`.",
    breaks: ["CRM-CON-008"],
    http: onCall({}, ({ request }, next) => next(strengthened(request))),
  },
  {
    name: "if-none-match-list-ignored",
    summary: "A conditional read that names several validators is answered in full.",
    breaks: ["CRM-CON-009"],
    http: onCall({}, ({ request }, next) =>
      next(
        request.headers.get("If-None-Match")?.includes(",")
          ? withHeaders(request, { "If-None-Match": null })
          : request,
      ),
    ),
  },
  {
    name: "if-none-match-star-ignored",
    summary: "A read that asks for anything but what is there is answered in full.",
    breaks: ["CRM-CON-009"],
    http: onCall({}, ({ request }, next) =>
      next(
        request.headers.get("If-None-Match") === "*"
          ? withHeaders(request, { "If-None-Match": null })
          : request,
      ),
    ),
  },
];

export const concurrency: readonly Defect[] = [...conditions, ...mergePatch];

const unconditionally = (request: Request): Request => withHeaders(request, { "If-Match": "*" });

function strengthened(request: Request): Request {
  const given = request.headers.get("If-Match");
  return given === null ? request : withHeaders(request, { "If-Match": given.replaceAll("W/", "") });
}

const start = (etag: string | null): string => (etag ?? "").slice(0, 9);

/** Requests have validators of another making, which are compared instead of the server's own. */
function validatedBy(toText: (request: ServiceRequest) => string): Layer {
  return (next) => {
    const latest = new Map<string, string>();
    const shown = new Map<string, string>();
    const toServers = (header: string): string =>
      header.replaceAll(/"[^"]*"/g, (own) => latest.get(own) ?? own);

    return onCall({ operation: requestOperations }, async ({ request }, inner) => {
      const conditions = ["If-Match", "If-None-Match"].flatMap((name) => {
        const given = request.headers.get(name);
        return given === null ? [] : [[name, toServers(given)] as const];
      });
      const response = await inner(withHeaders(request, Object.fromEntries(conditions)));
      const etag = response.headers.get("ETag");
      if (etag === null) return response;
      if (response.status !== 304) {
        const own = etagOf(toText((await response.clone().json()) as ServiceRequest));
        latest.set(own, etag);
        shown.set(etag, own);
      }
      response.headers.set("ETag", shown.get(etag) ?? etag);
      return response;
    })(next);
  };
}
