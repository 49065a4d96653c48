import type { Follower, Screen } from "./followers.ts";
import type { Ledger, Write } from "./ledger.ts";
import type { Truth } from "./truth.ts";

/** What must not be: the offending ids by what is wrong with them. */
export type Faults = Record<string, readonly string[]>;

/** Holds what the app was told of its writes against what is there. */
export function judgeWrites({ writes }: Ledger, { marks, changes }: Truth): Faults {
  const found = ({ mark }: Write) => marks.get(mark) ?? 0;
  const named = new Set(changes.map(({ data }) => data.id));
  const those = (wrong: (write: Write) => boolean) =>
    writes.filter(wrong).map(({ mark, kind, errors }) => [mark, kind, ...errors].join(" "));
  return {
    "told done, not there": those((write) => write.told === "done" && found(write) === 0),
    "written more than once": those((write) => found(write) > 1),
    "never told anything": those(({ told }) => told === "nothing"),
    "refused for no reason": those(({ told }) => told === "refused"),
    // An edit makes a change of a request that has others, so that none can be told to be its own.
    "told done, not in the feed": those(
      ({ told, kind, recordId = "" }) => told === "done" && kind !== "edit" && !named.has(recordId),
    ),
  };
}

/** Holds what a subscription was given against the feed. */
export function judgeFollower(follower: Follower, { changes }: Truth): Faults {
  const due = new Set(changes.filter((change) => follower.wants(change)).map(({ id }) => id));
  const given = new Set(follower.delivered);
  const missing = [...due].filter((id) => !given.has(id));
  const { name, delivered, resyncs } = follower;
  return {
    // What a resync announced as missed is read again; `judgeScreen` holds the reading to what is there.
    [`lost by ${name}`]: resyncs === 0 ? missing : [],
    [`delivered twice to ${name}`]: repeated(delivered),
    [`delivered to ${name}, not in the feed`]: [...given].filter((id) => !due.has(id)),
  };
}

/** Holds what a screen shows against what is there. */
export function judgeScreen({ shown }: Screen, stored: ReadonlyMap<string, string>): Faults {
  return {
    "out of date on the screen": [...stored].filter(([id, at]) => shown.get(id) !== at).map(([id]) => id),
  };
}

/** How many changes of the feed a subscription was not given. */
export function countMissing(follower: Follower, { changes }: Truth): number {
  const given = new Set(follower.delivered);
  return changes.filter((change) => follower.wants(change) && !given.has(change.id)).length;
}

function repeated(ids: readonly string[]): string[] {
  const met = new Set<string>();
  return ids.filter((id) => met.size === met.add(id).size);
}
