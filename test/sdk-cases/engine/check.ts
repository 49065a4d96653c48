import type { Case, Logged, Observed, Outcome, Settled } from "./case.ts";
import type { Evidence } from "./evidence.ts";
import { differences } from "./match.ts";

/** What did not turn out as the case says, in words. */
export function failuresOf({ app, expect = {} }: Case, { observed, log, records, late }: Evidence): string[] {
  const { requests, routes, keys, gaps, spread, quiet: _, records: made, ...seen } = expect;
  const failures = app.flatMap((step, position) =>
    (observed.outcomes[position] ?? []).flatMap((settled) =>
      outcomeFailures(settled, step as Outcome, `step ${position + 1}`),
    ),
  );
  const hold = (actual: unknown, expected: unknown, at: string) => {
    if (expected !== undefined) failures.push(...differences(actual, expected, at));
  };
  hold(Array.isArray(requests) ? log : log.length, requests, "requests");
  for (const [route, count] of Object.entries(routes ?? {})) {
    hold(log.filter((one) => one.route === route).length, count, `requests to ${route}`);
  }
  hold(new Set(log.flatMap(({ headers }) => headers["idempotency-key"] ?? [])).size, keys, "keys");
  hold(records, made, "records");
  hold(late, expect.quiet && 0, "requests when all was over");
  const waits = log.slice(1).map(({ at }, index) => at - (log[index]?.at ?? 0));
  hold(
    waits,
    gaps?.map((range) => ({ $between: range })),
    "milliseconds between requests",
  );
  hold(spreadOf(log), spread && { $between: spread }, "spread of milliseconds");
  for (const [member, expected] of Object.entries(seen)) {
    hold(observed[member as keyof Observed], expected, member);
  }
  return failures;
}

function outcomeFailures(settled: Settled, wanted: Outcome, at: string): string[] {
  const { value, error, answer, progress, ms } = settled;
  const failures: string[] = [];
  if (error && !error.crm) failures.push(`${at} threw what is no CrmError: ${JSON.stringify(error)}`);
  if (wanted.throws) failures.push(...differences(error, wanted.throws, `${at} error`));
  else if (error) failures.push(`${at} threw ${JSON.stringify(error)}`);
  if (wanted.returns !== undefined) failures.push(...differences(value, wanted.returns, `${at} value`));
  if (wanted.answer) failures.push(...differences(answer, wanted.answer, `${at} answer`));
  if (wanted.progress !== undefined)
    failures.push(...differences(progress, wanted.progress, `${at} progress`));
  if (wanted.takes) failures.push(...differences(ms, { $between: wanted.takes }, `${at} milliseconds`));
  return failures;
}

/** Milliseconds between the shortest and the longest wait before the second request to a path. */
function spreadOf(log: readonly Logged[]): number {
  const firsts = new Map<string, Logged>();
  const waits = log.flatMap((request) => {
    const first = firsts.get(request.path);
    if (!first) firsts.set(request.path, request);
    return first ? request.at - first.at : [];
  });
  return Math.max(...waits) - Math.min(...waits);
}
