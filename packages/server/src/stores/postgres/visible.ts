import { and, eq, exists, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { RowScope } from "../../store.js";
import type { Database } from "./database.js";
import { changes, serviceRequests } from "./schema.js";

const nothing = sql`false`;

/** Rows that belong to the customer the scope is limited to; all of them for the staff. */
export function ofCustomer(column: PgColumn, { audience, customerId }: RowScope): SQL | undefined {
  if (audience === "staff") return undefined;
  return audience === "customer" && customerId !== undefined ? eq(column, customerId) : nothing;
}

/** Requests in scope: a report of misconduct never reaches the unit it is about. */
export function requestInScope(scope: RowScope): SQL | undefined {
  const { kind, aboutUnitId, customerId } = serviceRequests;
  return and(ofCustomer(customerId, scope), misconductInScope(ne(kind, "misconduct"), aboutUnitId, scope));
}

/** Rows about no request or about one in scope. */
export function aboutRequestInScope(db: Database, requestId: PgColumn, scope: RowScope): SQL | undefined {
  if (scope.misconduct === "all") return undefined;
  const visible = db
    .select({ one: sql`1` })
    .from(serviceRequests)
    .where(and(eq(serviceRequests.id, requestId), requestInScope({ ...scope, audience: "staff" })));
  return or(isNull(requestId), exists(visible));
}

/** Changes in scope: none that tells a customer of an internal entry. */
export function changeInScope(scope: RowScope): SQL | undefined {
  const isPublic = eq(changes.audience, "public");
  if (scope.audience === "public") return isPublic;
  const misconduct = misconductInScope(eq(changes.misconduct, false), changes.aboutUnitId, scope);
  if (scope.audience === "staff") return misconduct;
  return or(isPublic, and(ne(changes.audience, "staff"), ofCustomer(changes.customerId, scope)));
}

function misconductInScope(ordinary: SQL, aboutUnitId: PgColumn, { misconduct }: RowScope): SQL | undefined {
  if (misconduct === "all") return undefined;
  if (misconduct === "none") return ordinary;
  return or(ordinary, isNull(aboutUnitId), ne(aboutUnitId, misconduct.exceptUnitId));
}
