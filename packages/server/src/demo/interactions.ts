import type { NewInteraction } from "../records.js";
import type { DemoCustomer } from "./customers.js";
import { expand } from "./grammar.js";
import type { History } from "./history.js";
import type { DemoIndustry } from "./industry.js";
import type { Language } from "./matter.js";
import type { Random } from "./random.js";
import { toTraditional } from "./script.js";
import { day, whenOpen } from "./working-hours.js";

const visits = {
  zh: {
    subject: "[季度走访|客户回访|节前拜访|需求沟通]",
    summary:
      "[了解近期经营与需求，对服务总体满意，希望进度通知更及时。|介绍新业务与优惠政策，客户表示将内部讨论。|现场查看设施情况，提出两项改进建议，客户认可。|征询对服务与新产品的意见，记录三条。]",
  },
  en: {
    subject: "[Quarterly visit|Follow-up call|Courtesy visit|Talk on needs]",
    summary:
      "[Content overall, wants earlier news on progress.|Presented new offers; the customer will discuss them.|Looked at the site together and agreed on two improvements.|Asked for opinions on service and products, noted three.]",
  },
};

/** Talks with customers: the calls that began a request, and the visits to those who are looked after. */
export function makeInteractions(
  industry: DemoIndustry,
  customers: readonly DemoCustomer[],
  histories: readonly History[],
  random: Random,
  now: number,
): NewInteraction[] {
  const spoken = ["phone", "counter", "chat", "field"];
  const calls = histories.flatMap(({ request }): NewInteraction[] =>
    request.customerId !== null &&
    request.kind !== "misconduct" &&
    spoken.includes(request.channel) &&
    random.chance(0.6)
      ? [
          {
            id: `${request.id}-i`,
            customerId: request.customerId,
            contactId: null,
            serviceRequestId: request.id,
            direction: "inbound",
            channel: request.channel,
            reason: request.kind,
            subject: request.title,
            summary: request.description,
            visibility: "public",
            agentId: request.ownerId,
            durationSeconds: random.integer(70, 900),
            occurredAt: request.createdAt,
            createdAt: request.createdAt,
          },
        ]
      : [],
  );
  const managed = customers.filter(({ managed, persona }) => managed || persona);
  return [...calls, ...managed.flatMap((customer) => visitsTo(industry, customer, random, now))];
}

function visitsTo(
  industry: DemoIndustry,
  { record, contacts, language }: DemoCustomer,
  random: Random,
  now: number,
): NewInteraction[] {
  return Array.from({ length: random.integer(2, 5) }, (_, i) => {
    const at = new Date(Math.min(now, whenOpen(now - (i + random.between(0.1, 0.9)) * 95 * day)));
    const { subject, summary } = language === "en" ? visits.en : visits.zh;
    const channel = random.pick(["field", "phone", "counter", "email"]);
    return {
      id: `${record.id}-v${i + 1}`,
      customerId: record.id,
      contactId: contacts[0]?.id ?? null,
      serviceRequestId: null,
      direction: "outbound",
      channel,
      reason: channel === "field" ? "visit" : "care",
      subject: write(subject, language, random),
      summary: write(summary, language, random),
      visibility: random.chance(0.5) ? "internal" : "public",
      agentId: random.pick(industry.staff).id,
      durationSeconds: channel === "email" ? null : random.integer(300, 5400),
      occurredAt: at,
      createdAt: at,
    };
  });
}

function write(template: string, language: Language, random: Random): string {
  const text = expand(template, random);
  return language === "zh-Hant" ? toTraditional(text) : text;
}
