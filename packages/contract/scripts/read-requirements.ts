import { isMap, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import * as z from "zod";
import { resolvePointer } from "../src/json-pointer.ts";
import type { OpenApiDocument } from "../src/openapi.ts";
import type { Requirement } from "../src/requirements.ts";

const oneOf = <const Value extends string>(...values: Value[]) =>
  z.enum(values, { error: `is not one of ${values.join(", ")}` });

const shape: z.ZodType<Requirement> = z.strictObject({
  id: z.templateLiteral(["CRM-", z.string().regex(/[A-Z]{2,3}/), "-", z.string().regex(/\d{3}/)], {
    error: "is not of the form CRM-SR-014",
  }),
  keyword: oneOf("MUST", "SHOULD", "MAY"),
  profile: oneOf("core", "relationship", "voice", "summary"),
  level: oneOf("bronze", "silver", "gold"),
  text: z
    .string({ error: "is not a text" })
    .regex(/\S.*\.$/s, { error: "is not a sentence that ends in a full stop" }),
  pointer: z.string({ error: "is not a JSON Pointer" }),
});

interface Reading {
  requirements: Requirement[];
  /** Each as `requirements.yaml:12 CRM-SR-014: what is wrong`. */
  mistakes: string[];
}

/** Reads the text of `requirements.yaml` and holds it against the bundled document its pointers lead into. */
export function readRequirements(text: string, document: OpenApiDocument): Reading {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const requirements: Requirement[] = [];
  const mistakes: string[] = [];
  const report = (offset: number, id: unknown, what: string) =>
    mistakes.push(`requirements.yaml:${lines.linePos(offset).line} ${id}: ${what}`);

  for (const error of yaml.errors) report(error.pos[0], "YAML", error.message);
  if (!isSeq(yaml.contents)) {
    report(0, "YAML", "is not a list of requirements");
    return { requirements, mistakes };
  }

  for (const node of yaml.contents.items as Node[]) {
    if (!isMap(node)) {
      report(offsetOf(node), "?", "is not a requirement");
      continue;
    }
    const id = node.get("id") ?? "?";
    const { data, error } = shape.safeParse(node.toJS(yaml));
    for (const issue of error?.issues ?? []) {
      const members = issue.code === "unrecognized_keys" ? issue.keys : issue.path;
      for (const member of members) {
        const what = issue.code === "unrecognized_keys" ? "is not a member of a requirement" : issue.message;
        report(offsetOf(node, String(member)), id, `\`${String(member)}\` ${what}`);
      }
    }
    if (data === undefined) continue;

    for (const [member, what] of faultsAmong(data, requirements, document)) {
      report(offsetOf(node, member), id, `\`${member}\` ${what}`);
    }
    requirements.push(data);
  }
  return { requirements, mistakes };
}

type Fault = readonly [member: keyof Requirement, what: string];

/** What is wrong with a requirement beside those before it and the document. */
function faultsAmong(requirement: Requirement, before: Requirement[], document: OpenApiDocument): Fault[] {
  const { id, pointer } = requirement;
  const faults: Fault[] = [];
  const previous = before.findLast((other) => family(other.id) === family(id));
  if (before.some((other) => other.id === id)) faults.push(["id", "is already used"]);
  else if (previous !== undefined && previous.id > id) faults.push(["id", `stands after ${previous.id}`]);
  if (resolvePointer(document, pointer) === undefined) {
    faults.push(["pointer", `leads nowhere in openapi.json: ${pointer}`]);
  }
  return faults;
}

/** `CRM-SR-014` → `CRM-SR`. */
const family = (id: string): string => id.slice(0, id.lastIndexOf("-"));

/** Where a member stands, or the whole entry when it lacks that member. */
function offsetOf(node: Node | YAMLMap, member?: string): number {
  const value = isMap(node) && member !== undefined ? node.get(member, true) : undefined;
  return value?.range?.[0] ?? node.range?.[0] ?? 0;
}
