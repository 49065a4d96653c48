import { plural } from "../internal/plural.js";
import type { FillingStrings } from "./filling.strings.js";

const strings: FillingStrings = {
  summary: (count, number) =>
    `يرجى مراجعة ${plural("ar", count, {
      zero: "البيانات",
      one: "حقل واحد",
      two: "حقلين",
      few: `${number} حقول`,
      many: `${number} حقلًا`,
      other: `${number} حقل`,
    })}`,

  draftRestored: "تمت استعادة المسودة.",
  draftDiscarded: "تم حذف المسودة.",
  discard: "حذف المسودة",
  undo: "تراجع",

  received: "استلمنا طلبك",
  number: "رقم الطلب",
  copy: "نسخ",
  copied: "تم النسخ",
  keepNumber: "يرجى الاحتفاظ بهذا الرقم. ونظرًا لعدم ذكر الهوية، فهو الوسيلة الوحيدة للاستعلام عن البلاغ.",
  next: "الخطوة التالية",
  dueBy: (time) => `في موعد أقصاه ${time}`,
  another: "تقديم طلب آخر",

  faults: {
    required: "يرجى ملء هذا الحقل.",
    enum: "يرجى اختيار أحد الخيارات.",
    "required radios": "يرجى اختيار أحد الخيارات.",
    "required select": "يرجى اختيار أحد الخيارات.",
    "required /location/address": "يرجى إدخال العنوان أو استخدام موقعك الحالي.",
    "required /requester/phone": "يرجى إدخال رقم هاتف أو بريد إلكتروني.",
    "type integer": "يرجى إدخال عدد صحيح.",
    "type number": "يرجى إدخال رقم.",
    "format date": "يرجى إدخال تاريخ.",
    "format phone": "يرجى إدخال رقم هاتف، مثل \u2066050 123 4567\u2069.",
    "format email": "يرجى إدخال بريد إلكتروني، مثل \u2066name@example.com\u2069.",
    "too-long": (limit) => `الحد الأقصى لعدد الأحرف: ${limit}.`,
    "too-short": (limit) => `الحد الأدنى لعدد الأحرف: ${limit}.`,
    "too-small": (limit) => `يرجى إدخال ${limit} أو أكثر.`,
    "too-large": (limit) => `يرجى إدخال ${limit} أو أقل.`,
    "too-many": (limit) => `الحد الأقصى لعدد الملفات: ${limit}.`,
    "not-uploaded": "تعذّر رفع أحد الملفات. يرجى إعادة المحاولة أو إزالة الملف.",
    other: "يرجى مراجعة هذا الحقل.",
  },

  positionFailed: {
    denied: "لم يسمح المتصفح بتحديد الموقع. يرجى كتابة العنوان بدلًا من ذلك.",
    unavailable: "تعذّر تحديد موقعك. يرجى كتابة العنوان بدلًا من ذلك.",
    timeout: "استغرق تحديد موقعك وقتًا طويلًا. يرجى كتابة العنوان بدلًا من ذلك.",
  },

  failed: {
    offline: "لا يوجد اتصال بالشبكة. ما أدخلته باقٍ هنا ولن يضيع.",
    unauthorized: "يرجى تسجيل الدخول ثم إعادة الإرسال. ما أدخلته باقٍ هنا.",
    forbidden: "ليست لديك صلاحية تقديم هذا الطلب.",
    "not-found": "لم يعد هذا النموذج متاحًا.",
    error: "تعذّر الإرسال. ما أدخلته باقٍ هنا، يرجى إعادة الإرسال بعد قليل.",
  },
};

export default strings;
