import type { AlternateName, CustomFields } from "@portico/contract";
import type { ContactRecord, NewCustomer, StoredContactPoint } from "../records.js";
import type { CustomerClass, DemoIndustry, DemoPersona } from "./industry.js";
import type { Industry, Language } from "./matter.js";
import {
  chinesePerson,
  firm,
  group,
  type House,
  house,
  type Trade,
  westernFirm,
  westernPerson,
} from "./names.js";
import { homeAddress, type Place, place, streetAddress } from "./places.js";
import type { Random } from "./random.js";
import { toTraditional } from "./script.js";
import { day } from "./working-hours.js";

/** A customer with what the rest of the demo needs to know about them. */
export interface DemoCustomer {
  record: NewCustomer;
  contacts: ContactRecord[];
  place: Place;
  language: Language;
  isFirm: boolean;
  managed: boolean;
  branch: Trade["branch"] | null;
  persona: DemoPersona | null;
}

type Draft = Pick<
  NewCustomer,
  "kind" | "displayName" | "alternateNames" | "segment" | "tier" | "parentId"
> & {
  language: Language;
  branch?: Trade["branch"];
  managed?: boolean;
  persona?: DemoPersona;
  customFields?: CustomFields;
};

/** The customers of one industry: the personas, then groups with their member firms, then everybody else. */
export function makeCustomers(industry: DemoIndustry, random: Random, now: number): DemoCustomer[] {
  const made: DemoCustomer[] = [];
  const taken = new Set<string>(industry.personas.map(({ name }) => name));
  const add = (draft: Draft): DemoCustomer => {
    const customer = complete(industry, draft, made.length + 1, random, now);
    made.push(customer);
    return customer;
  };
  /** Tries names until one is new: two customers of one name would only confuse a demo. */
  const unique = (name: () => Pick<Draft, "displayName" | "alternateNames">) => {
    let given = name();
    for (let tries = 0; taken.has(given.displayName) && tries < 50; tries++) given = name();
    taken.add(given.displayName);
    return given;
  };

  for (const persona of industry.personas) add(ofPersona(persona));
  for (let i = 0; i < industry.groups; i++) {
    const classes = industry.classes.filter(({ trades }) => trades);
    const big = classes.at(-1);
    if (!big) break;
    const theirs = house(random);
    const name = inChinese(group(theirs));
    const parent = add({
      kind: "group",
      ...name,
      segment: big.segment,
      tier: "key",
      parentId: null,
      language: "zh-Hans",
      managed: true,
    });
    for (let member = random.integer(2, 3); member > 0; member--) {
      const named = unique(() =>
        inChinese(firm(theirs, random.pick(classes.flatMap(({ trades }) => trades ?? [])))),
      );
      add({
        ...fromClass(big, random),
        ...named,
        parentId: parent.record.id,
        language: "zh-Hans",
        managed: true,
      });
    }
  }
  for (const of of industry.classes)
    for (let i = 0; i < of.count; i++) {
      const trade = of.trades && random.pick(of.trades);
      const language = random.chance(of.western ?? 0) ? "en" : random.chance(0.1) ? "zh-Hant" : "zh-Hans";
      const named = unique(() => nameFor(of, language, trade, random));
      add({ ...fromClass(of, random), ...named, language, ...(trade ? { branch: trade.branch } : {}) });
    }
  return made;
}

const ofPersona = (persona: DemoPersona): Draft => ({
  kind: persona.kind,
  displayName: persona.name,
  alternateNames: persona.alternateName ? [persona.alternateName] : [],
  segment: persona.segment,
  tier: persona.tier,
  parentId: persona.parentId ?? null,
  language: persona.language,
  managed: persona.tier !== "C" && persona.tier !== "B",
  persona,
  ...(persona.customFields ? { customFields: persona.customFields } : {}),
});

const fromClass = (of: CustomerClass, random: Random) => ({
  kind: of.kind,
  segment: of.segment,
  tier: random.weighted(of.tiers),
  parentId: null,
  managed: of.managed ?? false,
});

const inChinese = ({ zh, en }: { zh: string; en: string }) => ({
  displayName: zh,
  alternateNames: [{ language: "en", name: en }] as AlternateName[],
});

function nameFor(of: CustomerClass, language: Language, trade: Trade | undefined, random: Random) {
  if (language === "en")
    return { displayName: trade ? westernFirm(random, trade.en) : westernPerson(random), alternateNames: [] };
  const firmHouse: House = house(random);
  const name = trade ? firm(firmHouse, trade) : chinesePerson(random);
  const given = inChinese(name);
  const family =
    of.kind === "household" ? { ...given, displayName: `${name.zh}家庭`, alternateNames: [] } : given;
  if (language === "zh-Hans") return family;
  return {
    displayName: toTraditional(family.displayName),
    alternateNames: [...family.alternateNames, { language: "zh-Hans", name: family.displayName }],
  };
}

