import type { FieldError } from "@portico/contract";

type Fault = Pick<FieldError, "code" | "message"> & { readonly at: string };

/** The faults of a value; `at` is a JSON Pointer below it. */
export type Rule = (value: unknown) => Fault[];

const fault = (code: string, message: string, at = ""): Fault[] => [{ at, code, message }];
const lengthOf = (text: string) => [...text].length;

export const text =
  (longest: number, shortest = 0, pattern?: RegExp): Rule =>
  (value) => {
    if (typeof value !== "string") return fault("type", "It must be text.");
    if (lengthOf(value) < shortest) return fault("too-short", `It takes ${shortest} characters at least.`);
    if (lengthOf(value) > longest) return fault("too-long", `It takes ${longest} characters at most.`);
    return pattern && !pattern.test(value) ? fault("pattern", `It must match ${pattern.source}.`) : [];
  };

export const identifier = text(64, 1);
export const word = text(60, 1);
export const email = text(254, 3, /^[^\s@]+@[^\s@]+\.[^\s@]+$/);

export const oneOf =
  (values: readonly string[]): Rule =>
  (value) =>
    values.includes(value as string) ? [] : fault("enum", `It must be one of ${values.join(", ")}.`);

export const flag: Rule = (value) =>
  typeof value === "boolean" ? [] : fault("type", "It must be a boolean.");

export const number =
  (least: number, greatest: number, whole = false): Rule =>
  (value) => {
    if (typeof value !== "number" || (whole && !Number.isInteger(value)))
      return fault("type", "It must be a number.");
    if (value < least) return fault("too-small", `It must be ${least} at least.`);
    return value > greatest ? fault("too-large", `It must be ${greatest} at most.`) : [];
  };

export const listOf =
  (rule: Rule, most = 100): Rule =>
  (value) => {
    if (!Array.isArray(value)) return fault("type", "It must be a list.");
    if (value.length > most) return fault("too-many", `It takes ${most} at most.`);
    if (new Set(value).size < value.length) return fault("not-allowed", "It holds something twice.");
    return value.flatMap((item, index) =>
      rule(item).map((found) => ({ ...found, at: `/${index}${found.at}` })),
    );
  };

/** Any object: what is in it is checked by other rules. */
export const record: Rule = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? []
    : fault("type", "It must be an object.");

export const object =
  (members: Record<string, Rule>, required: readonly string[] = []): Rule =>
  (value) => {
    const wrong = record(value);
    if (wrong.length > 0) return wrong;
    const given = value as Record<string, unknown>;
    return [
      ...required
        .filter((name) => !Object.hasOwn(given, name))
        .flatMap((name) => fault("required", "It must be given.", `/${name}`)),
      ...Object.entries(given).flatMap(([name, member]) => {
        const rule = Object.hasOwn(members, name) ? members[name] : undefined;
        const at = `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
        if (!rule) return fault("unknown-member", "There is no such member.", at);
        return rule(member).map((found) => ({ ...found, at: `${at}${found.at}` }));
      }),
    ];
  };

export const externalRefs = listOf(
  object({ system: text(80, 1), id: text(200, 1), url: text(2000, 1, /^[a-z][a-z0-9+.-]*:\S+$/i) }, [
    "system",
    "id",
  ]),
  10,
);
