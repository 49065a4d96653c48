import { describe, expect, test } from "vitest";
import { codeLists } from "./code-lists.js";
import { CodeList } from "./schemas.js";
import {
  assessmentKindValues,
  channelValues,
  customerKindValues,
  customerStatusValues,
  priorityValues,
  requestActionValues,
  requestKindValues,
  requestStateValues,
  satisfactionMetricValues,
} from "./values.js";

// Characters written in one script only, in pairs.
const simplified =
  "访诉报业务议见扬传电话线处关户办结闭销单补归档级类贵宾价风险阶购费终观众经专备术对记变进应满净荐数问题误邮个团潜跃财银资场现协体联动员属审请网营厅机征达响热损优质证询开织组来师点贺实势紧张长为与东这过还发无时会认识说种门";
const traditional =
  "訪訴報業務議見揚傳電話線處關戶辦結閉銷單補歸檔級類貴賓價風險階購費終觀眾經專備術對記變進應滿淨薦數問題誤郵個團潛躍財銀資場現協體聯動員屬審請網營廳機徵達響熱損優質證詢開織組來師點賀實勢緊張長為與東這過還發無時會認識說種門";
const containing = (characters: string) => new RegExp(`[${characters}]`, "u");

const list = (name: string) => codeLists.find((candidate) => candidate.name === name);
const codes = (name: string) => list(name)?.items.map((item) => item.code);

test("no two lists have one name", () => {
  const names = codeLists.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(codeLists.map((codeList) => [codeList.name, codeList] as const))("%s", (_, codeList) => {
  test("is a code list of the contract", () => {
    expect(CodeList.safeParse(codeList).success).toBe(true);
  });

  test("has no code twice", () => {
    const itemCodes = codeList.items.map(({ code }) => code);
    expect(new Set(itemCodes).size).toBe(itemCodes.length);
  });

  test("says every word in three languages", () => {
    for (const { labels } of codeList.items) {
      expect(Object.keys(labels)).toEqual(["en", "zh-Hans", "zh-Hant"]);
      expect(Object.values(labels).every((label) => label.trim() === label && label !== "")).toBe(true);
    }
  });

  test("keeps the scripts apart", () => {
    for (const { labels } of codeList.items) {
      expect(labels["zh-Hans"]).not.toMatch(containing(traditional));
      expect(labels["zh-Hant"]).not.toMatch(containing(simplified));
    }
  });

  test("refers only to broader words that exist", () => {
    const broader = [...codeList.items.map(({ code }) => code), ...requestStateValues];
    for (const { parent } of codeList.items) expect([undefined, ...broader]).toContain(parent);
  });
});

test.each([
  ["requestKinds", requestKindValues],
  ["channels", channelValues],
  ["requestStates", requestStateValues],
  ["requestActions", requestActionValues],
  ["priorities", priorityValues],
  ["customerKinds", customerKindValues],
  ["customerStatuses", customerStatusValues],
  ["assessmentKinds", assessmentKindValues],
  ["satisfactionMetrics", satisfactionMetricValues],
])("%s are those of the document", (name, values) => {
  expect(codes(name)).toEqual(values);
});

test("every status of the backend belongs to one of the eight states", () => {
  const parents = list("requestStatuses")?.items.map((item) => item.parent);
  expect(new Set(parents)).toEqual(new Set(requestStateValues));
});
