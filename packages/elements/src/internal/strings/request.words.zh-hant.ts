import type { RequestWords } from "./request.words.js";

export const requestWords: RequestWords = {
  kinds: {
    enquiry: "諮詢",
    complaint: "投訴",
    fault: "故障報修",
    application: "業務申請",
    misconduct: "舉報",
    suggestion: "建議",
    opinion: "意見",
    praise: "表揚",
  },
  states: {
    acknowledged: "已受理",
    inProgress: "處理中",
    pending: "等待回覆",
    held: "已擱置",
    resolved: "已解決",
    closed: "已關閉",
    rejected: "不予受理",
    cancelled: "已撤銷",
  },
  overdue: "已逾時",
  urged: (count, number) => (count > 1 ? `已催辦 ${number} 次` : "已催辦"),
  supervised: "督辦中",
  escalated: "已呈報",
  reopened: (count, number) => (count > 1 ? `重新辦理 ${number} 次` : "重新辦理"),
  untitled: "未命名案件",
};
