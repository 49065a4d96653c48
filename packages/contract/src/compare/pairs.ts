/** What two maps have in common and what only one of them has. */
export function pairByKey<T>(released: ReadonlyMap<string, T>, current: ReadonlyMap<string, T>) {
  const removed = [...released].filter(([key]) => !current.has(key));
  const added = [...current].filter(([key]) => !released.has(key));
  const kept = [...released].flatMap(([key, before]) => {
    const after = current.get(key);
    return after === undefined ? [] : [[key, before, after] as const];
  });
  return { removed, added, kept };
}

/** The same for lists without keys: items pair by the first test that finds them alike, the strictest being first. */
export function pairByLikeness<T>(
  released: readonly T[],
  current: readonly T[],
  tests: ((before: T, after: T) => boolean)[],
) {
  const removed = new Set(released);
  const added = new Set(current);
  const kept: (readonly [before: T, after: T])[] = [];
  for (const alike of tests) {
    for (const before of removed) {
      const after = [...added].find((candidate) => alike(before, candidate));
      if (after === undefined) continue;
      removed.delete(before);
      added.delete(after);
      kept.push([before, after]);
    }
  }
  return { removed, added, kept };
}
