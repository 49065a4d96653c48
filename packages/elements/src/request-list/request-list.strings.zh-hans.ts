import { requestWords } from "../internal/strings/request.words.zh-hans.js";
import type { ListStrings } from "./request-list.strings.js";

const strings: ListStrings = {
  ...requestWords,
  label: "服务诉求",
  filters: "筛选诉求",
  search: "搜索",
  searchHint: "编号或关键词",
  state: "状态",
  allStates: "全部状态",
  open: "未办结",
  done: "已完结",
  kind: "类型",
  allKinds: "全部类型",
  sort: "排序",
  sorts: {
    "-updatedAt": "最近更新",
    "-createdAt": "最新提交",
    createdAt: "最早提交",
    dueAt: "最先到期",
  },
  updated: "更新于",
  heldBy: "经办",
  none: "暂无诉求",
  noneHint: "提交后即可在此查看进度。",
  noMatch: "没有符合条件的诉求",
  noMatchHint: "请更换关键词或减少筛选条件。",
  clear: "清除筛选",
  more: "显示更多",
  loadingMore: "正在加载…",
  shown: (number, total) => (total ? `${number} / ${total}` : number),
  nowShown: (number, total) => (total ? `已显示 ${number} 条，共 ${total} 条` : `已显示 ${number} 条`),
  arrived: (_count, number) => `${number} 条新诉求`,
  show: "查看",
};

export default strings;
