import type { PanelStrings } from "./panels.strings.js";

const strings: PanelStrings = {
  urgeTitle: "استعجال معالجة الطلب",
  urgeHint: "يصل إشعار إلى القائمين على الطلب فورًا، ويُدوَّن في السجل.",
  withdrawTitle: "تأكيد سحب هذا الطلب؟",
  withdrawHint: "لن تستمر معالجته بعد ذلك.",
  reopenTitle: "إعادة فتح هذا الطلب",
  reopenHint: "يرجى توضيح ما لم يُحل بعد.",
  closeTitle: "هل أُنجز الطلب؟",
  closeHint: "يُغلق الطلب ويُحفظ في السجلات.",
  transitionTitle: "تغيير الحالة",
  newState: "الحالة الجديدة",
  reason: "السبب",
  reasonHint: "يظهر السبب للعميل.",
  resolutionLabel: "ما تم إنجازه",
  optional: "اختياري",
  cancel: "إلغاء",
  required: {
    notUploaded: "تعذّر رفع أحد الملفات. يرجى إعادة المحاولة أو إزالة الملف.",
    uploading: "لا يزال رفع الملفات جاريًا. يرجى الانتظار قليلًا.",
    text: "يرجى كتابة النص أولًا.",
    reason: "يرجى ذكر السبب.",
    resolution: "يرجى ذكر ما تم إنجازه.",
    state: "يرجى اختيار حالة.",
    score: "يرجى اختيار إجابة.",
  },
  changed: "تغيّرت البيانات في هذه الأثناء، وتظهر الآن بعد التغيير. يرجى مراجعتها قبل المتابعة.",
  tooOften: "لم يحن الوقت بعد. يرجى الانتظار قليلًا.",
  done: {
    reply: "تم إرسال الرد.",
    comment: "تمت إضافة الملاحظة.",
    urge: "تم استعجال القائمين على الطلب.",
    withdraw: "تم سحب الطلب.",
    reopen: "أعيد فتح الطلب.",
    rate: "شكرًا على تقييمك.",
    close: "تم إغلاق الطلب.",
    transition: "تم تغيير الحالة.",
  },
};

export default strings;
