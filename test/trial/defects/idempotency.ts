import { randomUUID } from "node:crypto";
import type { OperationId } from "@portico/contract";
import type { Defect, Fetch } from "../defect.ts";
import { unhurried } from "../unhurried.ts";
import { type Layer, onAnswer, onCall, onProblem, problem, retold, withHeaders } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

/** Operations that forget their keys, and what comes of it. */
const forgetful: readonly (readonly [OperationId, string, string])[] = [
  ["uploadAttachment", "upload", "A file uploaded again with its key is stored twice."],
  ["createEntry", "entry", "A reply sent again with its key is added twice."],
  ["assignServiceRequest", "assignment", "An assignment repeated with its key is made and logged twice."],
  ["transitionServiceRequest", "move", "A move repeated with its key is refused as made already."],
  ["urgeServiceRequest", "urge", "An urge repeated with its key is refused as coming too soon."],
  ["createCustomer", "customer", "A customer made again with its key is made twice."],
  ["createContact", "contact", "A contact made again with its key is made twice."],
  ["createInteraction", "interaction", "An interaction logged again with its key is logged twice."],
  ["addTeamMember", "team", "A member added again with its key is refused as being there already."],
  ["revealContactPoint", "reveal", "A reveal repeated with its key is carried out and audited twice."],
  ["createAssessment", "assessment", "A judgement repeated with its key is stored twice."],
  ["createRating", "rating", "A rating repeated with its key is refused as the second of its request."],
];

export const idempotency: readonly Defect[] = [
  {
    name: "key-optional",
    summary: "A POST without an idempotency key is carried out.",
    breaks: ["CRM-IDM-001"],
    http: onPost((request, key, next) => next(key === "" ? withFreshKey(request) : request)),
  },
  {
    name: "key-missing-as-invalid-parameter",
    summary: "A POST without an idempotency key is called an invalid parameter.",
    breaks: ["CRM-IDM-001"],
    http: onProblem({ code: "idempotency-key-missing" }, ({ body }) => retold(body, "invalid-parameter")),
  },
  {
    name: "repeat-executed-again",
    summary: "A request made again with the same key is made twice.",
    breaks: ["CRM-IDM-002", "CRM-IDM-010"],
    http: keyless("createServiceRequest"),
  },
  {
    name: "repeat-answered-as-200",
    summary: "A repeated creation is answered with 200 in place of 201.",
    breaks: ["CRM-IDM-002"],
    http: onPost(async (request, _, next) => {
      const response = await next(request);
      if (!isReplay(response) || response.status !== 201) return response;
      return new Response(response.body, { status: 200, headers: response.headers });
    }),
  },
  {
    name: "repeat-answered-with-todays-state",
    summary: "A repeated creation of a request is answered with the request as it is by now.",
    breaks: ["CRM-IDM-002"],
    http: onCall({ operation: "createServiceRequest" }, async ({ request }, next) => {
      const { url, headers } = request;
      const response = await next(request);
      const location = response.headers.get("Location");
      if (!isReplay(response) || location === null) return response;
      const today = await next(new Request(new URL(location, url), { headers: bearerOf(headers) }));
      return today.ok ? new Response(today.body, response) : response;
    }),
  },
  {
    name: "repeat-without-location",
    summary: "A repeated creation is answered without its address.",
    breaks: ["CRM-IDM-002"],
    http: onPost(async (request, _, next) => {
      const response = await next(request);
      if (isReplay(response)) response.headers.delete("Location");
      return response;
    }),
  },
  {
    name: "replay-not-marked",
    summary: "A stored answer is sent again without saying so.",
    breaks: ["CRM-IDM-003"],
    http: onPost(async (request, _, next) => {
      const response = await next(request);
      response.headers.delete("Idempotency-Replayed");
      return response;
    }),
  },
  {
    name: "first-answer-marked-as-replay",
    summary: "The first answer to a key is marked as a replay.",
    breaks: ["CRM-IDM-003"],
    http: onAnswer({ operation: ["createServiceRequest", "createEntry", "createCustomer"] }, () => ({
      headers: { "Idempotency-Replayed": "true" },
    })),
  },
  {
    name: "other-body-answered-as-the-first",
    summary: "A key used again with another body is answered as the first time.",
    breaks: ["CRM-IDM-004"],
    http: remembering((first, second) => first.url === second.url),
  },
  {
    name: "other-body-executed",
    summary: "A key used again with another body is taken for a new one.",
    breaks: ["CRM-IDM-004"],
    http: onPost(async (request, _, next) => {
      const again = request.clone() as Request;
      const response = await next(request);
      return (await isMismatch(response)) ? next(withFreshKey(again)) : response;
    }),
  },
  {
    name: "other-body-refused-but-executed",
    summary: "A key used again with another body answers 422 and takes effect all the same.",
    breaks: ["CRM-IDM-004"],
    http: onPost(async (request, _, next) => {
      const again = request.clone() as Request;
      const response = await next(request);
      if (await isMismatch(response)) await next(withFreshKey(again));
      return response;
    }),
  },
  {
    name: "other-body-as-conflict",
    summary: "A key used again with another body answers 409.",
    breaks: ["CRM-IDM-004"],
    http: onProblem({ code: "idempotency-mismatch" }, ({ body }) => retold(body, "conflict")),
  },
  {
    name: "key-shared-between-callers",
    summary: "A key is kept without the caller it belongs to.",
    breaks: ["CRM-IDM-005"],
    store: onStore({
      idempotency: {
        claim: (claim) => (_, key) => claim("everybody", key),
        find: (find) => (_, key) => find("everybody", key),
        insert: (insert) => (record) => insert({ ...record, scope: "everybody" }),
      },
    }),
  },
  {
    name: "parallel-repeats-all-executed",
    summary: "A key is looked up before it is kept, so that repeats at once are all executed.",
    breaks: ["CRM-IDM-006"],
    http: whileInFlight((request, next) => next(withFreshKey(request))),
  },
  {
    name: "parallel-repeat-as-conflict",
    summary: "A repeat that comes while the first is under way answers `conflict`.",
    breaks: ["CRM-IDM-006"],
    http: whileInFlight(async (request) => problem("conflict", request)),
  },
  {
    name: "key-answered-from-another-address",
    summary: "A key used at another address is answered with what the first address answered.",
    breaks: ["CRM-IDM-007"],
    http: remembering((first, second) => first.url !== second.url),
  },
  {
    name: "key-of-any-form-taken",
    summary: "A key that breaks its schema is taken.",
    breaks: ["CRM-IDM-008"],
    http: onPost((request, key, next) => {
      const padded = Buffer.from(key).toString("hex").slice(0, 120).padEnd(8, "0");
      return next(key === "" || isKey(key) ? request : withHeaders(request, { "Idempotency-Key": padded }));
    }),
  },
  {
    name: "refused-input-uses-up-key",
    summary: "An input that was refused holds its key, so that the mended one answers a mismatch.",
    breaks: ["CRM-IDM-009"],
    http: (next) => {
      const refused = new Map<string, string>();
      return onPost(async (request, key, inner) => {
        const body = await (request.clone() as Request).text();
        if ((refused.get(key) ?? body) !== body) return problem("idempotency-mismatch", request);
        const response = await inner(request);
        if (response.status === 422) refused.set(key, body);
        return response;
      })(next);
    },
  },
  ...forgetful.map(
    ([operation, name, summary]): Defect => ({
      name: `${name}-key-not-kept`,
      summary,
      breaks: ["CRM-IDM-010"],
      http: keyless(operation),
    }),
  ),
];

