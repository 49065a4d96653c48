import type { FillingStrings } from "./filling.strings.js";

const strings: FillingStrings = {
  summary: (_count, number) => `有 ${number} 處需要檢查`,

  draftRestored: "已還原您上次的草稿。",
  draftDiscarded: "草稿已刪除。",
  discard: "刪除草稿",
  undo: "復原",

  received: "我們已收到您的提交",
  number: "受理編號",
  copy: "複製",
  copied: "已複製",
  keepNumber: "請妥善保存此編號。由於您匿名提交，這是查詢處理情況的唯一憑據。",
  next: "接下來",
  dueBy: (time) => `${time} 前`,
  another: "再提交一件",

  faults: {
    required: "請填寫此項。",
    enum: "請選擇一項。",
    "required radios": "請選擇一項。",
    "required select": "請選擇一項。",
    "required /location/address": "請填寫地址，或使用您的位置。",
    "required /requester/phone": "請填寫電話或電子郵件。",
    "type integer": "請輸入整數。",
    "type number": "請輸入數字。",
    "format date": "請輸入日期。",
    "format phone": "請輸入電話號碼，例如 0912 345 678。",
    "format email": "請輸入電子郵件，例如 name@example.com。",
    "too-long": (limit) => `不能超過 ${limit} 個字。`,
    "too-short": (limit) => `至少需要 ${limit} 個字。`,
    "too-small": (limit) => `不能小於 ${limit}。`,
    "too-large": (limit) => `不能大於 ${limit}。`,
    "too-many": (limit) => `最多 ${limit} 個檔案。`,
    "not-uploaded": "有檔案未上傳成功，請重試或移除。",
    other: "請檢查此項。",
  },

  positionFailed: {
    denied: "瀏覽器未允許定位，請填寫地址。",
    unavailable: "無法取得您的位置，請填寫地址。",
    timeout: "定位逾時，請填寫地址。",
  },

  failed: {
    offline: "網路未連線。您填寫的內容都在，不會遺失。",
    unauthorized: "請先登入，然後重新提交。您填寫的內容都在。",
    forbidden: "您沒有提交此事項的權限。",
    "not-found": "此表單已停用。",
    error: "提交失敗。您填寫的內容都在，請稍後重新提交。",
  },
};

export default strings;
