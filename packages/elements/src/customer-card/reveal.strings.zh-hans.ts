import type { RevealStrings } from "./reveal.strings.js";

const strings: RevealStrings = {
  reason: "查看原因",
  reasonHint: "至少 3 个字，将记入审计日志。",
  show: "显示 30 秒",
  notAllowed: "您的角色无权查看完整信息。",
  shown: "已显示，30 秒后隐藏",
  hidden: "已重新隐藏",
};

export default strings;
