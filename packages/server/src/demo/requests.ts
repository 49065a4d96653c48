import type { PartyRef } from "@portico/contract";
import { received } from "../domain/received.js";
import type { NewServiceRequest } from "../records.js";
import { courses } from "./courses.js";
import type { DemoCustomer } from "./customers.js";
import { type Happening, type History, unfold } from "./history.js";
import type { DemoIndustry, DemoStaff, RequestStage } from "./industry.js";
import type { Matter } from "./matter.js";
import { chinesePerson } from "./names.js";
import { misconduct } from "./phrases.js";
import { location, place } from "./places.js";
import type { Random } from "./random.js";
import { slotsFor } from "./slots.js";
import { type Cast, speaker, tell } from "./story.js";
import { day, hour, minute, monthIndex, startOfDay, whenOpen } from "./working-hours.js";

const monthsBack = 18;
const integrity = {
  id: "integrity-desk-duty",
  name: "Integrity desk",
  role: "manager",
  unitId: "integrity-desk",
  holder: "Integrity desk",
};

/** Requests of one industry with their histories, in no particular order and not yet numbered. */
export function makeRequests(
  industry: DemoIndustry,
  customers: readonly DemoCustomer[],
  count: number,
  random: Random,
  now: number,
): History[] {
  const histories = customers.flatMap((customer) =>
    (customer.persona?.requests ?? []).map(({ id, category, hoursAgo, until }) => {
      const matter = industry.matters.find((known) => known.category === category);
      if (!matter) throw new Error(`There is no matter of category ${category} in ${industry.id}`);
      return oneRequest(industry, { id, matter, customer, start: now - hoursAgo * hour, until }, random, now);
    }),
  );
  const groups = {
    home: customers.filter(({ isFirm }) => !isFirm),
    firm: customers.filter(({ isFirm }) => isFirm),
  };
  const weights = industry.matters.map((matter) => [matter, matter.weight] as const);
  for (let serial = 1; serial <= count; serial++) {
    const matter = random.weighted(weights);
    const group = matter.from ? groups[matter.from] : random.chance(0.6) ? groups.home : groups.firm;
    const customer = random.pick(group);
    const start = whenReported(matter, industry, random, now);
    const id = `demo-${industry.id}-r${String(serial).padStart(5, "0")}`;
    // Who calls about a street light need not be a customer.
    const guest = (matter.kind === "fault" || matter.kind === "enquiry") && random.chance(0.07);
    histories.push(
      oneRequest(industry, { id, matter, customer: guest ? null : customer, start }, random, now),
    );
  }
  for (let serial = 1; serial <= 7; serial++)
    histories.push(oneReport(industry, serial, random.pick(customers), random, now));
  return histories;
}

interface Occasion {
  id: string;
  matter: Matter;
  customer: DemoCustomer | null;
  start: number;
  until?: RequestStage;
}

function oneRequest(industry: DemoIndustry, occasion: Occasion, random: Random, now: number): History {
  const { id, matter, customer, start, until } = occasion;
  const language = customer?.language ?? random.weighted(industry.languages);
  const script = language === "en" ? matter.en : matter.zh;
  const course = courseOf(matter.kind);
  const where = matter.located && !customer?.isFirm ? place(random) : (customer?.place ?? place(random));
  const handler = random.pick(
    industry.staff.filter(({ unitId, role }) => unitId === matter.unitId && role === "agent"),
  );
  const desk = random.pick(
    industry.staff.filter(({ unitId, role }) => unitId === industry.frontDesk && role === "agent"),
  );
  const supervisor = random.pick(industry.staff.filter(({ role }) => role === "manager"));
  const guestName = chinesePerson(random);
  const requester: PartyRef = customer
    ? { id: customer.record.id, name: customer.record.displayName, role: "customer" }
    : { id: "guest", name: language === "en" ? guestName.en : guestName.zh, role: "guest" };
  const channel = until ? "web" : random.weighted(course.channels);
  const slots = slotsFor(language, where, customer, handler, random, start);
  const turn = random.integer(0, 5);
  const say = speaker({ language, slots, turn }, random);
  const received: NewServiceRequest = {
    ...blank(matter.kind, start),
    id,
    title: say(script.title),
    description: say(script.details),
    priority: matter.priority ?? "normal",
    channel,
    industry: industry.id,
    category: matter.category,
    language,
    customerId: customer?.record.id ?? null,
    requester: customer
      ? null
      : { name: requester.name, phone: `139 ${random.digits(4)} ${random.digits(4)}` },
    ownerId: desk.id,
    location: matter.located ? location(where, language) : null,
    customFields: {
      ...(matter.fields ?? {}),
      ...("capacityKw" in (matter.fields ?? {}) ? { capacityKw: Number(slots.kw) } : {}),
    },
  };
  const cast: Cast = {
    customer: requester,
    handler: { ...party(handler), unitId: handler.unitId, holder: holderOf(industry, handler) },
    dispatcher: party(desk),
    supervisor: party(supervisor),
  };
  const metric = industry.alsoAsked === "ces" && random.chance(0.45) ? "ces" : "csat";
  const plot = {
    kind: matter.kind,
    course,
    script,
    language,
    slots,
    turn,
    cast,
    start,
    load: loadAt(industry, start, now),
    metric,
  } as const;
  const told = until ? pacedUntil(tell({ ...plot, until }, random), until, now) : tell(plot, random);
  return unfold(
    received,
    told.filter(({ at }) => at <= now),
  );
}

