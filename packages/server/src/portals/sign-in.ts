import { Hono } from "hono";
import type { Principal } from "../auth/principal.js";
import { signToken } from "../auth/tokens.js";
import { industries } from "../demo/industries/index.js";
import type { DemoIndustry } from "../demo/industry.js";
import { ProblemError } from "../problem.js";

const tokenSeconds = 900;

/**
 * What a portal's own login does, for the people of the demo alone: who can sign in, and a short token for one of
 * them. Outside the contract, and only with `--demo`.
 */
export function demoSignIn(secret: Uint8Array): Hono {
  const routes = new Hono();

  routes.get("/people", (c) => {
    const { personas, staff } = industryOf(c.req.query("industry"));
    return c.json({
      customers: personas.map(({ id, name }) => ({ id, displayName: name })),
      staff: staff.map(({ id, zh, role, unitId }) => ({ id, name: zh, principal: role, unitId })),
    });
  });

  routes.post("/token", async (c) => {
    const wanted: unknown = await c.req.json().catch(() => null);
    const principal = principalOf(typeof wanted === "object" && wanted !== null ? { ...wanted } : {});
    return c.json({ token: await signToken(principal, secret, tokenSeconds) });
  });

  return routes;
}

function principalOf(wanted: Record<string, unknown>): Principal {
  const { personas, staff } = industryOf(wanted.industry);
  const persona = personas.find(({ id }) => id === wanted.customerId);
  if (wanted.as === "customer" && persona)
    return { kind: "customer", id: persona.id, customerId: persona.id, name: persona.name, scopes: [] };
  const member = staff.find(({ id, role }) => id === wanted.staffId && role === wanted.as);
  if (!member) throw new ProblemError("not-found", { detail: "The demo has no such person." });
  return { kind: member.role, id: member.id, name: member.zh, unitId: member.unitId, scopes: ["pii.reveal"] };
}

function industryOf(name: unknown): DemoIndustry {
  const industry = Object.values(industries).find(({ id }) => id === name);
  if (!industry) throw new ProblemError("not-found", { detail: "The demo has no such industry." });
  return industry;
}
