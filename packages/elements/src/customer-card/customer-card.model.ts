import type {
  Assessment,
  ContactPoint,
  Customer,
  CustomerSummary,
  Interaction,
  Rating,
  Scale,
  ServiceRequest,
  TeamMember,
} from "@portico/contract";
import type { Labels } from "../internal/localize.js";
import { countOf, itemsOf, type Loose, members, textOf, timeOf, wordsOf } from "../internal/payload.js";
import type { Tone } from "../internal/primitives/badge.js";
import { readMarks } from "../internal/request.model.js";

/** A customer with the sections there are. */
export type CardValue = Pick<CustomerSummary, "customer"> &
  Partial<CustomerSummary> & {
    /** The backend has no summary to give. */
    readonly isAlone?: boolean;
  };

/** Where each section's data is in the summary; the contact points come with the customer. */
const sources = {
  contact: "customer",
  grades: "assessments",
  team: "accountTeam",
  requests: "requests",
  interactions: "interactions",
  satisfaction: "satisfaction",
} as const;

export type SectionName = keyof typeof sources;
export type SectionState = "available" | "unsupported" | "forbidden" | "failed";

/** A code of an open list with the backend's own words for it. */
export interface Mark {
  readonly list: string;
  readonly code: string;
  readonly labels: Labels | undefined;
  readonly tone: Tone;
}

/** An address with the link that reaches it; what could be anything else gets no link. */
export interface Reach {
  readonly value: string;
  readonly href: string | undefined;
}

export type Point = ReturnType<typeof contactPointsOf>[number];
export type Grade = ReturnType<typeof gradesOf>[number];

const names = Object.keys(sources) as SectionName[];

/** The sections a host asks for, in its order; all of them when it does not choose. */
export function chosenSections(attribute: string | null | undefined): readonly SectionName[] {
  const words = attribute === null || attribute === undefined ? names : wordsOf(attribute);
  return words.filter((word): word is SectionName => Object.hasOwn(sources, word));
}

export function sectionState(value: CardValue, name: SectionName): SectionState {
  const section: unknown = value[sources[name]];
  if (name === "contact") return "available";
  if (section === undefined || section === null) return "unsupported";
  if (typeof section !== "object") return "failed";
  const { status } = members<{ status: string }>(section);
  // A status of a later contract says nothing here: the section is read for what it holds.
  return status === "unsupported" || status === "forbidden" || status === "failed" ? status : "available";
}

export function isPartial(value: CardValue): boolean {
  return value.isAlone === true || names.some((name) => sectionState(value, name) === "failed");
}

/** There is nobody to show. */
export function isNobody(value: CardValue): boolean {
  return !textOf(members<Customer>(value.customer).displayName) && !customerIdOf(value);
}

export function customerIdOf(value: CardValue | undefined): string | undefined {
  return textOf(members<Customer>(value?.customer).id);
}

export function headerOf(value: CardValue) {
  const customer = members<Customer & { lifecycle: string }>(value.customer);
  const assessments = assessmentsOf(value);
  return {
    name: textOf(customer.displayName) ?? customerIdOf(value) ?? "",
    /** Empty means unknown, as in `lang=""`. */
    language: textOf(customer.language) ?? "",
    alternateNames: rowsOf<{ name: string; language: string }>(customer.alternateNames)
      .map(({ name, language }) => ({ name: textOf(name), language: textOf(language) ?? "" }))
      .filter(({ name }) => name),
    kind: textOf(customer.kind) ?? "",
    number: textOf(customer.number),
    parent: textOf(members<{ displayName: string }>(customer.parent).displayName),
    marks: (["status", "segment", "tier", "lifecycle"] as const)
      .map((list) => {
        const { code = customer[list], labels } = assessments.find(({ kind }) => kind === list) ?? {};
        return markOf(list, code, labels);
      })
      .filter(({ code }) => code),
  };
}

/** All judgements but segment and tier, which are in the header. */
export function gradesOf(value: CardValue, now = Date.now()) {
  return assessmentsOf(value)
    .filter(({ kind }) => kind !== "segment" && kind !== "tier")
    .map((assessment) => {
      const validUntil = timeOf(assessment.validUntil);
      return {
        ...markOf(String(assessment.kind), assessment.code, assessment.labels),
        /** From 0 to 100. */
        score: numberOf(assessment.score),
        outdated: validUntil !== undefined && Date.parse(validUntil) < now,
        reason: textOf(assessment.reason),
        method: textOf(assessment.method),
        source: textOf(assessment.source) ?? "",
        assessor: nameOf(assessment.assessor),
        assessedAt: timeOf(assessment.assessedAt),
        validUntil,
      };
    });
}

