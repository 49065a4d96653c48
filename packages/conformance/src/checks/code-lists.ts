import type { CodeList } from "@portico/contract";
import type { Check } from "../check.js";
import { expectProblem, expectSuccess, expectThat } from "../expect.js";
import type { Kit } from "../kit.js";
import { walk } from "../lists.js";
import { changedMembers, listOf } from "./support/values.js";

export const codeLists: readonly Check[] = [
  {
    id: "code-lists/alike",
    title: "A code list reads the same alone and among all.",
    requirements: ["CRM-CL-001"],
    operations: ["listCodeLists", "getCodeList"],
    writes: false,
    async run(kit) {
      for (const list of (await allLists(kit)).slice(0, mostLists)) {
        const answer = await kit.as("guest").call("getCodeList", { path: { name: list.name } });
        const differing = changedMembers(list, expectSuccess(answer, "CRM-CL-001")).join(", ");
        const what = `the list ${list.name} reads otherwise alone than among all, in its ${differing}`;
        expectThat("CRM-CL-001", differing === "", what, answer);
      }
    },
  },
  {
    id: "code-lists/unknown",
    title: "A code list that does not exist is not found.",
    requirements: ["CRM-CL-002"],
    operations: ["getCodeList"],
    writes: false,
    async run(kit) {
      const answer = await kit.as("guest").call("getCodeList", { path: { name: "kitNoSuchList" } });
      expectProblem(answer, "CRM-CL-002", "not-found");
    },
  },
  {
    id: "code-lists/codes-once",
    title: "A code is in its list once.",
    requirements: ["CRM-CL-003"],
    operations: ["listCodeLists"],
    writes: false,
    async run(kit) {
      for (const { name, items } of await allLists(kit)) {
        const codes = listOf(items).map(({ code }) => code);
        const twice = codes.find((code, at) => codes.indexOf(code) !== at);
        expectThat("CRM-CL-003", twice === undefined, `the list ${name} holds the code ${twice} twice`);
      }
    },
  },
];

const mostLists = 25;

async function allLists(kit: Kit): Promise<CodeList[]> {
  const { rows } = await walk(kit.as("guest"), "listCodeLists");
  if (rows.length === 0) kit.notTestable("the backend has no code list");
  return rows;
}
