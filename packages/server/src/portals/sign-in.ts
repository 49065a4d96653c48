import { Hono } from "hono";
import type { Principal } from "../auth/principal.js";
import { signToken } from "../auth/tokens.js";
import { type DemoPeople, demoPeople, isDemoIndustry } from "../demo/index.js";
import { maxJsonBytes, parseJson, readBody } from "../http/body.js";
import { revealScope } from "../policy/policy.js";
import { ProblemError } from "../problem.js";

const tokenSeconds = 900;

/**
 * What a portal's own login does, for the people of the demo alone: who can sign in, and a short token for one of
 * them. Outside the contract, and only with `--demo`.
 */
export function demoSignIn(secret: Uint8Array): Hono {
  const routes = new Hono();

  routes.get("/people", (c) => c.json(peopleOf(c.req.query("industry"))));

  routes.post("/token", async (c) => {
    const wanted = parseJson(c.req.raw, await readBody(c.req.raw, maxJsonBytes), "application/json");
    const principal = principalOf(typeof wanted === "object" && wanted !== null ? { ...wanted } : {});
    return c.json({ token: await signToken(principal, secret, tokenSeconds) });
  });

  return routes;
}

function principalOf(wanted: Record<string, unknown>): Principal {
  const { customers, staff } = peopleOf(wanted.industry);
  const persona = customers.find(({ id }) => id === wanted.customerId);
  if (wanted.as === "customer" && persona)
    return {
      kind: "customer",
      id: persona.id,
      customerId: persona.id,
      name: persona.displayName,
      scopes: [],
    };
  const member = staff.find(({ id, principal }) => id === wanted.staffId && principal === wanted.as);
  if (!member) throw new ProblemError("not-found", { detail: "The demo has no such person." });
  const { principal, id, name, unitId } = member;
  return { kind: principal, id, name, unitId, scopes: [revealScope] };
}

function peopleOf(industry: unknown): DemoPeople {
  if (typeof industry !== "string" || !isDemoIndustry(industry))
    throw new ProblemError("not-found", { detail: "The demo has no such industry." });
  return demoPeople(industry);
}
