import { plural } from "../plural.js";
import type { RequestWords } from "./request.words.js";

const times = (done: string, count: number, number: string) =>
  plural("ar", count, {
    one: done,
    two: `${done} مرتين`,
    few: `${done} ${number} مرات`,
    other: `${done} ${number} مرة`,
  });

export const requestWords: RequestWords = {
  kinds: {
    enquiry: "استفسار",
    complaint: "شكوى",
    fault: "بلاغ عن عطل",
    application: "طلب خدمة",
    misconduct: "بلاغ عن مخالفة",
    suggestion: "اقتراح",
    opinion: "رأي",
    praise: "شكر وتقدير",
  },
  states: {
    acknowledged: "تم الاستلام",
    inProgress: "قيد التنفيذ",
    pending: "بانتظار الرد",
    held: "معلّق",
    resolved: "تم الحل",
    closed: "مغلق",
    rejected: "مرفوض",
    cancelled: "مسحوب",
  },
  overdue: "متأخر",
  urged: (count, number) => times("تم الاستعجال", count, number),
  supervised: "تحت المتابعة",
  escalated: "تم التصعيد",
  reopened: (count, number) => times("أعيد فتحه", count, number),
  untitled: "طلب بلا عنوان",
};
