import { plural } from "../internal/plural.js";
import { requestWords } from "../internal/strings/request.words.ar.js";
import type { ListStrings } from "./request-list.strings.js";

const strings: ListStrings = {
  ...requestWords,
  label: "طلبات الخدمة",
  filters: "تصفية الطلبات",
  search: "بحث",
  searchHint: "رقم الطلب أو كلمات منه",
  state: "الحالة",
  allStates: "جميع الحالات",
  open: "مفتوحة",
  done: "منتهية",
  kind: "النوع",
  allKinds: "جميع الأنواع",
  sort: "الترتيب",
  sorts: {
    "-updatedAt": "آخر تحديث",
    "-createdAt": "الأحدث أولًا",
    createdAt: "الأقدم أولًا",
    dueAt: "الأقرب موعدًا",
  },
  updated: "آخر تحديث",
  heldBy: "لدى",
  none: "لا توجد طلبات بعد",
  noneHint: "بعد تقديم أول طلب، تمكن متابعته هنا.",
  noMatch: "لا توجد نتائج مطابقة",
  noMatchHint: "يرجى تجربة كلمات أخرى أو تقليل عوامل التصفية.",
  clear: "مسح عوامل التصفية",
  more: "عرض المزيد",
  loadingMore: "جارٍ التحميل…",
  shown: (number, total) => (total ? `${number} من ${total}` : number),
  nowShown: (number, total) =>
    total ? `عدد الطلبات المعروضة: ${number} من ${total}` : `عدد الطلبات المعروضة: ${number}`,
  arrived: (count, number) =>
    plural("ar", count, {
      zero: "لا توجد طلبات جديدة",
      one: "طلب جديد",
      two: "طلبان جديدان",
      few: `${number} طلبات جديدة`,
      many: `${number} طلبًا جديدًا`,
      other: `${number} طلب جديد`,
    }),
  show: "عرض",
};

export default strings;
