import type { AttachmentStrings } from "./attachments.strings.js";

const strings: AttachmentStrings = {
  files: "附件",
  add: "添加文件",
  dropHint: "也可拖放或粘贴到此处",
  limits: (_count, number, size, types) =>
    [`最多 ${number} 个文件`, size && `每个不超过 ${size}`, types].filter(Boolean).join(" · "),
};

export default strings;
