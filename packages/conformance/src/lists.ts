import type { OperationId, PageInfo, QueryOf, ResultOf } from "@portico/contract";
import type { RequirementId } from "@portico/contract/requirements";
import { expectSuccess, expectThat } from "./expect.js";
import { type Answer, type Caller, type CallOptions, describeAnswer } from "./http/caller.js";

/** An operation that answers with rows and a cursor. */
export type ListOperation = {
  [Id in OperationId]: ResultOf<Id> extends { data: readonly object[]; page: PageInfo } ? Id : never;
}[OperationId];

export type RowOf<Id extends ListOperation> =
  ResultOf<Id> extends { data: readonly (infer Row)[] } ? Row : never;

interface WalkOptions<Id extends ListOperation> extends CallOptions<Id> {
  /** Most pages that are read; the walk stops there. */
  readonly maxPages?: number;
  /** Called after each page, to change something on the way. */
  readonly onPage?: (page: number) => Promise<void>;
  /** What an endless walk or a repeated cursor breaks. */
  readonly requirement?: RequirementId;
}

export interface Walk<Row> {
  readonly rows: Row[];
  readonly pages: readonly Answer[];
  /** Whether the list ended before the most pages were read. */
  readonly complete: boolean;
}

const endless = 10_000;

/** Goes from cursor to cursor through a list. */
export async function walk<Id extends ListOperation>(
  caller: Caller,
  id: Id,
  options: WalkOptions<Id> = {},
): Promise<Walk<RowOf<Id>>> {
  const { maxPages = endless, onPage, requirement = "CRM-PAG-001", ...call } = options;
  const rows: RowOf<Id>[] = [];
  const pages: Answer[] = [];
  const cursors = new Set<string>();
  let cursor: string | null = null;
  do {
    const query = { ...call.query, ...(cursor === null ? {} : { cursor }) } as QueryOf<Id>;
    const answer: Answer<ResultOf<Id>> = await caller.call(id, { ...call, query });
    const { data, page } = rowsIn<RowOf<Id>>(answer);
    rows.push(...data);
    pages.push(answer);
    await onPage?.(pages.length);
    cursor = page.nextCursor;
    if (cursor !== null)
      expectThat(requirement, !cursors.has(cursor), "a cursor leads back to itself", answer);
    if (cursor !== null) cursors.add(cursor);
  } while (cursor !== null && pages.length < maxPages);
  return { rows, pages, complete: cursor === null };
}

/** The first rows of a list, at most `atMost` of them. */
export async function firstRows<Id extends ListOperation>(
  caller: Caller,
  id: Id,
  { atMost = 25, ...options }: CallOptions<Id> & { atMost?: number } = {},
): Promise<RowOf<Id>[]> {
  const query = { ...options.query, limit: atMost } as unknown as QueryOf<Id>;
  const answer: Answer<ResultOf<Id>> = await caller.call(id, { ...options, query });
  return rowsIn<RowOf<Id>>(answer).data;
}

/** A page of a list; one that is no page breaks CRM-WIR-001. */
export function rowsIn<Row>(answer: Answer): { data: Row[]; page: PageInfo } {
  const { data, page } = expectSuccess(answer) as { data?: unknown; page?: unknown };
  expectThat(
    "CRM-WIR-001",
    Array.isArray(data) && data.every(isObject) && isPage(page),
    `${describeAnswer(answer)} without \`data\`, a list of objects, and \`page\` with \`nextCursor\``,
    answer,
  );
  return { data, page } as { data: Row[]; page: PageInfo };
}

function isPage(page: unknown): boolean {
  const { nextCursor } = (page ?? {}) as { nextCursor?: unknown };
  return nextCursor === null || typeof nextCursor === "string";
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
