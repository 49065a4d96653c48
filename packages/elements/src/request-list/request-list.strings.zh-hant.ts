import { requestWords } from "../internal/strings/request.words.zh-hant.js";
import type { ListStrings } from "./request-list.strings.js";

const strings: ListStrings = {
  ...requestWords,
  label: "服務案件",
  filters: "篩選案件",
  search: "搜尋",
  searchHint: "編號或關鍵字",
  state: "狀態",
  allStates: "全部狀態",
  open: "未結案",
  done: "已結案",
  kind: "類型",
  allKinds: "全部類型",
  sort: "排序",
  sorts: {
    "-updatedAt": "最近更新",
    "-createdAt": "最新提出",
    createdAt: "最早提出",
    dueAt: "最先到期",
  },
  updated: "更新於",
  heldBy: "經辦",
  none: "暫無案件",
  noneHint: "提出後即可在此查看進度。",
  noMatch: "沒有符合條件的案件",
  noMatchHint: "請更換關鍵字或減少篩選條件。",
  clear: "清除篩選",
  more: "顯示更多",
  loadingMore: "正在載入…",
  shown: (number, total) => (total ? `${number} / ${total}` : number),
  nowShown: (number, total) => (total ? `已顯示 ${number} 件，共 ${total} 件` : `已顯示 ${number} 件`),
  arrived: (_count, number) => `${number} 件新案件`,
  show: "查看",
};

export default strings;
