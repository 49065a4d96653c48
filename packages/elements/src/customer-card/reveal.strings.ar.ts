import type { RevealStrings } from "./reveal.strings.js";

const strings: RevealStrings = {
  reason: "سبب الحاجة إلى الاطلاع",
  reasonHint: "ثلاثة أحرف على الأقل، ويُحفظ السبب في سجل التدقيق.",
  show: "إظهار لنصف دقيقة",
  notAllowed: "لا يتيح دورك الاطلاع على البيانات كاملة.",
  shown: "ظاهر لنصف دقيقة",
  hidden: "أُخفي مجددًا",
};

export default strings;
