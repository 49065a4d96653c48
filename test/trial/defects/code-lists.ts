import type { Defect } from "../defect.ts";
import { onAnswer, onCall, onProblem, retold } from "../wrap.ts";

export const codeLists: readonly Defect[] = [
  {
    name: "code-lists-cut-among-all",
    summary: "Among all, a code list shows its first five codes.",
    breaks: ["CRM-CL-001"],
    http: onAnswer({ operation: "listCodeLists" }, ({ body }) => ({
      body: { ...body, data: body.data.map((list) => ({ ...list, items: list.items.slice(0, 5) })) },
    })),
  },
  {
    name: "code-list-alone-in-english",
    summary: "Read alone, a code list has English labels only.",
    breaks: ["CRM-CL-001"],
    http: onAnswer({ operation: "getCodeList" }, ({ body }) => ({
      body: { ...body, items: body.items.map((item) => ({ ...item, labels: { en: item.labels.en } })) },
    })),
  },
  {
    name: "unknown-code-list-empty",
    summary: "A code list that does not exist is answered as an empty one.",
    breaks: ["CRM-CL-002"],
    http: onCall({ operation: "getCodeList" }, async ({ request, path: { name = "" } }, next) => {
      const response = await next(request);
      return response.status === 404 ? Response.json({ name, version: "1", items: [] }) : response;
    }),
  },
  {
    name: "unknown-code-list-as-no-route",
    summary: "A code list that does not exist answers as an address that does not.",
    breaks: ["CRM-CL-002"],
    http: onProblem({ operation: "getCodeList", code: "not-found" }, ({ body }) =>
      retold(body, "route-not-found"),
    ),
  },
  {
    name: "code-twice",
    summary: "The last code of a list is in it twice.",
    breaks: ["CRM-CL-003"],
    http: onAnswer({ operation: ["getCodeList", "listCodeLists"] }, ({ body }) => ({
      body: "data" in body ? { ...body, data: body.data.map(withLastTwice) } : withLastTwice(body),
    })),
  },
];

const withLastTwice = <List extends { items: readonly unknown[] }>(list: List) => ({
  ...list,
  items: [...list.items, ...list.items.slice(-1)],
});
