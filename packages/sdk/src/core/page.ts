import type { Answer } from "../types.js";
import { Call } from "./call.js";
import { ContractViolationError } from "./errors.js";

/** A page as the contract sends it. */
export interface WirePage<T> {
  data: T[];
  page: { nextCursor: string | null; total?: number | null };
}

export interface Page<T> {
  readonly data: T[];
  /** Cursor this page was read with; hand it to `list({ cursor })` to resume here another day. */
  readonly cursor: string | undefined;
  readonly nextCursor: string | null;
  /** Number of all rows, when asked for with `total: true` and the backend can tell. */
  readonly total: number | undefined;
  readonly hasNext: boolean;
  /** The following page, or null at the end. An empty page may have one. */
  next(): Promise<Page<T> | null>;
}

/** Rows one by one. After a failed page `next()`, or another `for await`, reads that page again and loses no row. */
export interface RowIterator<T> extends AsyncIterableIterator<T> {
  next(): Promise<IteratorResult<T, undefined>>;
}

export type ReadPage<T> = (cursor: string | undefined) => Promise<Answer<WirePage<T>>>;

/** `await` gives the first page, `for await` every row of every page. */
export class PagePromise<T> extends Call<Page<T>> implements AsyncIterable<T> {
  readonly #read: (cursor: string | undefined) => Promise<Page<T>>;

  constructor(read: ReadPage<T>, cursor?: string) {
    const page = async (at: string | undefined): Promise<Answer<Page<T>>> => {
      const answer = await read(at);
      return { ...answer, data: toPage(answer.data, at, (next) => page(next).then(({ data }) => data)) };
    };
    super(page(cursor));
    this.#read = async (at) => (await page(at)).data;
    this.#cursor = cursor;
  }

  readonly #cursor: string | undefined;

  [Symbol.asyncIterator](): RowIterator<T> {
    let first: Promise<Page<T>> | undefined = this.then((page) => page);
    first.catch(() => undefined);
    let cursor = this.#cursor as string | null | undefined;
    /** Cursors that lead round in a circle must not make an endless list. */
    const met = new Set([cursor]);
    let rows: T[] = [];
    let index = 0;
    const iterator: RowIterator<T> = {
      next: async () => {
        while (index >= rows.length) {
          if (cursor === null) return { done: true, value: undefined };
          const pending = first ?? this.#read(cursor);
          first = undefined;
          const { data, nextCursor } = await pending;
          if (met.has(nextCursor)) throw notAPage();
          met.add(nextCursor);
          cursor = nextCursor;
          rows = data;
          index = 0;
        }
        return { done: false, value: rows[index++] as T };
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }
}

const notAPage = () =>
  new ContractViolationError("The answer is not a page of the contract, or its cursor leads back.");

function toPage<T>(
  wire: WirePage<T>,
  cursor: string | undefined,
  read: (cursor: string) => Promise<Page<T>>,
): Page<T> {
  const nextCursor = wire?.page?.nextCursor || null;
  if (!Array.isArray(wire?.data) || !wire.page || nextCursor === cursor) throw notAPage();
  return {
    data: wire.data,
    cursor,
    nextCursor,
    total: wire.page.total ?? undefined,
    hasNext: nextCursor !== null,
    next: async () => (nextCursor === null ? null : read(nextCursor)),
  };
}
