import { plural } from "../internal/plural.js";
import type { GaugeStrings } from "./satisfaction-gauge.strings.js";

const strings: GaugeStrings = {
  metrics: { csat: "رضا العملاء", nps: "صافي نقاط الترويج", ces: "جهد العميل", index: "مؤشر الرضا" },
  noAnswers: "لا توجد إجابات بعد",
  target: "المستهدف",
  interval: (level) => (level ? `فترة الثقة ${level}` : "فترة الثقة"),
  noInterval: "غير متاحة",
  sample: "العينة",
  answers: (count, number) =>
    plural("ar", count, {
      zero: "دون إجابات",
      one: "إجابة واحدة",
      two: "إجابتان",
      few: `${number} إجابات`,
      other: `${number} إجابة`,
    }),
  smallSample: (needed) =>
    needed
      ? `عينة صغيرة: النتيجة استرشادية إذا قل عدد الإجابات عن ${needed}.`
      : "عينة صغيرة: النتيجة استرشادية.",
  points: (change) => `\u2068${change}\u2069 نقطة`,
  sincePrevious: "مقارنة بالفترة السابقة",
  withinChance: "ضمن هامش الخطأ",
  trend: { up: "ارتفاع", flat: "استقرار", down: "انخفاض" },
  definition: "طريقة القياس",
};

export default strings;
