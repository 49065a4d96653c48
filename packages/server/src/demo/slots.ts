import { dayOf, monthAfter, monthOf } from "../domain/calendar.js";
import type { DemoCustomer } from "./customers.js";
import type { Slots } from "./grammar.js";
import type { DemoStaff } from "./industry.js";
import type { Language } from "./matter.js";
import type { Place } from "./places.js";
import type { Random } from "./random.js";

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** What a template's slots may be filled with in one request. */
export function slotsFor(
  language: Language,
  where: Place,
  customer: DemoCustomer | null,
  handler: DemoStaff,
  random: Random,
  start: number,
): Slots {
  const english = language === "en";
  const say = ({ zh, en }: { zh: string; en: string }) => (english ? en : zh);
  const booth = customer?.record.customFields.booth;
  const clock = random.integer(7, 21);
  const inTwoMonths = Number(monthAfter(monthOf(new Date(start)), 2).slice(5));
  return {
    estate: say(where.estate),
    street: say(where.street),
    house: where.house,
    day: english
      ? random.pick(["yesterday", "the day before yesterday", "this morning"])
      : random.pick(["昨天", "前天", "今天"]),
    soon: english
      ? random.pick(["tomorrow", "on Tuesday", "next week"])
      : random.pick(["明天", "后天", "下周二"]),
    time: english ? timeInEnglish(clock) : timeInChinese(clock),
    later: english ? timeInEnglish(clock + 2) : timeInChinese(clock + 2),
    month: english ? (months[inTwoMonths - 1] ?? dayOf(new Date(start))) : `${inTwoMonths}月`,
    number: customer?.record.number ?? `31${random.digits(8)}`,
    digits: random.digits(4),
    amount: random.pick([128, 236, 318, 452, 680, 960, 1280, 2600]),
    saving: random.integer(18, 74),
    minutes: random.pick([20, 30, 45, 60]),
    volts: random.integer(182, 199),
    kw: random.pick([80, 160, 250, 315, 400, 630]),
    area: random.pick([18, 36, 54, 72, 108]),
    hall: random.integer(1, 6),
    booth: typeof booth === "string" ? booth : `${random.integer(1, 6)}A${random.integer(10, 40)}`,
    handler: say(handler),
  };
}

const timeInEnglish = (clock: number): string =>
  `${clock > 12 ? clock - 12 : clock} ${clock >= 12 ? "pm" : "am"}`;

const timeInChinese = (clock: number): string => {
  const part = clock < 12 ? "上午" : clock < 18 ? "下午" : "晚上";
  return `${part}${clock > 12 ? clock - 12 : clock}点`;
};
