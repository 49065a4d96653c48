import type { CustomFields, Labels } from "@portico/contract";
import type { Industry, Language, Matter } from "./matter.js";
import type { Trade } from "./names.js";

export interface DemoUnit {
  id: string;
  labels: Labels;
}

export interface DemoStaff {
  id: string;
  zh: string;
  en: string;
  title: string;
  role: "agent" | "manager";
  unitId: string;
}

/** One sort of customer of an industry. */
export interface CustomerClass {
  kind: "person" | "household" | "organization";
  count: number;
  segment: string;
  tiers: readonly (readonly [tier: string, weight: number])[];
  trades?: readonly Trade[];
  /** What share bears a western name. */
  western?: number;
  /** Whether somebody looks after each of them. */
  managed?: boolean;
}

/** A customer whose id is fixed, so that portals can sign them in. */
export interface DemoPersona {
  id: string;
  name: string;
  alternateName?: { language: Language; name: string };
  kind: "person" | "household" | "organization" | "group";
  language: Language;
  segment: string;
  tier: string;
  parentId?: string;
  customFields?: CustomFields;
  /** The matters they have on the table, newest first. */
  requests: readonly { id: string; category: string; hoursAgo: number; until: RequestStage }[];
}

/** How far a persona's request has come. */
export type RequestStage =
  | "received"
  | "inHand"
  | "urged"
  | "waitingForCustomer"
  | "held"
  | "answered"
  | "closed"
  | "rated";

export interface DemoIndex {
  id: string;
  metric: "csat" | "nps" | "ces";
  labels: Labels;
  definition: Labels;
  industry: Industry | null;
  customerId?: string;
  target: number;
  minimumSample: number;
  public: boolean;
}

/** All that makes the demo of one trade. The first manager and the first persona are the ones a portal begins with. */
export interface DemoIndustry {
  id: Industry;
  units: readonly DemoUnit[];
  /** The unit that takes the first contact. */
  frontDesk: string;
  staff: readonly DemoStaff[];
  classes: readonly CustomerClass[];
  groups: number;
  personas: readonly DemoPersona[];
  matters: readonly Matter[];
  /** How the languages of requests are spread. */
  languages: readonly (readonly [Language, number])[];
  /** How busy each calendar month is, January first. */
  seasons: readonly number[];
  /** What is asked besides satisfaction: effort after a request, or recommendation now and then. */
  alsoAsked: "ces" | "nps";
  indices: readonly DemoIndex[];
}

/** Makes the members of one trade's staff; their ids are fixed. */
export const staffOf =
  (industry: Industry) =>
  (
    key: string,
    zh: string,
    en: string,
    title: string,
    role: DemoStaff["role"],
    unitId: string,
  ): DemoStaff => ({ id: `demo-${industry}-${key}`, zh, en, title, role, unitId });