/** A report of misconduct: some anonymous, each about a unit that never sees it. */
function oneReport(
  industry: DemoIndustry,
  serial: number,
  customer: DemoCustomer,
  random: Random,
  now: number,
): History {
  const anonymous = random.chance(0.5);
  const language = customer.language;
  const script = language === "en" ? misconduct.en : misconduct.zh;
  const start = whenOpen(now - random.between(5, 500) * day);
  const slots = slotsFor(language, customer.place, customer, random.pick(industry.staff), random, start);
  const turn = random.integer(0, 5);
  const say = speaker({ language, slots, turn }, random);
  const title = say(script.title);
  const received: NewServiceRequest = {
    ...blank("misconduct", start),
    id: `demo-${industry.id}-m${serial}`,
    title,
    description: say(script.details),
    priority: "high",
    channel: random.weighted(courseOf("misconduct").channels),
    industry: industry.id,
    category: "integrity",
    language,
    customerId: anonymous ? null : customer.record.id,
    anonymous,
    ownerId: integrity.id,
    about: { unitId: random.pick(industry.units).id },
    customFields: { matter: ["bribery", "illegalCharge", "dataMisuse"][turn % 3] ?? "other" },
  };
  const reporter: PartyRef = anonymous
    ? { id: "anonymous", name: "Anonymous", role: "guest" }
    : { id: customer.record.id, name: customer.record.displayName, role: "customer" };
  const { unitId: _, holder: __, ...desk } = integrity;
  const cast: Cast = { customer: reporter, handler: integrity, dispatcher: desk, supervisor: desk };
  const plot = {
    kind: "misconduct",
    course: courseOf("misconduct"),
    script,
    language,
    slots,
    turn,
    cast,
    start,
    load: 1,
    metric: "csat",
  } as const;
  return unfold(
    received,
    tell(plot, random).filter(({ at }) => at <= now),
  );
}

function courseOf(kind: string) {
  const course = courses[kind];
  if (!course) throw new Error(`No course is set for requests of kind ${kind}`);
  return course;
}

/** A persona's story stops at its stage; what lies ahead of now is moved closer together until it has happened. */
function pacedUntil(told: Happening[], until: RequestStage, now: number): Happening[] {
  const last = told.findIndex(({ stage }) => stage === until);
  const kept = told.slice(0, last + 1);
  const [start, end] = [kept[0]?.at ?? now, kept.at(-1)?.at ?? now];
  const latest = now - 12 * minute;
  if (end <= latest) return kept;
  const pace = (latest - start) / (end - start);
  return kept.map((happening) => ({ ...happening, at: Math.round(start + (happening.at - start) * pace) }));
}

/** When somebody turns to the provider: more in busy months, faults at any hour and most in the evening. */
function whenReported(matter: Matter, industry: DemoIndustry, random: Random, now: number): number {
  for (;;) {
    const at = now - random.next() ** 1.15 * monthsBack * 30.4 * day;
    const season = industry.seasons[monthIndex(at)] ?? 1;
    if (!random.chance(season / 2)) continue;
    const midnight = startOfDay(at);
    const hours = matter.kind === "fault" ? random.weighted(faultHours) : random.weighted(officeHours);
    const reported = midnight + hours * hour + random.between(0, hour);
    const kept =
      matter.kind === "fault" || random.chance(0.25)
        ? reported
        : whenOpen(reported) + random.between(0, 4) * hour;
    if (kept < now) return Math.round(kept);
  }
}

const faultHours = [
  [1, 2],
  [5, 3],
  [7, 8],
  [9, 8],
  [11, 7],
  [13, 6],
  [15, 6],
  [17, 9],
  [18, 13],
  [19, 15],
  [20, 14],
  [21, 9],
  [23, 4],
] as const;
const officeHours = [
  [7, 2],
  [8, 8],
  [9, 16],
  [10, 15],
  [11, 9],
  [13, 8],
  [14, 13],
  [15, 12],
  [16, 9],
  [18, 3],
  [20, 4],
  [21, 3],
] as const;

/** Busy months wait longer; a year and a half of improvement shows. */
function loadAt(industry: DemoIndustry, at: number, now: number): number {
  const season = industry.seasons[monthIndex(at)] ?? 1;
  const age = (now - at) / (monthsBack * 30.4 * day);
  return (0.82 + 0.4 * age) * season ** 0.55;
}

const party = ({ id, zh, title, role }: DemoStaff): PartyRef => ({ id, name: zh, role, title });

const holderOf = ({ units }: DemoIndustry, { zh, unitId }: DemoStaff): string =>
  [zh, units.find(({ id }) => id === unitId)?.labels["zh-Hans"]].filter(Boolean).join(", ");

/** Its number is given when all requests are known, so that numbers follow time. */
const blank = (kind: string, start: number) => ({ ...received(kind, new Date(start)), number: "" });
