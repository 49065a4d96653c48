/**
 * Where a value differs from what is expected: objects need only the members named, lists must have the same length, and
 * `$between`, `$matches`, `$length`, `$has`, `$ascending` and `$absent` stand for rules.
 */
export function differences(actual: unknown, expected: unknown, at: string): string[] {
  if (typeof expected !== "object" || expected === null) {
    return Object.is(actual, expected) ? [] : [differs(actual, expected, at)];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [differs(actual, expected, at)];
    return expected.flatMap((item, index) => differences(actual[index], item, `${at}[${index}]`));
  }
  return Object.entries(expected).flatMap(([member, value]) => {
    const rule = rules[member];
    if (rule) return rule(actual, value, at);
    if (typeof actual !== "object" || actual === null) return [differs(actual, expected, at)];
    return differences((actual as Record<string, unknown>)[member], value, `${at}.${member}`);
  });
}

type Rule = (actual: unknown, expected: unknown, at: string) => string[];

const holds = (truth: boolean, actual: unknown, expected: unknown, at: string) =>
  truth ? [] : [differs(actual, expected, at)];

const rules: Readonly<Record<string, Rule>> = {
  $between: (actual, range, at) => {
    const [least, most] = range as [number, number];
    const inside = typeof actual === "number" && actual >= least && actual <= most;
    return holds(inside, actual, { $between: range }, at);
  },
  $matches: (actual, pattern, at) =>
    holds(new RegExp(String(pattern), "s").test(String(actual)), actual, { $matches: pattern }, at),
  $length: (actual, length, at) =>
    differences((actual as { length?: unknown } | undefined)?.length, length, `${at}.length`),
  $has: (actual, items, at) =>
    (items as unknown[]).flatMap((item) =>
      holds(
        Array.isArray(actual) && actual.some((one) => differences(one, item, at).length === 0),
        actual,
        { $has: item },
        at,
      ),
    ),
  $ascending: (actual, ascending, at) => {
    const numbers = Array.isArray(actual) ? actual.map(Number) : [Number.NaN];
    const truth = numbers.every((number, index) => index === 0 || number > Number(numbers[index - 1]));
    return holds(truth === ascending, actual, { $ascending: ascending }, at);
  },
  $absent: (actual, absent, at) => holds((actual === undefined) === absent, actual, { $absent: absent }, at),
};

const differs = (actual: unknown, expected: unknown, at: string) =>
  `${at} is ${shown(actual)} instead of ${shown(expected)}`;

const shown = (value: unknown) => (JSON.stringify(value) ?? "undefined").slice(0, 600);
