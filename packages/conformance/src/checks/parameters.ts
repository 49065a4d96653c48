import { type OperationId, operations, type QueryOf } from "@portico/contract";
import type { Check } from "../check.js";
import { operationIds, parametersOf } from "../document/operations.js";
import { type JsonSchema, resolved, typesOf } from "../document/schema.js";
import { expectProblem, expectThat } from "../expect.js";
import { describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { reader } from "./support/known-records.js";
import { openStream } from "./support/probe.js";

/** Reads that need no id. */
const generalReads = operationIds.filter(
  (id) => operations[id].method === "GET" && !operations[id].path.includes("{"),
);

const cursors: readonly string[] = ["cursor", "after"];

const brokenParameters: Check = {
  id: "parameters/broken",
  title: "A parameter that breaks its schema is refused and named.",
  requirements: ["CRM-ERR-008"],
  writes: false,
  async run(kit) {
    for (const id of generalReads.filter((each) => kit.supports(each) && each !== "streamChanges"))
      for (const { name, schema } of parametersOf(id, "query"))
        for (const value of brokenValues(kit, id, name, schema)) await expectNamed(kit, id, name, value);
  },
};

async function expectNamed(kit: Kit, id: OperationId, name: string, value: string): Promise<void> {
  const answer = await reader(kit).call(id, { query: { [name]: value } as QueryOf<OperationId> });
  // A cursor that is too long is one that was made up.
  const more = cursors.includes(name) ? (["invalid-cursor"] as const) : [];
  const { errors = [] } = expectProblem(answer, "CRM-ERR-008", "invalid-parameter", ...more);
  const named = errors.map(({ parameter }) => parameter);
  expectThat(
    "CRM-ERR-008",
    named.includes(name),
    `${describeAnswer(answer)}: errors name ${named.join(", ") || "no parameter"}; expected ${name}`,
    answer,
  );
}

/** Values that the schema of a parameter rules out, written as a query writes them. */
function brokenValues(kit: Kit, id: OperationId, name: string, given: JsonSchema): string[] {
  const schema = resolved(given);
  const { minimum, maxLength, minLength = 0, format } = schema;
  if (schema.items) return brokenValues(kit, id, name, schema.items);
  if (schema.enum) return ["kitNoSuchWord"];
  if (format === "date-time") return ["yesterday", "2026-02-30T00:00:00Z", "2026-05-04"];
  if (typesOf(schema).includes("boolean")) return ["perhaps"];
  if (typesOf(schema).includes("integer"))
    return ["abc", "1.5", String((minimum ?? 0) - 1), String(greatest(kit, id, schema) + 1)];
  return [...(maxLength === undefined ? [] : ["x".repeat(maxLength + 1)]), ...(minLength > 0 ? [""] : [])];
}

/** A backend may declare larger pages than the document asks for. */
function greatest(kit: Kit, id: OperationId, { maximum = 0 }: JsonSchema): number {
  const declared = Object.values(kit.capabilities.resources).find(({ operations: ids = [] }) =>
    ids.includes(id),
  );
  return Math.max(maximum, declared?.maxLimit ?? 0);
}

const unknownParameters: Check = {
  id: "parameters/unknown",
  title: "A parameter that an operation does not have is refused.",
  requirements: ["CRM-ERR-009"],
  writes: false,
  async run(kit) {
    const query = { kitNoSuchParameter: "1" } as object as QueryOf<OperationId>;
    for (const id of generalReads.filter((each) => kit.supports(each))) {
      const answer =
        id === "streamChanges"
          ? await openStream(reader(kit), `${operations[id].path}?kitNoSuchParameter=1`)
          : await reader(kit).call(id, { query });
      expectProblem(answer, "CRM-ERR-009", "invalid-parameter");
    }
  },
};

/** What parameters are taken. */
export const parameters: readonly Check[] = [brokenParameters, unknownParameters];
