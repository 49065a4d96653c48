import { plural } from "../plural.js";
import type { AttachmentStrings } from "./attachments.strings.js";

const strings: AttachmentStrings = {
  files: "المرفقات",
  add: "إضافة ملفات",
  dropHint: "أو سحبها أو لصقها هنا",
  limits: (count, number, size, types) =>
    [
      plural("ar", count, {
        zero: "دون ملفات",
        one: "ملف واحد",
        two: "ملفان كحد أقصى",
        few: `${number} ملفات كحد أقصى`,
        many: `${number} ملفًا كحد أقصى`,
        other: `${number} ملف كحد أقصى`,
      }),
      size && `حتى ${size} لكل ملف`,
      types,
    ]
      .filter(Boolean)
      .join(" · "),
};

export default strings;
