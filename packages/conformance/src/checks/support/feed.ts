import type { Change, QueryOf } from "@portico/contract";
import type { RequirementId } from "@portico/contract/requirements";
import { expectSuccess, expectThat } from "../../expect.js";
import type { Caller } from "../../http/caller.js";
import { EventStream, type StreamOptions } from "../../http/event-stream.js";
import type { Kit } from "../../kit.js";

export type FeedFilter = Pick<QueryOf<"listChanges">, "subject" | "customerId" | "resource">;

/** Longest time until a change is told, in milliseconds. */
const toldWithinMs = 5000;

const pauseMs = 50;
const mostPages = 500;

/** The cursor of now. */
export async function cursorNow(caller: Caller, filter: FeedFilter = {}): Promise<string> {
  const answer = await caller.call("listChanges", { query: filter });
  const { page } = expectSuccess(answer);
  expectThat("CRM-CH-001", typeof page?.nextCursor === "string", "the feed gives no cursor", answer);
  return page.nextCursor;
}

/** Every change after a cursor, read page by page, and the cursor at the end. */
export async function changesAfter(
  caller: Caller,
  after: string,
  { limit = 100, ...filter }: FeedFilter & { limit?: number } = {},
): Promise<{ changes: Change[]; cursor: string }> {
  const changes: Change[] = [];
  let cursor = after;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await caller.call("listChanges", { query: { ...filter, after: cursor, limit } });
    const body = expectSuccess(answer);
    changes.push(...body.data);
    expectThat(
      "CRM-CH-003",
      body.data.length <= limit,
      `a page of ${limit} holds ${body.data.length}`,
      answer,
    );
    const moved = body.page.nextCursor !== cursor;
    cursor = body.page.nextCursor;
    if (!body.page.hasMore) return { changes, cursor };
    expectThat("CRM-CH-004", moved, "`hasMore` is true, but the cursor does not move", answer);
  }
  return { changes, cursor };
}

/** Reads on until the changes satisfy `enough`, or until they should have been told. */
export async function changesUntil(
  caller: Caller,
  after: string,
  filter: FeedFilter,
  enough: (changes: readonly Change[]) => boolean,
): Promise<Change[]> {
  const deadline = performance.now() + toldWithinMs;
  for (;;) {
    const { changes } = await changesAfter(caller, after, filter);
    if (enough(changes) || performance.now() > deadline) return changes;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** A customer of the check's own, so that nobody else's changes come in between. */
export async function quietCustomer(kit: Kit): Promise<string> {
  const { id } = await kit.make.customer();
  return id;
}

/** A stream that has said `ready`. */
export async function openReady(caller: Caller, options: StreamOptions): Promise<EventStream> {
  const stream = await EventStream.open(caller, options);
  const ready = await stream.until((events) => events.length > 0, toldWithinMs);
  const [first] = stream.events;
  if (!ready || first?.event !== "ready" || !first.id) {
    await stream[Symbol.asyncDispose]();
    expectThat(
      "CRM-CH-011",
      false,
      `a stream begins with ${first ? `\`${first.event}\`` : "nothing"}; expected \`ready\` with an id`,
    );
  }
  return stream;
}

/** Waits until a stream has told of these ids of things, and says which are missing. */
export async function awaitTold(
  stream: EventStream,
  resourceIds: readonly string[],
  requirement: RequirementId,
): Promise<void> {
  const told = () => new Set(toldBy(stream).map(({ data }) => data?.id));
  await stream.until(() => resourceIds.every((id) => told().has(id)), toldWithinMs);
  const missing = resourceIds.filter((id) => !told().has(id));
  const seconds = toldWithinMs / 1000;
  expectThat(
    requirement,
    missing.length === 0,
    `${missing.length} of ${resourceIds.length} changes were not told by the stream within ${seconds} s`,
    { status: 200, headers: stream.response.headers, body: undefined, exchange: stream.exchange },
  );
}

/** What a stream has told of so far, as changes. */
export const toldBy = (stream: EventStream): Change[] => stream.changes.map(({ data }) => data as Change);

export const idsOf = (changes: readonly { readonly id?: string | undefined }[]): string[] =>
  changes.map(({ id }) => id ?? "(no id)");
