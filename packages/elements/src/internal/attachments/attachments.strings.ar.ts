import type { AttachmentStrings } from "./attachments.strings.js";

const strings: AttachmentStrings = {
  files: "المرفقات",
  add: "إضافة ملفات",
  dropHint: "أو سحبها أو لصقها هنا",
  limits: (_count, number, size, types) =>
    [`عدد الملفات: حتى ${number}`, size && `حجم الملف: حتى ${size}`, types && `\u2068${types}\u2069`]
      .filter(Boolean)
      .join(" · "),
};

export default strings;
