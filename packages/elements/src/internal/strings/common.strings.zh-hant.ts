import type { CommonStrings } from "./common.strings.js";

const strings: CommonStrings = {
  loaded: "已載入",
  empty: { title: "暫無內容", hint: "" },
  unauthorized: { title: "請先登入", hint: "您尚未登入，或登入已逾時。" },
  forbidden: { title: "無法檢視", hint: "您沒有檢視此內容的權限。" },
  "not-found": { title: "找不到", hint: "內容可能已移除，或網址有誤。" },
  offline: { title: "網路未連線", hint: "恢復連線後將自動重試。" },
  error: { title: "載入失敗", hint: "請稍後再試。" },
  stale: "內容可能不是最新，上次更新失敗。",
  partial: "部分內容未能載入。",
  notSent: "未能送出，已填寫的內容已保留，請重試。",
  notLoaded: "頁面的一部分未能載入，已填寫的內容已保留。",
  retry: "重試",
  reference: (requestId) => `參考編號 ${requestId}`,
  outOf: (score, maximum) => `${score} 分，滿分 ${maximum} 分`,
};

export default strings;