export function contactPointsOf(value: CardValue) {
  return rowsOf<ContactPoint>(members<Customer>(value.customer).contactPoints)
    .map((point) => ({
      id: textOf(point.id),
      type: textOf(point.type) ?? "",
      value: textOf(point.value),
      label: textOf(point.label),
      masked: point.masked !== false,
      primary: point.primary === true,
    }))
    .filter((point) => point.value);
}

/** The team, the first person to talk to first. */
export function teamOf(value: CardValue) {
  return dataOf<TeamMember>(value, "team")
    .map(({ member, role, primary, phone, email }) => ({
      name: nameOf(member) ?? "",
      role: textOf(role) ?? "",
      primary: primary === true,
      reaches: [reachOf("tel", phone), reachOf("mailto", email)].filter((reach) => reach !== undefined),
    }))
    .filter(({ name }) => name)
    .sort((one, other) => Number(other.primary) - Number(one.primary));
}

export function countsOf(value: CardValue) {
  const { openCount, overdueCount, urgedCount } = members<CustomerSummary["requests"]>(value.requests);
  return { open: countOf(openCount), overdue: countOf(overdueCount), urged: countOf(urgedCount) };
}

export function requestsOf(value: CardValue) {
  return dataOf<ServiceRequest>(value, "requests")
    .filter(({ id }) => textOf(id))
    .slice(0, 5)
    .map((request) => ({
      request: request as ServiceRequest,
      number: textOf(request.number),
      title: textOf(request.title),
      state: textOf(request.state) ?? "",
      labels: members<ServiceRequest["status"]>(request.status).labels as Labels | undefined,
      marks: readMarks(request.marks),
    }));
}

export function interactionsOf(value: CardValue) {
  return dataOf<Interaction>(value, "interactions")
    .map((item) => ({
      inbound: item.direction !== "outbound",
      channel: textOf(item.channel) ?? "",
      subject: textOf(item.subject) ?? textOf(item.summary),
      agent: nameOf(item.agent),
      occurredAt: timeOf(item.occurredAt),
    }))
    .filter(({ subject }) => subject);
}

/** Nothing while there is no answer, or none can be told. */
export function satisfactionOf(value: CardValue) {
  const section = members<CustomerSummary["satisfaction"]>(value.satisfaction);
  const scale = members<Scale>(section.scale);
  const last = members<Rating>(section.last);
  const average = numberOf(section.average);
  const sampleSize = countOf(section.sampleSize);
  if (average === undefined || sampleSize === 0) return undefined;
  return {
    metric: textOf(section.metric) ?? "",
    average,
    sampleSize,
    minimum: numberOf(scale.minimum) ?? 0,
    maximum: numberOf(scale.maximum) ?? 100,
    score: numberOf(last.score),
    comment: textOf(last.comment),
    answeredAt: timeOf(last.createdAt),
  };
}

/** A member of a record's own: a code may be called `constructor`. */
export function own<Item>(record: Readonly<Record<string, Item>> | undefined, key: string): Item | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

const tones: Readonly<Record<string, Readonly<Record<string, Tone>>>> = {
  status: { active: "success", prospect: "info", dormant: "warning" },
  tier: { A: "info", vip: "info", key: "info" },
  value: { A: "success", B: "info" },
  risk: { low: "success", elevated: "warning", high: "danger", critical: "danger" },
  relationGrade: { normal: "success", watch: "warning", doubtful: "danger", exit: "danger" },
  publicOpinion: { calm: "success", attentive: "warning", sensitive: "danger" },
};

function markOf(list: string, value: unknown, labels?: unknown): Mark {
  const code = textOf(value) ?? "";
  return {
    list,
    code,
    labels: labels as Labels | undefined,
    tone: own(own(tones, list), code) ?? "neutral",
  };
}

function assessmentsOf(value: CardValue): readonly Loose<Assessment>[] {
  return dataOf<Assessment>(value, "grades").filter(
    ({ kind, code, current }) => textOf(kind) && textOf(code) && current !== false,
  );
}

function dataOf<Row>(value: CardValue, name: SectionName): readonly Loose<Row>[] {
  return rowsOf(members<{ data: unknown }>(value[sources[name]]).data);
}

function rowsOf<Row>(data: unknown): readonly Loose<Row>[] {
  return itemsOf(data).map((item) => members<Row>(item));
}

const reachable = { tel: /^\+?[\d\s().-]{3,}$/, mailto: /^[\w.+-]+@[\w.-]+$/ };

function reachOf(scheme: keyof typeof reachable, address: unknown): Reach | undefined {
  const value = textOf(address);
  const href = `${scheme}:${value?.replace(/[\s()]/g, "")}`;
  return value ? { value, href: reachable[scheme].test(value) ? href : undefined } : undefined;
}

function nameOf(party: unknown): string | undefined {
  return textOf(members<{ name: string }>(party).name);
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
