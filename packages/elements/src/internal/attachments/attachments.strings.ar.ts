import type { AttachmentStrings } from "./attachments.strings.js";

const strings: AttachmentStrings = {
  files: "المرفقات",
  add: "إضافة ملفات",
  dropHint: "أو سحبها أو لصقها هنا",
  limits: (_count, number, size, types) =>
    [`عدد الملفات: حتى ${number}`, size && `حجم الملف: حتى ${size}`, types].filter(Boolean).join(" · "),
};

export default strings;
