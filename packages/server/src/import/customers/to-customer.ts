import type { ContactPointInput, CustomerInput } from "@portico/contract";
import { codeLists } from "@portico/contract/code-lists";
import { checkBody } from "../../http/validate.js";
import { ProblemError } from "../../problem.js";
import { fold } from "../../stores/postgres/search-terms.js";
import type { Fault } from "../unstorable.js";
import type { Target } from "./columns.js";
import type { Row } from "./read-table.js";

/** What a row says of a customer. */
export interface ImportedCustomer {
  input: CustomerInput;
  /** Grades, which are kept as assessments. */
  segment?: string;
  tier?: string;
  parentNumber?: string;
}

export interface RowRules {
  header: readonly string[];
  targets: readonly (Target | null)[];
  /** The kind of customers whose row names none. */
  kind?: string | undefined;
  /** The other system whose identifiers the rows carry. */
  system?: string | undefined;
}

const pointTypes = new Set<Target>(["phone", "mobile", "email", "address", "wechat", "fax"]);

/** The customer of a row, or everything that is wrong with it, by column. */
export function toCustomer(
  { cells }: Row,
  rules: RowRules,
): { customer: ImportedCustomer } | { faults: Fault[] } {
  const { header, targets, kind, system } = rules;
  if (cells.length > header.length)
    return {
      faults: [
        { field: "", value: cells.at(-1), reason: `has ${cells.length} cells for ${header.length} columns` },
      ],
    };

  const input: CustomerInput = { kind: kind ?? "", displayName: "" };
  const customer: ImportedCustomer = { input };
  const points: ContactPointInput[] = [];
  /** Which column a member of the input comes from. */
  const origin = new Map<string, number>();
  for (const [i, target] of targets.entries()) {
    const text = (cells[i] ?? "").trim();
    if (target === null || text === "") continue;
    if (typeof target === "object") {
      input.customFields = { ...input.customFields, [target.customField]: text };
      origin.set(`/customFields/${target.customField}`, i);
    } else if (pointTypes.has(target)) {
      origin.set(`/contactPoints/${points.length}`, i);
      points.push({ type: target, value: text, primary: true });
    } else if (target === "segment" || target === "tier") {
      customer[target] = codeOf(target === "segment" ? "segments" : "tiers", text);
    } else if (target === "parentNumber") {
      customer.parentNumber = text;
    } else if (target === "externalId") {
      input.externalRefs = [{ system: system ?? "", id: text }];
      origin.set("/externalRefs", i);
    } else {
      Object.assign(input, { [target]: readWord(target, text) });
      origin.set(`/${target}`, i);
    }
  }
  if (points.length > 0) input.contactPoints = points;
  const faults = faultsOf(input, (pointer) => {
    const column = originOf(origin, pointer);
    return {
      field: column === undefined ? pointer.slice(1) : (header[column] ?? ""),
      value: column === undefined ? undefined : cells[column],
    };
  });
  return faults.length > 0 ? { faults } : { customer };
}

/** The rules of the API, told in the words of the table. */
function faultsOf(input: CustomerInput, place: (pointer: string) => Pick<Fault, "field" | "value">): Fault[] {
  const faults: Fault[] = [];
  if (input.number === undefined && input.externalRefs === undefined)
    faults.push({
      field: "number",
      value: undefined,
      reason: "needs a number, or --system and --id-column, to be known again",
    });
  // A missing member is told as missing, not as a word that is too short or unknown.
  const { kind, displayName, ...rest } = input;
  const given = { ...rest, ...(kind ? { kind } : {}), ...(displayName ? { displayName } : {}) };
  try {
    checkBody("createCustomer", given);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    for (const { pointer = "", code, message } of error.details.errors ?? [])
      faults.push({
        ...place(pointer),
        reason: code === "required" ? "is missing" : message.replace(/^It |\.$/g, ""),
      });
  }
  return faults;
}

function originOf(origin: ReadonlyMap<string, number>, pointer: string): number | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const column = origin.get(at);
    if (column !== undefined) return column;
  }
  return undefined;
}

function readWord(target: Target, text: string): string | string[] {
  if (target === "kind") return codeOf("customerKinds", text);
  if (target === "status") return codeOf("customerStatuses", text);
  if (target === "language") return languages[fold(text)] ?? text;
  return target === "tags"
    ? text
        .split(/[,;，；、|]/)
        .map((tag) => tag.trim())
        .filter(Boolean)
    : text;
}

const languages: Record<string, string> = {
  中文: "zh-Hans",
  简体中文: "zh-Hans",
  繁体中文: "zh-Hant",
  英文: "en",
  英语: "en",
  chinese: "zh-Hans",
  english: "en",
};

/** Words that people write in tables for the codes of a list, besides its labels. */
const synonyms: Record<string, string> = {
  individual: "person",
  private: "person",
  居民: "person",
  family: "household",
  住户: "household",
  company: "organization",
  firm: "organization",
  business: "organization",
  organisation: "organization",
  企业: "organization",
  公司: "organization",
  单位: "organization",
  集团: "group",
};

/** The code whose label in any language the text is; the text itself when there is none. */
function codeOf(list: string, text: string): string {
  const word = fold(text);
  const items = codeLists.find(({ name }) => name === list)?.items ?? [];
  const item = items.find(({ code, labels }) =>
    [code, ...Object.values(labels)].some((label) => fold(label) === word),
  );
  return item?.code ?? (list === "customerKinds" ? synonyms[word] : undefined) ?? text;
}
