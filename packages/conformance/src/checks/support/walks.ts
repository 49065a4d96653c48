import type { RequirementId } from "@portico/contract/requirements";
import { expectThat } from "../../expect.js";
import type { Answer, Caller } from "../../http/caller.js";
import { walk } from "../../lists.js";
import { keyOf, listQuery } from "./document-lists.js";
import { type KnownList, pageOf } from "./known-records.js";

interface Whole {
  readonly keys: readonly string[];
  /** Whether the one page holds the whole list. */
  readonly complete: boolean;
  readonly answer: Answer;
}

/** The keys of a list's rows as one page gives them. */
export async function wholeOf(caller: Caller, list: KnownList, query: object, limit: number): Promise<Whole> {
  const { rows, nextCursor, answer } = await pageOf(caller, list, listQuery({ ...query, limit }));
  return { keys: rows.map(keyOf), complete: nextCursor === null, answer };
}

export interface Course {
  readonly list: KnownList;
  readonly query: object;
  /** Rows a page of the walk holds. */
  readonly limit: number;
  /** Most pages that are walked. */
  readonly maxPages: number;
  /** Rows of the page that the walk is compared with. */
  readonly most: number;
}

/**
 * Demands that a walk meets the rows that one page holds, each once and in the same order. A list that others change
 * meanwhile is walked again; false when it never stands still.
 */
export async function expectSameWalk(
  requirement: RequirementId,
  caller: Caller,
  course: Course,
): Promise<boolean> {
  const { list, query, limit, maxPages, most } = course;
  let before = await wholeOf(caller, list, query, most);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const options = { path: list.path, query: listQuery({ ...query, limit }), maxPages, requirement };
    const { rows, pages, complete } = await walk(caller, list.operation, options);
    const keys = rows.map(keyOf);
    const difference = differenceOf(keys, complete, before);
    if (difference === undefined) return true;
    const after = await wholeOf(caller, list, query, most);
    const what = `a walk of ${list.operation} as ${caller.name} with ${JSON.stringify({ ...query, limit })}`;
    expectThat(
      requirement,
      before.keys.join() !== after.keys.join(),
      `${what} ${difference}`,
      before.answer,
      ...pages,
    );
    before = after;
  }
  return false;
}

/** How a walk differs from the rows there are; undefined when it does not, as far as both go. */
function differenceOf(walked: readonly string[], ended: boolean, whole: Whole): string | undefined {
  const doubled = walked.find((key, at) => walked.indexOf(key) !== at);
  if (doubled !== undefined) return `meets ${doubled} twice`;
  const reach = whole.complete && ended ? Math.max(walked.length, whole.keys.length) : undefined;
  const length = reach ?? (ended ? whole.keys.length : Math.min(walked.length, whole.keys.length));
  const at = Array.from({ length }, (_, i) => i).find((i) => walked[i] !== whole.keys[i]);
  if (at === undefined) return undefined;
  const [met, there] = [walked[at] ?? "nothing", whole.keys[at] ?? "nothing"];
  return `meets ${met} as row ${at + 1}, where one page has ${there}`;
}
