import type { RequestWords } from "./request.words.js";

export const requestWords: RequestWords = {
  kinds: {
    enquiry: "咨询",
    complaint: "投诉",
    fault: "故障报修",
    application: "业务申请",
    misconduct: "举报",
    suggestion: "建议",
    opinion: "意见",
    praise: "表扬",
  },
  states: {
    acknowledged: "已受理",
    inProgress: "处理中",
    pending: "等待回复",
    held: "已挂起",
    resolved: "已办结",
    closed: "已关闭",
    rejected: "不予受理",
    cancelled: "已撤销",
  },
  overdue: "已超时",
  urged: (count, number) => (count > 1 ? `已催办 ${number} 次` : "已催办"),
  supervised: "督办中",
  escalated: "已上报",
  reopened: (count, number) => (count > 1 ? `重新办理 ${number} 次` : "重新办理"),
  untitled: "未命名诉求",
};
