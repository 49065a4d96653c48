import type { PanelStrings } from "./panels.strings.js";

const strings: PanelStrings = {
  urgeTitle: "催辦此案件",
  urgeHint: "將立即通知經辦人員，並留下紀錄。",
  withdrawTitle: "確定撤銷此案件？",
  withdrawHint: "撤銷後將不再辦理。",
  reopenTitle: "要求重新辦理",
  reopenHint: "請說明仍未解決的問題。",
  closeTitle: "事情已經辦好了嗎？",
  closeHint: "確認後案件將關閉並歸檔。",
  transitionTitle: "變更狀態",
  newState: "新狀態",
  reason: "原因",
  reasonHint: "客戶可以看到此內容。",
  resolutionLabel: "辦理結果",
  optional: "選填",
  cancel: "取消",
  required: {
    notUploaded: "有檔案未上傳成功，請重試或移除。",
    uploading: "檔案仍在上傳，請稍候。",
    text: "請先填寫內容。",
    reason: "請填寫原因。",
    resolution: "請填寫辦理結果。",
    state: "請選擇狀態。",
    score: "請選擇一個答案。",
  },
  changed: "情況剛剛有變化，已顯示最新內容，請核對後再操作。",
  tooOften: "操作過於頻繁，請稍後再試。",
  done: {
    reply: "回覆已送出。",
    comment: "備註已新增。",
    urge: "已催辦，經辦人員已收到通知。",
    withdraw: "案件已撤銷。",
    reopen: "案件已重新辦理。",
    rate: "感謝您的評價。",
    close: "案件已關閉。",
    transition: "狀態已變更。",
  },
};

export default strings;
