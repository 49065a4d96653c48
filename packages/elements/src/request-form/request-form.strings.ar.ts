import type { FormStrings } from "./request-form.strings.js";

const strings: FormStrings = {
  chooseKind: "كيف يمكننا مساعدتك؟",
  nothing: { title: "لا يوجد ما يمكن تقديمه هنا", hint: "لا يتوفر لك أي نموذج حاليًا." },
  change: "تغيير",
  changeKind: (kind) => `اختيار نوع آخر غير «\u2068${kind}\u2069»`,
  optional: "اختياري",
  choose: "يرجى الاختيار",
  counter: (used, limit) => `${used} / ${limit}`,
  atMost: (limit) => `الحد الأقصى لعدد الأحرف: ${limit}.`,

  title: "الموضوع",
  description: "الوصف",
  descriptionHint: "ماذا حدث، وأين، ومنذ متى؟",
  person: "من الشخص المعني؟",

  place: "الموقع",
  address: "العنوان",
  locationNote: "وصف الموقع",
  usePosition: "استخدام موقعي الحالي",
  finding: "جارٍ تحديد موقعك…",
  position: (latitude, longitude) => `الإحداثيات: \u2066${latitude}, ${longitude}\u2069`,
  removePosition: "إزالة الموقع",
  positionFailed: {
    denied: "لم يسمح المتصفح بتحديد الموقع. يرجى كتابة العنوان بدلًا من ذلك.",
    unavailable: "تعذّر تحديد موقعك. يرجى كتابة العنوان بدلًا من ذلك.",
    timeout: "استغرق تحديد موقعك وقتًا طويلًا. يرجى كتابة العنوان بدلًا من ذلك.",
  },

  requester: "كيف يمكننا التواصل معك؟",
  requesterHint: "يكفي رقم هاتف أو بريد إلكتروني.",
  name: "الاسم",
  phone: "رقم الهاتف",
  email: "البريد الإلكتروني",
  signedIn: (name) => `تم تسجيل الدخول باسم \u2068${name}\u2069. سنرد عبر بيانات الاتصال المسجلة في حسابك.`,
  anonymous: "تقديم البلاغ دون ذكر الهوية",
  anonymousHint:
    "لا نستلم اسمك ولا حسابك ولا بيانات الاتصال بك، ولا نحتفظ بها. أما نص البلاغ ومرفقاته فتُحفظ، لذا يرجى عدم ذكر ما قد يكشف هويتك. ولا يُحفظ شيء من هذا النموذج على هذا الجهاز.",

  submit: "إرسال",
  sending: "جارٍ الإرسال…",
  sendAgain: "إعادة الإرسال",
  failed: {
    offline: "لا يوجد اتصال بالشبكة. ما أدخلته باقٍ هنا ولن يضيع.",
    unauthorized: "يرجى تسجيل الدخول ثم إعادة الإرسال. ما أدخلته باقٍ هنا.",
    forbidden: "ليست لديك صلاحية تقديم هذا الطلب.",
    "not-found": "لم يعد هذا النموذج متاحًا.",
    error: "تعذّر الإرسال. ما أدخلته باقٍ هنا، يرجى إعادة الإرسال بعد قليل.",
  },
};

export default strings;
