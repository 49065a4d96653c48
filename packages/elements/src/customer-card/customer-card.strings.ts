import { Catalogue } from "../internal/localize.js";
import { requestWords } from "../internal/strings/request.words.js";

type Words = Readonly<Record<string, string>>;

/** Words for codes that English writes as they are spelled: `largeIndustrial` is "Large industrial". */
function spelled(codes: string, others?: Words): Words {
  const entries = codes.split(" ").map((code) => {
    const words = code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return [code, words.charAt(0).toUpperCase() + words.slice(1)];
  });
  return { ...Object.fromEntries(entries), ...others };
}

export const english = {
  ...requestWords,
  /** The contract's well-known codes, by list. */
  codes: {
    kind: spelled("person household organization", { group: "Group of companies" }),
    status: spelled("prospect active dormant lost"),
    segment: spelled(
      "residential commercial municipal industrial largeIndustrial affluent privateBanking smallBusiness corporate exhibitor visitor distributor partner",
      { mass: "Mass market" },
    ),
    tier: { A: "Class A", B: "Class B", C: "Class C", vip: "VIP", key: "Key account", standard: "Standard" },
    grade: spelled("value risk publicOpinion", { relationGrade: "Relation", lifecycle: "Life-cycle" }),
    value: { A: "High", B: "Medium", C: "Low" },
    risk: spelled("low elevated high critical"),
    relationGrade: spelled("normal watch doubtful exit"),
    lifecycle: spelled("initial purchase consumption ended"),
    publicOpinion: spelled("calm attentive sensitive"),
    source: spelled("rule manager"),
    point: spelled("mobile address fax", { phone: "Telephone", email: "E-mail", wechat: "WeChat" }),
    role: spelled("relationshipManager deputyManager serviceManager technicalContact specialist"),
    channel: spelled("web fax counter chat", {
      phone: "Telephone",
      email: "E-mail",
      sms: "Text message",
      field: "On site",
    }),
  } as Readonly<Record<string, Words>>,
  partOf: (parent: string) => `Part of ${parent}`,
  titles: {
    contact: "Contact",
    grades: "Grades",
    team: "Account team",
    requests: "Open requests",
    interactions: "Last contacts",
    satisfaction: "Satisfaction",
  },
  nothing: {
    contact: "No contact points",
    grades: "Not graded yet",
    team: "Nobody assigned yet",
    requests: "Nothing is open",
    interactions: "No contacts yet",
    satisfaction: "No answers yet",
  },
  unsupported: "Not offered here",
  primary: "Primary",
  reveal: "Reveal",
  cancel: "Cancel",
  hide: "Hide",
  why: "Why",
  outdated: "Out of date",
  validUntil: (date: string) => `Valid until ${date}`,
  open: "Open",
  inbound: "From the customer",
  outbound: "To the customer",
  answers: (count: number, number: string) => (count === 1 ? `${number} answer` : `${number} answers`),
  last: "Last answer",
};

export type CardStrings = typeof english;

export const cardStrings = new Catalogue<CardStrings>(english, {
  "zh-Hans": () => import("./customer-card.strings.zh-hans.js"),
  "zh-Hant": () => import("./customer-card.strings.zh-hant.js"),
  ar: () => import("./customer-card.strings.ar.js"),
});
