import { type OperationId, operations } from "@portico/contract";
import type { Check } from "../check.js";
import { bodyMediaType, operationIds, pathOf } from "../document/operations.js";
import { expectProblem, expectThat } from "../expect.js";
import type { Answer, Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { jsonBytes, sendNegative } from "../negative.js";
import { NotSupported } from "../violation.js";
import { openStream } from "./support/probe.js";

const isRead = (id: OperationId): boolean => operations[id].method === "GET";
const isWrite = (id: OperationId): boolean => !isRead(id);

const declared = (
  about: Pick<Check, "id" | "title" | "writes">,
  isMeant: (id: OperationId) => boolean,
): Check => ({
  ...about,
  requirements: ["CRM-CAP-006"],
  async run(kit) {
    for (const id of operationIds.filter((each) => isMeant(each) && kit.supports(each))) {
      const answer = await call(kit, callerOf(kit, id) ?? kit.as("agent"), id);
      expectThat("CRM-CAP-006", answer.status !== 501, `${id} is declared and answers 501`, answer);
    }
  },
});

const undeclared = (
  about: Pick<Check, "id" | "title" | "writes">,
  isMeant: (id: OperationId) => boolean,
): Check => ({
  ...about,
  requirements: ["CRM-CAP-007"],
  async run(kit) {
    const missing = operationIds.filter((id) => isMeant(id) && !kit.supports(id));
    if (missing.length === 0) throw new NotSupported("every operation of this sort is declared");
    for (const id of missing) {
      const caller = callerOf(kit, id);
      if (caller) expectProblem(await call(kit, caller, id), "CRM-CAP-007", "unsupported");
    }
  },
});

/** Somebody who could call it if it were there; undefined when there is no token for such a one. */
function callerOf(kit: Kit, id: OperationId): Caller | undefined {
  const principals: readonly string[] = operations[id].principals;
  const { agent, manager } = kit.session.tokens;
  if (agent !== undefined && principals.includes("agent")) return kit.as("agent");
  if (manager !== undefined && principals.includes("manager")) return kit.as("manager");
  return principals.includes("customer") ? kit.as("customerA") : undefined;
}

/** Calls an operation so that nothing comes of it: on nothing there is, and with a body that is wrong. */
async function call(kit: Kit, caller: Caller, id: OperationId): Promise<Answer> {
  const path = Object.fromEntries(
    [...operations[id].path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, kit.unknownId()]),
  );
  if (id === "streamChanges") return openStream(caller, pathOf(id));
  const ifMatch =
    operations[id].method === "PATCH" || operations[id].method === "DELETE" ? { ifMatch: '"kit"' } : {};
  const options = { path, ...ifMatch };
  if (bodyMediaType(id) !== undefined) {
    const wrong = { fault: "unknown member", bytes: jsonBytes({ kitNoSuchMember: kit.tag }) };
    return (await sendNegative(caller, id, () => wrong, options)).answer;
  }
  if (id !== "uploadAttachment") return caller.call(id, options);
  // A file without a name.
  return caller.call(id, { body: new Uint8Array(), headers: { "Content-Type": "application/octet-stream" } });
}

/** Whether what can be called is what is declared. */
export const declaredOperations: readonly Check[] = [
  declared(
    { id: "capabilities/declared-reads", title: "No declared read answers `unsupported`.", writes: false },
    isRead,
  ),
  declared(
    { id: "capabilities/declared-writes", title: "No declared write answers `unsupported`.", writes: true },
    isWrite,
  ),
  undeclared(
    {
      id: "capabilities/undeclared-reads",
      title: "A read that is not declared answers `unsupported`.",
      writes: false,
    },
    isRead,
  ),
  undeclared(
    {
      id: "capabilities/undeclared-writes",
      title: "A write that is not declared answers `unsupported`.",
      writes: true,
    },
    isWrite,
  ),
];
