import type { AttachmentStrings } from "./attachments.strings.js";

const strings: AttachmentStrings = {
  files: "附件",
  add: "新增檔案",
  dropHint: "也可拖放或貼上到此處",
  limits: (_count, number, size, types) =>
    [`最多 ${number} 個檔案`, size && `每個不超過 ${size}`, types].filter(Boolean).join(" · "),
};

export default strings;
