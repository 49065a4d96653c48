import type { Capabilities, OperationId } from "@portico/contract";
import { openApiDocument } from "@portico/contract/document";
import type { Defect } from "../defect.ts";
import { elevated } from "../tokens.ts";
import { type Layer, layers, onAnswer, onCall, problem, withHeaders, withQuery } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

export const capabilities: readonly Defect[] = [
  {
    name: "capabilities-behind-sign-in",
    summary: "The capabilities are told only to callers with a token.",
    breaks: ["CRM-CAP-001"],
    http: onCall({ operation: "getCapabilities", caller: "guest" }, async ({ request }) =>
      problem("unauthenticated", request, {}, { "WWW-Authenticate": "Bearer" }),
    ),
  },
  {
    name: "version-of-the-product",
    summary: "`contractVersion` is the version of the product instead of the contract's.",
    breaks: ["CRM-CAP-002"],
    http: telling(() => ({ contractVersion: "2026.11" })),
  },
  {
    name: "own-document-without-requests",
    summary: "`/v1/openapi.json` knows requests by another path than the contract.",
    breaks: ["CRM-CAP-003"],
    http: onCall({}, async ({ request }, next) => {
      if (new URL(request.url).pathname !== "/v1/openapi.json") return next(request);
      const { "/v1/service-requests": requests, ...paths } = openApiDocument.paths;
      return Response.json({ ...openApiDocument, paths: { ...paths, "/v1/tickets": requests } });
    }),
  },
  {
    name: "core-not-declared",
    summary: "The profiles name every profile but `core`, which is thought to go without saying.",
    breaks: ["CRM-CAP-004"],
    http: telling(({ profiles }) => ({ profiles: profiles.filter(({ id }) => id !== "core") })),
  },
  {
    name: "core-read-not-declared",
    summary: "`getInteraction` is there but missing in the declaration.",
    breaks: ["CRM-CAP-004", "CRM-CAP-007"],
    http: withoutOperation("getInteraction"),
  },
  {
    name: "operation-nobody-knows",
    summary: "The declaration holds an operation of the backend's own.",
    breaks: ["CRM-CAP-005"],
    http: telling(({ resources }) => ({
      resources: { ...resources, customerMerges: { operations: ["mergeCustomers"] } },
    })),
  },
  {
    name: "declared-but-unsupported",
    summary: "Ratings are declared, and their list answers `unsupported`.",
    breaks: ["CRM-CAP-006"],
    http: onCall({ operation: "listRatings" }, async ({ request }) => problem("unsupported", request)),
  },
  {
    name: "declared-write-unsupported",
    summary: "Taking somebody out of the team is declared and answers `unsupported`.",
    breaks: ["CRM-CAP-006"],
    http: onCall({ operation: "removeTeamMember" }, async ({ request }) => problem("unsupported", request)),
  },
  {
    name: "undeclared-answers-no-route",
    summary: "The summary is not declared, and its address answers as one that nobody knows.",
    breaks: ["CRM-CAP-007"],
    http: layers(
      withoutOperation("getCustomerSummary"),
      onCall({ operation: "getCustomerSummary" }, async ({ request }) => problem("route-not-found", request)),
    ),
  },
  {
    name: "undeclared-write-works",
    summary: "Ratings cannot be given according to the declaration, and yet they are taken.",
    breaks: ["CRM-CAP-007"],
    http: withoutOperation("createRating"),
  },
  {
    name: "filter-lost-beside-another",
    summary: "The channel of a request is no filter when its kind is one.",
    breaks: ["CRM-CAP-008"],
    http: onCall({ operation: "listServiceRequests" }, async ({ request, query }, next) =>
      next(query.has("kind") ? await withQuery(request, (given) => given.delete("channel")) : request),
    ),
  },
  {
    name: "filter-takes-first-value",
    summary: "Of several states only the first is looked for.",
    breaks: ["CRM-CAP-008"],
    store: onStore({
      requests: {
        list: (original) => (query) => {
          const { state, ...filter } = query.filter;
          return original({
            ...query,
            filter: { ...filter, ...(state ? { state: state.slice(0, 1) } : {}) },
          });
        },
      },
    }),
  },
  {
    name: "false-is-no-filter",
    summary: "`urged=false` shows urged requests too: false is taken for not given.",
    breaks: ["CRM-CAP-008"],
    http: onCall({ operation: "listServiceRequests" }, async ({ request, query }, next) =>
      next(
        query.get("urged") === "false" ? await withQuery(request, (given) => given.delete("urged")) : request,
      ),
    ),
  },
  {
    name: "filter-of-interactions-ignored",
    summary: "The channel is no filter of interactions.",
    breaks: ["CRM-CAP-008"],
    http: onCall({ operation: "listInteractions" }, async ({ request }, next) =>
      next(await withQuery(request, (query) => query.delete("channel"))),
    ),
  },
  {
    name: "created-after-looks-at-changes",
    summary: "`createdAfter` looks at the last change, so that old requests come when they were touched.",
    breaks: ["CRM-CAP-008"],
    store: onStore({
      requests: {
        list: (original) => async (query) => {
          const { createdAfter, ...filter } = query.filter;
          if (!createdAfter) return original(query);
          const { rows } = await original({ ...query, filter, limit: 1000 });
          const kept = rows.filter(({ updatedAt }) => updatedAt >= createdAfter);
          return {
            rows: kept.slice(0, query.limit),
            next: null,
            ...(query.total ? { total: kept.length } : {}),
          };
        },
      },
    }),
  },
  {
    name: "due-last-first",
    summary: "`sort=dueAt` begins with what is due last.",
    breaks: ["CRM-CAP-009"],
    store: onStore({
      requests: {
        list: (original) => (query) =>
          original(query.sort === "dueAt" ? { ...query, sort: "-dueAt" } : query),
      },
    }),
  },
  {
    name: "sort-of-contacts-ignored",
    summary: "Contacts come by name whatever `sort` says.",
    breaks: ["CRM-CAP-009"],
    http: onCall({ operation: "listContacts" }, async ({ request }, next) =>
      next(await withQuery(request, (query) => query.delete("sort"))),
    ),
  },
  {
    name: "declared-limit-refused",
    summary: "Lists of contacts declare pages of 100 rows and take 50 at most.",
    breaks: ["CRM-CAP-010"],
    http: onCall({ operation: "listContacts" }, async ({ request, query }, next) => {
      if (Number(query.get("limit") ?? 0) <= 50) return next(request);
      const errors = [{ parameter: "limit", code: "too-large" as const, message: "At most 50." }];
      return problem("invalid-parameter", request, { errors });
    }),
  },
  {
    name: "limit-declared-too-high",
    summary: "Pages of 500 requests are declared; more than 100 are refused.",
    breaks: ["CRM-CAP-010"],
    http: telling(({ resources }) => ({
      resources: {
        ...resources,
        serviceRequests: { operations: [], ...resources.serviceRequests, maxLimit: 500 },
      },
    })),
  },
  {
    name: "locale-without-labels",
    summary: "Arabic is declared, and nothing is labelled in it.",
    breaks: ["CRM-CAP-011"],
    http: telling(({ locales }) => ({ locales: [...locales, "ar"] })),
  },
  {
    name: "label-not-translated",
    summary: "A kind of request has no label in traditional Chinese.",
    breaks: ["CRM-CAP-011"],
    http: telling(({ requestKinds }) => ({
      requestKinds: requestKinds.map((kind) => {
        const { "zh-Hant": _, ...labels } = kind.labels;
        return kind.code === "praise" ? { ...kind, labels } : kind;
      }),
    })),
  },
  {
    name: "offered-kind-refused",
    summary: "Opinions are offered to customers and refused when one is given.",
    breaks: ["CRM-CAP-012"],
    http: onCall({ operation: "createServiceRequest", caller: "customer" }, async (call, next) => {
      const body = (await call.json()) as { kind?: string } | undefined;
      if (body?.kind !== "opinion") return next(call.request);
      const errors = [{ pointer: "/kind", code: "not-allowed" as const, message: "Not at this time." }];
      return problem("validation-failed", call.request, { errors });
    }),
  },
  {
    name: "closed-kind-offered-to-guest",
    summary: "A guest is offered applications, which are then refused.",
    breaks: ["CRM-CAP-013", "CRM-CAP-012"],
    http: onCall({ operation: "getCapabilities", caller: "guest" }, ({ request }, next) =>
      next(elevated(request)),
    ),
  },
  {
    name: "closed-kind-taken-from-guest",
    summary: "An application is taken from a guest who sends one without being offered it.",
    breaks: ["CRM-CAP-013"],
    http: onCall({ operation: "createServiceRequest", caller: "guest" }, async (call, next) => {
      const body = (await call.json()) as { kind?: string } | undefined;
      return next(body?.kind === "application" ? elevated(call.request) : call.request);
    }),
  },
  {
    name: "file-limit-not-held",
    summary: "Files of a megabyte are declared as the largest; larger ones are taken.",
    breaks: ["CRM-CAP-014"],
    http: telling(({ attachments }) => ({ attachments: { ...attachments, maxBytes: 1024 * 1024 } })),
  },
  {
    name: "large-file-is-invalid",
    summary: "A file that is too large answers 422.",
    breaks: ["CRM-CAP-014"],
    http: onCall({ operation: "uploadAttachment" }, async ({ request }, next) => {
      const response = await next(request);
      return response.status === 413 ? problem("validation-failed", request) : response;
    }),
  },
  {
    name: "any-media-type-taken",
    summary: "A file of an unlisted media type is taken when its content is of a listed one.",
    breaks: ["CRM-CAP-014"],
    http: onCall({ operation: "uploadAttachment" }, ({ request }, next) =>
      next(withHeaders(request, { "Content-Type": "application/octet-stream" })),
    ),
  },
  {
    name: "unlisted-media-type-is-invalid",
    summary: "A file of an unlisted media type answers 422.",
    breaks: ["CRM-CAP-014"],
    http: onCall({ operation: "uploadAttachment" }, async ({ request }, next) => {
      const response = await next(request);
      return response.status === 415 ? problem("validation-failed", request) : response;
    }),
  },
  {
    name: "declared-stream-shut",
    summary: "The stream of changes is declared and answers `unsupported`.",
    breaks: ["CRM-CAP-015", "CRM-CAP-006"],
    http: onCall({ operation: "streamChanges" }, async ({ request }) => problem("unsupported", request)),
  },
  {
    name: "shut-door-open",
    summary: "The stream of changes is declared shut and yet opens.",
    breaks: ["CRM-CAP-015"],
    http: telling(({ changes }) => ({ changes: { ...changes, stream: false } })),
  },
];

/** Alters what the capabilities say. */
function telling(change: (told: Capabilities) => Partial<Capabilities>): Layer {
  return onAnswer({ operation: "getCapabilities" }, ({ body }) => ({ body: { ...body, ...change(body) } }));
}

function withoutOperation(operation: OperationId): Layer {
  return telling(({ resources }) => ({
    resources: Object.fromEntries(
      Object.entries(resources).map(([name, resource]) => [
        name,
        { ...resource, operations: resource.operations.filter((id) => id !== operation) },
      ]),
    ),
  }));
}
