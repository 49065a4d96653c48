import type { RevealStrings } from "./reveal.strings.js";

const strings: RevealStrings = {
  reason: "檢視原因",
  reasonHint: "至少 3 個字，將記入稽核紀錄。",
  show: "顯示 30 秒",
  notAllowed: "您的角色無權檢視完整資訊。",
  shown: "已顯示，30 秒後隱藏",
  hidden: "已重新隱藏",
};

export default strings;
