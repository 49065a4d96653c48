import type { Defect } from "../defect.ts";
import { as, type Claims, elevated } from "../tokens.ts";
import { type Layer, onAnswer, onCall, onProblem, problem, withHeaders, withQuery } from "../wrap.ts";

export const authentication: readonly Defect[] = [
  {
    name: "list-open-to-guests",
    summary: "Contacts are listed for a caller without a token; the list is empty.",
    breaks: ["CRM-AUT-001"],
    http: onCall({ operation: "listContacts", caller: "guest" }, async () => {
      const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
      return new Response(JSON.stringify({ data: [], page: { nextCursor: null } }), { headers });
    }),
  },
  {
    name: "guest-is-forbidden",
    summary: "A caller without a token is told that they may not, instead of to sign in.",
    breaks: ["CRM-AUT-001"],
    http: onCall({ caller: "guest" }, async ({ request }, next) => {
      const response = await next(request);
      const isGuest = !request.headers.has("Authorization");
      return isGuest && response.status === 401 ? problem("forbidden", request) : response;
    }),
  },
  {
    name: "unsigned-token-taken",
    summary: "A token with `alg: none` is believed.",
    breaks: ["CRM-AUT-002"],
    http: believing(({ header }) => header.alg === "none"),
  },
  {
    name: "signature-not-checked",
    summary: "A token is read without looking at its signature.",
    breaks: ["CRM-AUT-002"],
    http: believing(() => true),
  },
  {
    name: "garbled-token-is-guest",
    summary: "Whoever brings a token that cannot be read is taken for a guest.",
    breaks: ["CRM-AUT-002"],
    http: onCall({}, async ({ request }, next) => {
      const again = request.clone() as Request;
      const response = await next(request);
      if (response.status !== 401 || !request.headers.has("Authorization")) return response;
      return next(withHeaders(again, { Authorization: null }));
    }),
  },
  {
    name: "me-without-customer",
    summary: "`/v1/me` does not tell customers which customer they are.",
    breaks: ["CRM-AUT-003"],
    http: onAnswer({ operation: "getMe" }, ({ body: { customerId: _, ...rest } }) => ({ body: rest })),
  },
  {
    name: "manager-told-as-agent",
    summary: "`/v1/me` calls a manager an agent.",
    breaks: ["CRM-AUT-003"],
    http: onAnswer({ operation: "getMe", caller: "manager" }, ({ body }) => ({
      body: { ...body, principal: "agent" },
    })),
  },
  {
    name: "me-not-for-guests",
    summary: "`/v1/me` asks a guest to sign in.",
    breaks: ["CRM-AUT-003"],
    http: onCall({ operation: "getMe", caller: "guest" }, async ({ request }) =>
      problem("unauthenticated", request, {}, { "WWW-Authenticate": "Bearer" }),
    ),
  },
  {
    name: "customer-by-header",
    summary: "`X-Customer-Id`, meant for the portal's own server, is believed from anyone.",
    breaks: ["CRM-AUT-004"],
    http: onCall({ caller: "customer" }, ({ request, caller }, next) => {
      const customerId = request.headers.get("X-Customer-Id");
      if (customerId === null) return next(request);
      return next(as({ principal: "customer", sub: caller.id ?? "", customerId }, request));
    }),
  },
  {
    name: "token-in-the-address",
    summary: "A token is taken from `access_token` in the query as well.",
    breaks: ["CRM-AUT-004"],
    http: onCall({}, async ({ request, query }, next) => {
      const token = query.get("access_token");
      if (token === null) return next(request);
      const plain = await withQuery(request, (given) => given.delete("access_token"));
      return next(withHeaders(plain, { Authorization: `Bearer ${token}` }));
    }),
  },
  {
    name: "customer-writes-contacts",
    summary: "A customer may add contacts, which is for staff.",
    breaks: ["CRM-AUT-005"],
    http: onCall({ operation: "createContact", caller: "customer" }, ({ request }, next) =>
      next(elevated(request)),
    ),
  },
  {
    name: "forbidden-hidden-as-missing",
    summary: "What is not for this kind of caller answers 404.",
    breaks: ["CRM-AUT-005"],
    http: onCall({}, async ({ request }, next) => {
      const response = await next(request);
      return response.status === 403 ? problem("not-found", request) : response;
    }),
  },
  {
    name: "agent-removes-from-team",
    summary: "An agent may take members out of a team, which is for managers.",
    breaks: ["CRM-AUT-005"],
    http: onCall({ operation: "removeTeamMember", caller: "agent" }, ({ request }, next) =>
      next(elevated(request)),
    ),
  },
  {
    name: "challenge-without-scheme",
    summary: "A 401 does not say how to sign in.",
    breaks: ["CRM-AUT-006"],
    http: onProblem({ code: ["unauthenticated", "token-expired"] }, () => ({
      headers: { "WWW-Authenticate": null },
    })),
  },
];

interface Token {
  readonly header: { readonly alg?: string };
  readonly claims: Claims;
}

/** Takes a token for good by what it says of itself. */
function believing(isGood: (token: Token) => boolean): Layer {
  return onCall({}, ({ request }, next) => {
    const token = read(request.headers.get("Authorization"));
    return next(token && isGood(token) ? as(token.claims, request) : request);
  });
}

function read(authorization: string | null): Token | undefined {
  const [header = "", payload = ""] = (authorization ?? "").replace(/^Bearer +/i, "").split(".");
  try {
    return { header: decode(header) as Token["header"], claims: decode(payload) as Claims };
  } catch {
    return undefined;
  }
}

const decode = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString());
