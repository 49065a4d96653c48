import { monthOf } from "../domain/calendar.js";
import type { RatingRecord } from "../records.js";
import type { DemoCustomer } from "./customers.js";
import { expand } from "./grammar.js";
import type { DemoIndex, DemoIndustry } from "./industry.js";
import type { Industry } from "./matter.js";
import { phrases } from "./phrases.js";
import type { Random } from "./random.js";
import { day } from "./working-hours.js";
import type { World } from "./world.js";

/** What customers answered when asked, outside any request, how likely they recommend the provider. */
export function makeRecommendations(
  { alsoAsked }: DemoIndustry,
  customers: readonly DemoCustomer[],
  random: Random,
  now: number,
): RatingRecord[] {
  if (alsoAsked !== "nps") return [];
  return customers.flatMap(({ record, language }) =>
    Array.from({ length: random.integer(2, 6) }, (_, i) => {
      const age = random.between(0, 540);
      const score = Math.round(Math.min(10, Math.max(0, 8.9 - 0.0016 * age + 1.7 * random.normal())));
      const words = phrases[language === "en" ? "en" : "zh"];
      const comment = score >= 9 ? words.delighted : score >= 7 ? words.content : words.annoyed;
      return {
        id: `${record.id}-nps-${i + 1}`,
        metric: "nps",
        score,
        comment: random.chance(0.2) ? expand(comment, random) : null,
        topics: [],
        serviceRequestId: null,
        customerId: record.id,
        unitId: null,
        createdAt: new Date(now - age * day),
      };
    }),
  );
}

/** The indices with what was counted for them, as if each rating had been counted when it was given. */
export function makeIndices(
  indices: readonly DemoIndex[],
  ratings: readonly RatingRecord[],
  industryOf: ReadonlyMap<string, Industry>,
): Pick<World, "satisfactionIndices" | "satisfactionCounts"> {
  const counts = indices.flatMap((index) => {
    const byMonth = new Map<string, World["satisfactionCounts"][number]>();
    for (const { metric, score, customerId, createdAt } of ratings) {
      const belongs =
        metric === index.metric &&
        (index.industry === null || index.industry === industryOf.get(customerId ?? "")) &&
        (index.customerId === undefined || index.customerId === customerId);
      if (!belongs) continue;
      const month = monthOf(createdAt);
      const counted = byMonth.get(`${month} ${score}`) ?? { indexId: index.id, month, score, count: 0 };
      counted.count += 1;
      byMonth.set(`${month} ${score}`, counted);
    }
    return [...byMonth.values()];
  });
  const latest = Math.max(0, ...ratings.map(({ createdAt }) => createdAt.getTime()));
  return {
    satisfactionIndices: indices.map((index) => ({
      ...index,
      code: index.id.replace("demo-", ""),
      customerId: index.customerId ?? null,
      updatedAt: new Date(latest),
    })),
    satisfactionCounts: counts,
  };
}
