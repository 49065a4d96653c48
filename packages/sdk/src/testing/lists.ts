import { Refusal } from "./problem.js";
import { identifier, oneOf, type Rule, text, word } from "./rules.js";
import type { Caller } from "./store.js";
import { newId } from "./store.js";

/** Query parameters as they were given; one that takes several words is a list. */
export type Query = Readonly<Record<string, string>>;

interface Filter<Row> {
  readonly rule: Rule;
  /** Whether it takes several words with commas between. */
  readonly several?: boolean;
  of(row: Row): unknown;
}

/** What a list takes. The first order is the default. */
export interface ListShape<Row> {
  readonly filters: Readonly<Record<string, Filter<Row>>>;
  readonly sorts: readonly string[];
  /** Whether the order can be chosen. */
  readonly sortable?: boolean;
  readonly countable?: boolean;
}

export const maxLimit = 100;

export const member = <Row>(name: keyof Row & string, rule: Rule = word): Record<string, Filter<Row>> => ({
  [name]: { rule, of: (row) => row[name] },
});
export const ofCustomer = <Row extends { customerId?: string }>() =>
  member<Row>("customerId" as never, identifier);

/** The rules of a list's query. */
export function parametersOf<Row>({ filters, sorts, sortable = true, countable = true }: ListShape<Row>) {
  const several =
    (rule: Rule): Rule =>
    (value) =>
      String(value).split(",").flatMap(rule);
  return {
    limit: text(3, 1, /^([1-9]\d?|100)$/),
    cursor: text(1000),
    ...(countable && { total: oneOf(["true", "false"]) }),
    ...(sortable && { sort: oneOf(sorts) }),
    ...Object.fromEntries(
      Object.entries(filters).map(([name, filter]) => [
        name,
        filter.several ? several(filter.rule) : filter.rule,
      ]),
    ),
  } satisfies Record<string, Rule>;
}

/** Pages with cursors that mean nothing to anybody else: they are looked up, never read. */
export class Pages {
  readonly #places = new Map<string, Place>();
  readonly #cursors = new Map<string, string>();

  of<Row extends { id: string }>(
    rows: readonly Row[],
    shape: ListShape<Row>,
    { caller, path, query }: { caller: Caller; path: string; query: Query },
  ) {
    const { limit = "25", cursor, total, sort = shape.sorts[0] ?? "id", ...filters } = query;
    const name = sort.replace("-", "") as keyof Row;
    const direction = sort.startsWith("-") ? -1 : 1;
    const keyOf = (row: Row) => String(row[name] ?? "");
    // The id settles ties, so that rows of one instant keep their places between two pages.
    const compare = (a: { key: string; id: string }, b: { key: string; id: string }) =>
      direction * (order(a.key, b.key) || order(a.id, b.id));
    const matching = rows
      .filter((row) =>
        Object.entries(filters).every(([name, value]) => {
          const filter = shape.filters[name];
          return (filter?.several ? value.split(",") : [value]).includes(String(filter?.of(row)));
        }),
      )
      .map((row) => ({ row, key: keyOf(row), id: row.id }))
      .sort(compare);
    const boundTo = JSON.stringify([path, caller.id, sort, filters]);
    const last = cursor === undefined ? undefined : this.#places.get(cursor);
    if (cursor !== undefined && last?.boundTo !== boundTo) {
      const message = "It does not belong to this list, filter and order.";
      throw new Refusal("invalid-cursor", { errors: [{ parameter: "cursor", code: "format", message }] });
    }
    const rest = last ? matching.filter((row) => compare(row, last) > 0) : matching;
    const shown = rest.slice(0, Number(limit));
    const turn = rest.length > shown.length ? shown.at(-1) : undefined;
    const nextCursor = turn ? this.#cursorAt({ boundTo, key: turn.key, id: turn.id }) : null;
    return {
      rows: shown.map(({ row }) => row),
      page: { nextCursor, ...(total === "true" && { total: matching.length }) },
    };
  }

  /** One place has one cursor, so that two reads of a page are the same. */
  #cursorAt(place: Place): string {
    const name = JSON.stringify([place.boundTo, place.key, place.id]);
    const cursor = this.#cursors.get(name) ?? newId();
    this.#cursors.set(name, cursor);
    this.#places.set(cursor, place);
    return cursor;
  }
}

/** A place in one list of one caller. */
interface Place {
  readonly boundTo: string;
  readonly key: string;
  readonly id: string;
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
