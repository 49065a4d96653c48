import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import type { Case } from "./case.ts";

/** The cases of one file. */
export interface CaseFile {
  readonly title: string;
  readonly cases: readonly Case[];
}

const folder = fileURLToPath(new URL("..", import.meta.url));
const schema = JSON.parse(readFileSync(`${folder}/case.schema.json`, "utf8"));
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile<CaseFile>(schema);

/** Every file of cases, by name. Throws what is wrong with one that the schema refuses. */
export function loadCases(): CaseFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return names.toSorted().map((name) => {
    const file: unknown = expanded(parse(readFileSync(`${folder}/${name}`, "utf8"), { merge: true }));
    if (validate(file)) return file;
    const errors = validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`);
    throw new Error(`${name} is no file of cases:\n${errors?.join("\n")}`);
  });
}

type Values = Readonly<Record<string, unknown>>;

/** A case with `each` is one case for each of its sets of values; they stand where `{name}` does. */
function expanded(file: { cases?: ({ each?: readonly Values[] } & object)[] }): unknown {
  const cases = file.cases?.flatMap(({ each, ...script }) =>
    each ? each.map((values) => filled(script, values)) : [script],
  );
  return { ...file, cases };
}

function filled(value: unknown, values: Values): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item, values));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled(item, values)]));
  }
  if (typeof value !== "string") return value;
  const whole = value.match(/^\{(\w+)\}$/)?.[1];
  if (whole && whole in values) return values[whole];
  return value.replace(/\{(\w+)\}/g, (text, name) => (name in values ? String(values[name]) : text));
}
