import type { OperationId } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectThat } from "../expect.js";
import { type Answer, type Caller, describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { firstRows, type ListOperation } from "../lists.js";
import { jsonBytes, sendNegative } from "../negative.js";
import { type BodyTarget, bodyTargets } from "./support/body-targets.js";
import { listQuery } from "./support/document-lists.js";
import { searchedText } from "./support/list-filters.js";

/** Where a record is read that a write below it would change. */
const readOf: Partial<Record<OperationId, OperationId>> = {
  updateCustomer: "getCustomer",
  updateContact: "getContact",
  updateServiceRequest: "getServiceRequest",
  transitionServiceRequest: "getServiceRequest",
  assignServiceRequest: "getServiceRequest",
  createEntry: "listEntries",
  createAssessment: "listAssessments",
};

const changes: Check = {
  id: "bodies/refused-changes-nothing",
  title: "What was refused for one member has not changed the others.",
  requirements: ["CRM-ERR-015"],
  callers: ["customerA", "agent"],
  writes: true,
  async run(kit) {
    for (const target of await bodyTargets(kit)) {
      const { id, caller, path, body, ifMatch } = target;
      const read = readOf[id];
      if (read === undefined || !kit.supports(read)) continue;
      const before = await caller.call(read, { path });
      for (const more of [
        { kitNoSuchMember: "x" },
        { customFields: 42 },
        { reason: 42 },
        { visibility: "kitNoSuchWord" },
      ]) {
        const wrong = { fault: "one wrong member", bytes: jsonBytes({ ...body, ...more }) };
        const options = { path, ...(ifMatch === undefined ? {} : { ifMatch }) };
        const { answer } = await sendNegative(caller, id, () => wrong, options);
        expectRefused(answer);
        const after = await caller.call(read, { path });
        expectEqual(
          "CRM-ERR-015",
          after.body,
          before.body,
          `${read} after a refused ${id}`,
          before,
          answer,
          after,
        );
      }
    }
  },
};

/** Creations and the list that shows what they made, with the member that bears the tag. */
const listOf: Partial<Record<OperationId, ListOperation>> = {
  createCustomer: "listCustomers",
  createContact: "listContacts",
  createServiceRequest: "listServiceRequests",
};

const creations: Check = {
  id: "bodies/refused-makes-nothing",
  title: "What was refused has not been made.",
  requirements: ["CRM-ERR-015"],
  callers: ["customerA", "agent"],
  writes: true,
  async run(kit) {
    for (const target of await bodyTargets(kit)) {
      const list = listOf[target.id];
      if (list === undefined || !kit.supports(list)) continue;
      for (const refused of await refusals(kit, target, searchedText[list] ?? "")) {
        const rows = (await newest(target.caller, list)) as readonly object[];
        const kept = rows.some((row) => JSON.stringify(row).includes(refused.mark));
        expectThat(
          "CRM-ERR-015",
          !kept,
          `${describeAnswer(refused.answer)}, and yet it was made`,
          refused.answer,
        );
      }
    }
  },
};

/** Bodies with a mark of their own that are refused: by the schema, and for what they refer to. */
async function refusals(
  kit: Kit,
  { id, caller, body }: BodyTarget,
  textMember: string,
): Promise<{ mark: string; answer: Answer }[]> {
  const marked = () => {
    const mark = `refused-${kit.unknownId()}`;
    return { mark, body: { ...body, [textMember]: `${kit.tag} ${mark}` } };
  };
  const bySchema = marked();
  const wrong = { fault: "unknown member", bytes: jsonBytes({ ...bySchema.body, kitNoSuchMember: "x" }) };
  const { answer } = await sendNegative(caller, id, () => wrong);
  const found = [{ mark: bySchema.mark, answer }];
  if (id === "createServiceRequest") {
    const byReference = marked();
    const attachmentIds = [kit.unknownId()];
    const input = { ...byReference.body, attachmentIds } as object;
    found.push({ mark: byReference.mark, answer: await caller.call(id, { body: jsonBytes(input) }) });
  }
  for (const { answer: each } of found) expectRefused(each);
  return found;
}

function expectRefused(answer: Answer): void {
  const isRefused = answer.status >= 400 && answer.status < 500;
  expectThat("CRM-ERR-015", isRefused, `${describeAnswer(answer)}; expected a refusal`, answer);
}

const newest = (caller: Caller, list: ListOperation) =>
  firstRows(caller, list, { query: listQuery({ sort: "-updatedAt" }), atMost: 25 });

/** That what is refused leaves no trace. */
export const refusedBodies: readonly Check[] = [changes, creations];
