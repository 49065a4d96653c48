import type { CommonStrings } from "./common.strings.js";

const strings: CommonStrings = {
  loaded: "تم التحميل",
  empty: { title: "لا يوجد محتوى بعد", hint: "" },
  unauthorized: { title: "يرجى تسجيل الدخول", hint: "انتهت الجلسة، أو لم يتم تسجيل الدخول بعد." },
  forbidden: { title: "غير متاح لك", hint: "ليست لديك صلاحية الاطلاع عليه." },
  "not-found": { title: "غير موجود", hint: "ربما أُزيل، أو أن العنوان غير صحيح." },
  offline: { title: "لا يوجد اتصال بالشبكة", hint: "سنعيد المحاولة فور عودة الاتصال." },
  error: { title: "تعذّر التحميل", hint: "يرجى إعادة المحاولة بعد قليل." },
  stale: "تعذّر آخر تحديث، وقد تكون البيانات قديمة.",
  partial: "تعذّر تحميل بعض الأجزاء.",
  notSent: "تعذّر الإرسال. ما أدخلته باقٍ، يرجى إعادة المحاولة.",
  notLoaded: "تعذّر تحميل جزء من الصفحة. ما أدخلته باقٍ.",
  retry: "إعادة المحاولة",
  reference: (requestId) => `الرقم المرجعي: \u2068${requestId}\u2069`,
  outOf: (score, maximum) => `${score} من ${maximum}`,
};

export default strings;
