import { getTableColumns } from "drizzle-orm";
import { tables, type World } from "./world.js";

/** Rows that are written by one statement. */
export interface Batch {
  table: keyof World;
  /** The columns they have; the database gives the others. */
  columns: string[];
  /** The rows as the JSON of a list of objects with those columns. */
  json: string;
  /** How many rows the table gets in all. */
  total: number;
}

const rowsAtOnce = 1000;

/** A world in batches that can be written one after the other. */
export function* batchesOf(world: World): Generator<Batch> {
  for (const table of Object.keys(tables) as (keyof World)[]) yield* batchesOfTable(table, world[table]);
}

function* batchesOfTable(table: keyof World, rows: readonly Record<string, unknown>[]): Generator<Batch> {
  const given = Object.entries(getTableColumns(tables[table])).filter(([property]) =>
    rows.some((row) => property in row),
  );
  const columns = given.map(([, { name }]) => name);
  for (let done = 0; done < rows.length; done += rowsAtOnce) {
    const records = rows
      .slice(done, done + rowsAtOnce)
      .map((row) => Object.fromEntries(given.map(([property, { name }]) => [name, row[property] ?? null])));
    yield { table, columns, json: JSON.stringify(records), total: rows.length };
  }
}