function onPost(handle: (request: Request, key: string, next: Fetch) => Promise<Response>): Layer {
  return onCall({}, ({ request }, next) =>
    request.method === "POST"
      ? handle(request, request.headers.get("Idempotency-Key") ?? "", next)
      : next(request),
  );
}

function keyless(operation: OperationId): Layer {
  return onCall({ operation }, ({ request }, next) =>
    next(isKey(request.headers.get("Idempotency-Key") ?? "") ? withFreshKey(request) : request),
  );
}

const isKey = (key: string): boolean => /^[\x21-\x7e]{8,128}$/.test(key);

const withFreshKey = (request: Request): Request => withHeaders(request, { "Idempotency-Key": randomUUID() });

const isReplay = ({ headers }: Response): boolean => headers.get("Idempotency-Replayed") === "true";

const isMismatch = async (response: Response): Promise<boolean> =>
  response.status === 422 &&
  ((await response.clone().json()) as { code: string }).code === "idempotency-mismatch";

/** Answers a mismatch with what the key was answered first, where the two requests are taken for one. */
function remembering(areTakenForOne: (first: Request, second: Request) => boolean): Layer {
  return (next) => {
    const answers = new Map<string, { request: Request; response: Response }>();
    return onPost(async (request, key, inner) => {
      const mine = `${request.headers.get("Authorization")} ${key}`;
      const response = await inner(request);
      const first = answers.get(mine);
      if (!first && response.ok) answers.set(mine, { request, response: response.clone() });
      if (!first || !areTakenForOne(first.request, request) || !(await isMismatch(response))) return response;
      const replayed = new Response(first.response.clone().body, first.response);
      replayed.headers.set("Idempotency-Replayed", "true");
      return replayed;
    })(next);
  };
}

/** Takes over a POST whose key is under way already. */
function whileInFlight(handle: (request: Request, next: Fetch) => Promise<Response>): Layer {
  return (next) => {
    const inFlight = new Set<string>();
    return onPost(async (request, key, inner) => {
      const mine = `${request.headers.get("Authorization")} ${key}`;
      if (inFlight.has(mine)) return handle(request, inner);
      inFlight.add(mine);
      return inner(request).finally(() => inFlight.delete(mine));
    })(unhurried(next));
  };
}

const bearerOf = (headers: Headers): Record<string, string> => {
  const authorization = headers.get("Authorization");
  return authorization === null ? {} : { Authorization: authorization };
};
