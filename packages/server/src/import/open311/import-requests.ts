import { newId } from "../../id.js";
import type { NewEntry, NewServiceRequest, ServiceRequestRecord } from "../../records.js";
import { entryChange, requestChange } from "../../routes/changes-of.js";
import type { RowScope, Store, Transaction } from "../../store.js";
import type { Progress } from "../progress.js";
import type { Refusal } from "../refusals.js";
import { checkGeoReport } from "./geo-report.js";
import { type ImportedRequest, type Mapping, toRequest } from "./to-request.js";

export interface RequestsOutcome {
  closed: number;
  open: number;
  /** Lines of history that were new. */
  entries: number;
  /** Requests that were there and got something new. */
  updated: number;
  /** Requests that were there as they are in the file. */
  unchanged: number;
  refused: number;
  refusals: Refusal[];
}

interface Options extends Mapping {
  /** Looks at everything and writes nothing. */
  dryRun: boolean;
}

const everything: RowScope = { audience: "staff", misconduct: "all" };

/** Brings the records of a GeoReport v2 list in, each whole or not at all; a record once taken adds only what is new. */
export async function importRequests(
  store: Store,
  records: readonly unknown[],
  options: Options,
  progress: Progress,
): Promise<RequestsOutcome> {
  const outcome: RequestsOutcome = {
    closed: 0,
    open: 0,
    entries: 0,
    updated: 0,
    unchanged: 0,
    refused: 0,
    refusals: [],
  };
  const seen = new Map<string, number>();
  for (const [position, value] of records.entries()) {
    const id = idOf(value);
    const refuse = (field: string, wrong: unknown, reason: string) =>
      outcome.refusals.push({ position, id, field, value: wrong, reason });
    const checked = checkGeoReport(value);
    const first = seen.get(id);
    if ("faults" in checked) {
      outcome.refused++;
      for (const { field, value, reason } of checked.faults) refuse(field, value, reason);
    } else if (first !== undefined) {
      outcome.refused++;
      refuse("service_request_id", id, `is in this file before, at index ${first}`);
    } else {
      seen.set(id, position);
      await importOne(store, toRequest(checked.record, options), options, outcome);
    }
    progress.step();
  }
  return outcome;
}

async function importOne(
  store: Store,
  imported: ImportedRequest,
  options: Options,
  outcome: RequestsOutcome,
): Promise<void> {
  const { request, entries } = imported;
  const stored = await store.requests.findByExternalRef({
    system: options.system,
    id: request.externalRefs[0]?.id ?? "",
  });
  const added = stored ? entries.filter(notAmong(await entriesOf(store, stored.id))) : entries;
  const changed = stored !== null && (added.length > 0 || stored.updatedAt < request.updatedAt);

  if (!options.dryRun && (!stored || changed))
    await store.transaction((tx) => (stored ? update(tx, stored, request, added) : insert(tx, imported)));
  outcome[request.state === "closed" ? "closed" : "open"]++;
  outcome.entries += added.length;
  if (stored) outcome[changed ? "updated" : "unchanged"]++;
}

async function insert(tx: Transaction, { request, entries, agency }: ImportedRequest): Promise<void> {
  if (agency) {
    await tx.staff.rememberUnit(agency.unit);
    await tx.staff.remember(agency.officer);
  }
  const owner = agency?.officer ?? (await tx.staff.onDuty(request));
  const created: NewServiceRequest = {
    ...request,
    id: newId(),
    number: await tx.requests.nextNumber(request.createdAt),
    ownerId: owner.id,
  };
  await tx.requests.insert(created);
  for (const entry of entries)
    await tx.entries.insert({ ...entry, id: newId(), serviceRequestId: created.id });
  tx.announce(requestChange(created, "created"));
}

/** The source speaks for state, result and place; what was done here in between, such as an urge, stays. */
async function update(
  tx: Transaction,
  stored: ServiceRequestRecord,
  {
    title,
    state,
    status,
    closedAt,
    resolution,
    location,
    promises,
    dueAt,
    customFields,
    updatedAt,
  }: ImportedRequest["request"],
  added: ImportedRequest["entries"],
): Promise<void> {
  await tx.requests.update(stored.id, {
    title,
    state,
    status,
    closedAt,
    resolution,
    location,
    promises,
    dueAt,
    customFields: { ...stored.customFields, ...customFields },
    updatedAt: stored.updatedAt < updatedAt ? updatedAt : stored.updatedAt,
  });
  tx.announce(requestChange(stored, "updated"));
  for (const entry of added) {
    const line: NewEntry = { ...entry, id: newId(), serviceRequestId: stored.id };
    await tx.entries.insert(line);
    tx.announce(entryChange(stored, line));
  }
}

type Line = Pick<NewEntry, "type" | "text" | "createdAt" | "customFields">;

const keyOf = ({ type, text, createdAt, customFields }: Line): string =>
  JSON.stringify([type, text, createdAt, Object.entries(customFields).sort()]);

/** Tells which lines are not there yet; of two that are alike, the second needs a second one to be there. */
function notAmong(stored: readonly Line[]): (line: Line) => boolean {
  const left = new Map<string, number>();
  for (const line of stored) left.set(keyOf(line), (left.get(keyOf(line)) ?? 0) + 1);
  return (line) => {
    const count = left.get(keyOf(line)) ?? 0;
    left.set(keyOf(line), count - 1);
    return count <= 0;
  };
}

async function entriesOf(store: Store, serviceRequestId: string): Promise<NewEntry[]> {
  const query = { scope: everything, filter: { serviceRequestId }, sort: "createdAt", limit: 500 };
  const all: NewEntry[] = [];
  let page = await store.entries.list(query);
  for (;;) {
    all.push(...page.rows);
    if (!page.next) return all;
    page = await store.entries.list({ ...query, after: page.next });
  }
}

function idOf(value: unknown): string {
  if (typeof value !== "object" || value === null || !("service_request_id" in value)) return "";
  const id = value.service_request_id;
  return typeof id === "string" || typeof id === "number" ? String(id) : "";
}
