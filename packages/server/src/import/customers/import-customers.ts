import { isDeepStrictEqual } from "node:util";
import type { ContactPointInput } from "@portico/contract";
import { newId } from "../../id.js";
import type { CustomerRecord, NewCustomer, StoredContactPoint } from "../../records.js";
import { customerChange } from "../../routes/changes-of.js";
import type { Store, Transaction } from "../../store.js";
import type { Progress } from "../progress.js";
import type { Refusal } from "../refusals.js";
import type { Fault } from "../unstorable.js";
import type { Table } from "./read-table.js";
import { type ImportedCustomer, type RowRules, toCustomer } from "./to-customer.js";

export interface CustomersOutcome {
  added: number;
  updated: number;
  unchanged: number;
  refused: number;
  refusals: Refusal[];
}

interface Options extends Omit<RowRules, "header"> {
  /** Looks at everything and writes nothing. */
  dryRun: boolean;
}

/** Brings the rows of a table in, each whole or not at all; a customer known by number or identifier is updated. */
export async function importCustomers(
  store: Store,
  table: Table,
  options: Options,
  progress: Progress,
  now: () => Date = () => new Date(),
): Promise<CustomersOutcome> {
  const outcome: CustomersOutcome = { added: 0, updated: 0, unchanged: 0, refused: 0, refusals: [] };
  for (const { line, reason } of table.broken) {
    outcome.refused++;
    outcome.refusals.push({ position: line, id: "", field: "", value: undefined, reason });
  }
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const read = toCustomer(row, { ...options, header: table.header });
    const faults = "faults" in read ? read.faults : await refer(store, read.customer, seen, row.line);
    if (faults.length > 0 || "faults" in read) {
      outcome.refused++;
      const id = nameOf(row.cells, options);
      outcome.refusals.push(...faults.map((fault) => ({ position: row.line, id, ...fault })));
    } else {
      outcome[await importOne(store, read.customer, options.dryRun, now())]++;
    }
    progress.step();
  }
  outcome.refusals.sort((a, b) => a.position - b.position);
  return outcome;
}

/** Checks what only the data and the rows before tell. */
async function refer(
  store: Store,
  { input, parentNumber }: ImportedCustomer,
  seen: Map<string, number>,
  line: number,
): Promise<Fault[]> {
  const key = input.number ?? JSON.stringify(input.externalRefs);
  const first = seen.get(key);
  if (first !== undefined) {
    const value = input.number ?? input.externalRefs?.[0]?.id;
    return [{ field: "number", value, reason: `is in this file before, on line ${first}` }];
  }
  if (parentNumber !== undefined) {
    const parent = await store.customers.findByNumber(parentNumber);
    if (parent) input.parentId = parent.id;
    // In a dry run the parent of an earlier row is not stored yet.
    else if (!seen.has(parentNumber))
      return [{ field: "parentNumber", value: parentNumber, reason: "is the number of no customer" }];
  }
  seen.set(key, line);
  return [];
}

async function importOne(
  store: Store,
  customer: ImportedCustomer,
  dryRun: boolean,
  now: Date,
): Promise<"added" | "updated" | "unchanged"> {
  const stored = await findStored(store, customer);
  if (!stored) {
    if (!dryRun) await store.transaction((tx) => insert(tx, customer, now));
    return "added";
  }
  const changes = changesOf(stored, customer);
  const grades = gradesOf(customer).filter(({ kind, code }) => stored[kind] !== code);
  if (Object.keys(changes).length === 0 && grades.length === 0) return "unchanged";
  if (!dryRun)
    await store.transaction(async (tx) => {
      const graded = Object.fromEntries(grades.map(({ kind, code }) => [kind, code]));
      await tx.customers.update(stored.id, { ...changes, ...graded, updatedAt: now });
      await grade(tx, stored.id, grades, now);
      tx.announce(customerChange(stored, "updated"));
    });
  return "updated";
}

async function findStored(store: Store, { input }: ImportedCustomer): Promise<CustomerRecord | null> {
  const [ref] = input.externalRefs ?? [];
  const known = ref ? await store.customers.findByExternalRef(ref) : null;
  return known ?? (input.number === undefined ? null : store.customers.findByNumber(input.number));
}

async function insert(tx: Transaction, customer: ImportedCustomer, now: Date): Promise<void> {
  const { input } = customer;
  const id = newId();
  await tx.customers.insert({
    id,
    number: input.number ?? null,
    kind: input.kind,
    displayName: input.displayName,
    alternateNames: [],
    industry: input.industry ?? null,
    language: input.language ?? null,
    status: input.status ?? "active",
    segment: customer.segment ?? null,
    tier: customer.tier ?? null,
    parentId: input.parentId ?? null,
    contactPoints: (input.contactPoints ?? []).map(withId),
    tags: input.tags ?? [],
    externalRefs: input.externalRefs ?? [],
    customFields: input.customFields ?? {},
    createdAt: now,
    updatedAt: now,
  });
  await grade(tx, id, gradesOf(customer), now);
  tx.announce(customerChange({ id }, "created"));
}

/** What the row says otherwise than the store. What the table has no column or no value for stays as it is. */
function changesOf(stored: CustomerRecord, { input }: ImportedCustomer): Partial<NewCustomer> {
  const { contactPoints = [], customFields = {}, externalRefs = [], ...plain } = input;
  const told: Partial<NewCustomer> = {
    ...plain,
    contactPoints: mergePoints(stored.contactPoints, contactPoints),
    customFields: { ...stored.customFields, ...customFields },
    externalRefs: [
      ...stored.externalRefs,
      ...externalRefs.filter(
        (ref) => !stored.externalRefs.some(({ system, id }) => system === ref.system && id === ref.id),
      ),
    ],
  };
  return Object.fromEntries(
    Object.entries(told).filter(
      ([name, value]) => !isDeepStrictEqual(value, stored[name as keyof NewCustomer]),
    ),
  );
}

/** A new value takes the place of the first one of its type. */
function mergePoints(
  stored: readonly StoredContactPoint[],
  given: readonly ContactPointInput[],
): StoredContactPoint[] {
  const merged = [...stored];
  for (const point of given) {
    if (merged.some(({ type, value }) => type === point.type && value === point.value)) continue;
    const first = merged.findIndex(({ type }) => type === point.type);
    if (first < 0) merged.push(withId(point));
    else merged[first] = withId(point);
  }
  return merged;
}

const withId = (point: ContactPointInput): StoredContactPoint => ({ id: newId(), ...point });

type Grade = { kind: "segment" | "tier"; code: string };

const gradesOf = ({ segment, tier }: ImportedCustomer): Grade[] => [
  ...(segment === undefined ? [] : [{ kind: "segment" as const, code: segment }]),
  ...(tier === undefined ? [] : [{ kind: "tier" as const, code: tier }]),
];

async function grade(
  tx: Transaction,
  customerId: string,
  grades: readonly Grade[],
  now: Date,
): Promise<void> {
  for (const { kind, code } of grades)
    await tx.assessments.insert({
      id: newId(),
      customerId,
      kind,
      code,
      score: null,
      method: null,
      source: "import",
      reason: null,
      assessorId: null,
      assessedAt: now,
      validUntil: null,
    });
}

/** What to call a row that was refused: its number, identifier or name. */
const nameOf = (cells: readonly string[], { targets }: Pick<RowRules, "targets">): string =>
  (["number", "externalId", "displayName"] as const)
    .map((field) => cells[targets.indexOf(field)] ?? "")
    .find(Boolean) ?? "";
