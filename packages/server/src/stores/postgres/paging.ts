import { asc, type Column, desc, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { ListQuery, Page } from "../../store.js";

/** How a list can be sorted: by which expression, and how a row tells its place there. */
interface Sort<Row> {
  by: SQLWrapper;
  key: (row: Row) => string | Date;
}

export type Sorts<Row> = Record<string, Sort<Row>>;

interface Window<Row> {
  /** Limits the list to what comes after the cursor. */
  after: SQL | undefined;
  order: SQL[];
  /** One row more than the page holds, to tell whether there is a next one. */
  limit: number;
  page(rows: Row[], total: number | undefined): Page<Row>;
}

/**
 * One page by key set: it starts after a position, so that its cost does not grow with the distance from the
 * beginning, and rows that come in meanwhile shift nothing.
 */
export function keyset<Row extends { id: string }>(
  { sort, limit, after }: Pick<ListQuery<unknown>, "sort" | "limit" | "after">,
  id: Column,
  sorts: Sorts<Row>,
): Window<Row> {
  const descending = sort.startsWith("-");
  const property = sort.replace("-", "");
  const chosen = sorts[property];
  if (!chosen) throw new Error(`The list cannot be sorted by ${property}`);
  const direction = descending ? desc : asc;

  return {
    after: after && beyond(chosen.by, id, after, { descending, instant: isInstant(property) }),
    order: [direction(chosen.by), direction(id)],
    limit: limit + 1,
    page(rows, total) {
      const kept = rows.slice(0, limit);
      const last = rows.length > limit ? kept.at(-1) : undefined;
      const next = last ? { key: text(chosen.key(last)), id: last.id } : null;
      return total === undefined ? { rows: kept, next } : { rows: kept, next, total };
    },
  };
}

function beyond(
  by: SQLWrapper,
  id: Column,
  after: { key: string; id: string },
  { descending, instant }: { descending: boolean; instant: boolean },
): SQL {
  const key = instant ? sql`${after.key}::timestamptz` : sql`${after.key}`;
  return descending
    ? sql`(${by}, ${id}) < (${key}, ${after.id})`
    : sql`(${by}, ${id}) > (${key}, ${after.id})`;
}

const isInstant = (property: string): boolean => property.endsWith("At");

const text = (key: string | Date): string => (key instanceof Date ? key.toISOString() : key);
