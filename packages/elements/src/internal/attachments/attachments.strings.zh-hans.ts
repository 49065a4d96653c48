import type { AttachmentStrings } from "./attachments.strings.js";

const strings: AttachmentStrings = {
  title: "附件",
  add: "添加文件",
  dropHint: "也可拖放或粘贴到此处",
  limits: (count, size, types) =>
    [`最多 ${count} 个文件`, size && `每个不超过 ${size}`, types].filter(Boolean).join(" · "),
};

export default strings;
