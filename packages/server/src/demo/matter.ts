import type { CustomFields } from "@portico/contract";

export type Language = "zh-Hans" | "zh-Hant" | "en";
export type Industry = "utility" | "bank" | "expo";

/** What people say in one matter, as templates. */
export interface Script {
  title: string;
  details: string;
  /** The first reply. */
  answer: string;
  /** What is asked back, and what the customer then supplies. */
  question?: string;
  supply?: string;
  /** A comment among colleagues. */
  inside: string;
  /** How it was resolved, in words for the customer. */
  done: string;
  /** Why it was refused, where that happens. */
  refusal?: string;
}

/** Something customers ask for again and again. */
export interface Matter {
  kind: string;
  category: string;
  /** How often it comes up against the others. */
  weight: number;
  /** Who has such a matter; anybody when absent. */
  from?: "home" | "firm";
  unitId: string;
  priority?: string;
  /** Whether it is about a place. */
  located?: boolean;
  fields?: CustomFields;
  zh: Script;
  en: Script;
}