function complete(
  industry: DemoIndustry,
  draft: Draft,
  serial: number,
  random: Random,
  now: number,
): DemoCustomer {
  const { language, branch, managed, persona, customFields, ...names } = draft;
  const isFirm = names.kind === "organization" || names.kind === "group";
  const where = place(random);
  const id = persona?.id ?? `demo-${industry.id}-c${String(serial).padStart(3, "0")}`;
  const since = now - random.between(540, 3600) * day;
  const status = persona
    ? "active"
    : random.weighted([
        ["active", 90],
        ["dormant", 6],
        ["prospect", 2],
        ["lost", 2],
      ] as const);
  const mailbox = `${isFirm ? "office" : "user"}${random.digits(4)}`;
  const record: NewCustomer = {
    id,
    number: numberOf(industry.id, serial, random),
    ...names,
    industry: industry.id,
    language,
    status,
    contactPoints: contactPoints(id, isFirm, language, where, mailbox, random),
    tags: tagsOf(industry.id, isFirm, random),
    externalRefs: random.chance(0.7) ? [{ system: systemOf[industry.id], id: random.digits(10) }] : [],
    customFields: customFields ?? customFieldsOf(industry.id, isFirm, random),
    createdAt: new Date(since),
    updatedAt: new Date(Math.min(now, since + random.between(0, now - since))),
  };
  const firmContacts = isFirm
    ? Array.from({ length: random.integer(1, 3) }, (_, i) => contactOf(record, language, i, random))
    : [];
  return {
    record,
    contacts: firmContacts,
    place: where,
    language,
    isFirm,
    managed: managed ?? false,
    branch: branch ?? null,
    persona: persona ?? null,
  };
}

const systemOf: Record<Industry, string> = { utility: "billing", bank: "core-banking", expo: "fair-office" };

const numberOf = (industry: Industry, serial: number, random: Random): string =>
  ({
    utility: `31${String(serial).padStart(4, "0")}${random.digits(4)}`,
    bank: `8${String(serial).padStart(5, "0")}${random.digits(4)}`,
    expo: `EX-${String(serial).padStart(4, "0")}`,
  })[industry];

/** Telephone numbers of ranges that look right; they are invented and always shown masked. */
const mobile = (random: Random): string =>
  `1${random.pick(["38", "39", "50", "58", "77", "86", "91"])} ${random.digits(4)} ${random.digits(4)}`;

function contactPoints(
  id: string,
  isFirm: boolean,
  language: Language,
  where: Place,
  mailbox: string,
  random: Random,
): StoredContactPoint[] {
  const address = isFirm ? streetAddress(where, language) : homeAddress(random, where, language);
  const points = [
    isFirm
      ? {
          type: "phone",
          value: `0570-55${random.digits(5)}`,
          label: language === "en" ? "Switchboard" : "总机",
        }
      : { type: "mobile", value: mobile(random) },
    { type: "email", value: `${mailbox}@${language === "en" ? "example.com" : "example.cn"}` },
    { type: "address", value: language === "zh-Hant" ? toTraditional(address) : address },
  ];
  return points.map((point, i) => ({ id: `${id}-p${i + 1}`, ...point, primary: true }));
}

function tagsOf(industry: Industry, isFirm: boolean, random: Random): string[] {
  const known: Record<Industry, string[]> = {
    utility: isFirm ? ["双电源", "有序用电", "光伏"] : ["峰谷电价", "充电桩", "独居老人"],
    bank: isFirm ? ["代发工资", "结算户", "跨境"] : ["理财", "按揭", "手机银行"],
    expo: isFirm ? ["老展商", "特装", "海外"] : ["专业买家", "采购团"],
  };
  return known[industry].filter(() => random.chance(0.25));
}

function customFieldsOf(industry: Industry, isFirm: boolean, random: Random): CustomFields {
  switch (industry) {
    case "utility":
      return isFirm
        ? { supply: random.pick(["0.4 kV", "10 kV", "35 kV"]), contractedKw: random.integer(8, 400) * 10 }
        : { supply: "0.22 kV", contractedKw: random.pick([8, 10, 12]), peakValley: random.chance(0.4) };
    case "bank":
      return {
        branch: random.pick(["bank-bund", "bank-lakeside", "bank-harbour"]),
        products: random.integer(1, 7),
      };
    case "expo":
      return isFirm
        ? {
            booth: `${random.integer(1, 6)}${random.pick(["A", "B", "C"])}${String(random.integer(1, 40)).padStart(2, "0")}`,
            editions: random.integer(1, 9),
          }
        : { visits: random.integer(1, 5) };
  }
}

const jobs = [
  { zh: "总经理", en: "Managing Director", role: "decisionMaker" },
  { zh: "设备部经理", en: "Facilities Manager", role: "technical" },
  { zh: "财务主管", en: "Finance Officer", role: "finance" },
  { zh: "行政专员", en: "Office Manager", role: "daily" },
];

function contactOf(
  customer: NewCustomer,
  language: Language,
  position: number,
  random: Random,
): ContactRecord {
  const job = jobs[position === 0 ? random.integer(0, 1) : position + 1] ?? random.pick(jobs);
  const name = language === "en" ? westernPerson(random) : chinesePerson(random).zh;
  const id = `${customer.id}-k${position + 1}`;
  return {
    id,
    customerId: customer.id,
    name: language === "zh-Hant" ? toTraditional(name) : name,
    title: language === "en" ? job.en : job.zh,
    role: job.role,
    language,
    preferredChannel: random.pick(["phone", "email", "chat"]),
    primary: position === 0,
    contactPoints: [
      { id: `${id}-p1`, type: "mobile", value: mobile(random), primary: true },
      { id: `${id}-p2`, type: "email", value: `contact${random.digits(4)}@example.com` },
    ],
    externalRefs: [],
    customFields: {},
    createdAt: customer.createdAt,
    updatedAt: customer.createdAt,
  };
}
