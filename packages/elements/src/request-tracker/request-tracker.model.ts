import type {
  Attachment,
  CustomerRef,
  Entry,
  Labels,
  Location,
  NextStep,
  PartyRef,
  Requester,
  ServiceRequest,
} from "@portico/contract";
import { type RatingMetric, ratingScales } from "../internal/parts/score-scale.model.js";
import { countOf, itemsOf, members, textOf, textsOf, timeOf } from "../internal/payload.js";
import { type Marks, readMarks } from "../internal/request.model.js";

/** A request with the part of its log that is at hand, oldest first. */
export interface Tracked {
  readonly request: ServiceRequest;
  readonly entries: readonly Entry[];
  /** Where the older entries begin; null when all are here. */
  readonly olderCursor: string | null;
  /** True when the request came but its log did not. */
  readonly entriesFailed?: boolean;
}

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

export interface PartyView {
  readonly name: string;
  readonly role: string | undefined;
  readonly title: string | undefined;
}

export interface NextStepView {
  readonly labels: Labels | undefined;
  readonly isCustomersTurn: boolean;
  readonly dueAt: string | undefined;
  readonly overdue: boolean;
}

export interface RequestView {
  readonly number: string;
  readonly title: string | undefined;
  readonly kind: string;
  readonly state: string;
  readonly statusLabels: Labels | undefined;
  readonly marks: Marks;
  /** Whose it is and whom to call back, a line each. */
  readonly customer: readonly string[];
  readonly owner: PartyView | undefined;
  readonly handler: PartyView | undefined;
  readonly unit: string | undefined;
  readonly unitLabels: Labels | undefined;
  readonly place: readonly string[];
  readonly createdAt: string | undefined;
  readonly next: NextStepView | undefined;
  readonly description: string | undefined;
  readonly resolution: string | undefined;
  readonly refused: boolean;
  readonly files: readonly FileView[];
  readonly score: number | undefined;
  readonly metric: RatingMetric | undefined;
}

export function requestView(request: ServiceRequest, now = Date.now()): RequestView {
  const read = members<ServiceRequest>(request);
  const unit = members<{ name: string; labels: Labels }>(read.unit);
  const marks = readMarks(read.marks);
  const { score, metric } = members<{ score: number; metric: string }>(read.rating);
  return {
    number: textOf(read.number) ?? "",
    title: textOf(read.title),
    kind: textOf(read.kind) ?? "",
    state: textOf(read.state) ?? "",
    statusLabels: members<{ labels: Labels }>(read.status).labels as Labels | undefined,
    marks,
    customer: customerOf(read.customer, read.requester),
    owner: partyView(read.owner),
    handler: partyView(read.handler),
    unit: textOf(unit.name),
    unitLabels: unit.labels as Labels | undefined,
    place: placeOf(read.location),
    createdAt: timeOf(read.createdAt),
    next: nextStepView(read.nextStep, timeOf(read.dueAt), marks.overdue, now),
    description: textOf(read.description),
    resolution: textOf(read.resolution),
    refused: read.state === "rejected" || read.state === "cancelled",
    files: filesOf(read.attachments),
    score: typeof score === "number" ? score : undefined,
    metric: metricOf(metric),
  };
}

export interface StepView {
  readonly state: string;
  readonly status: "done" | "current" | "upcoming";
}

const path = ["acknowledged", "inProgress", "resolved", "closed"];
const detours = ["pending", "held"];

/** The way of a request from start to end, with the turn it has taken: waiting, refused or withdrawn. */
export function stepsOf(state: string): StepView[] {
  const place = detours.includes(state) ? 1 : path.indexOf(state);
  if (place < 0) return [step("acknowledged", "done"), step(state, "current")];
  return path.map((name, index) => {
    if (index === place) return step(state, state === "closed" ? "done" : "current");
    return step(name, index < place ? "done" : "upcoming");
  });
}

export interface EntryView {
  readonly id: string;
  readonly type: string;
  /** Something that was said, as opposed to something that happened. */
  readonly isMessage: boolean;
  readonly internal: boolean;
  readonly author: PartyView | undefined;
  readonly text: string | undefined;
  readonly to: string | undefined;
  readonly field: string | undefined;
  readonly files: readonly FileView[];
  readonly createdAt: string;
}

export interface DayView {
  /** The time of the day's first entry, to be shown as a date. */
  readonly day: string;
  readonly entries: readonly EntryView[];
}

const events: ReadonlySet<string> = new Set([
  "created",
  "stateChange",
  "assignment",
  "fieldChange",
  "urge",
  "rating",
]);

/** The log by days of the reader's own time zone. */
export function timelineOf(entries: readonly Entry[]): DayView[] {
  const days: { day: string; name: string; entries: EntryView[] }[] = [];
  for (const entry of entries.map(entryView)) {
    const name = new Date(entry.createdAt).toDateString();
    const last = days.at(-1);
    if (last?.name === name) last.entries.push(entry);
    else days.push({ day: entry.createdAt, name, entries: [entry] });
  }
  return days;
}

/**
 * A new latest page beside what is shown. Entries are never changed nor taken away, so a page that lags behind hides
 * nothing; but with nothing in common there may be a gap, and a log with a gap would mislead.
 */
export function mergeEntries(
  known: Tracked | undefined,
  page: Pick<Tracked, "entries" | "olderCursor">,
): Pick<Tracked, "entries" | "olderCursor"> {
  const latest = new Set(page.entries.map(({ id }) => id));
  if (!known?.entries.some(({ id }) => latest.has(id))) return page;
  const kept = known.entries.filter(({ id }) => !latest.has(id));
  return { entries: inOrder([...kept, ...page.entries]), olderCursor: known.olderCursor };
}

/** What others have said since; one's own entry is known before it is read again. */
export function newReplies(known: Tracked, now: Tracked): EntryView[] {
  if (known.entriesFailed) return [];
  const ids = new Set(known.entries.map(({ id }) => id));
  return now.entries
    .filter(({ id }) => !ids.has(id))
    .map(entryView)
    .filter((entry) => entry.isMessage);
}

/** Adds an older page before what is shown. */
export function prependEntries(known: Tracked, older: Pick<Tracked, "entries" | "olderCursor">): Tracked {
  const ids = new Set(known.entries.map(({ id }) => id));
  const missing = older.entries.filter(({ id }) => !ids.has(id));
  return { ...known, entries: [...missing, ...known.entries], olderCursor: older.olderCursor };
}

/** Adds one's own entry as soon as the backend has taken it. */
export function appendEntry(known: Tracked, entry: Entry): Tracked {
  if (known.entries.some(({ id }) => id === entry.id)) return known;
  return { ...known, entries: [...known.entries, entry] };
}

/** Entries of a page, oldest first; what has no id or no time is no entry. */
export function readEntries(data: unknown): Entry[] {
  const read = itemsOf(data).filter((item): item is Entry => {
    const entry = members<Entry>(item);
    return textOf(entry.id) !== undefined && timeOf(entry.createdAt) !== undefined;
  });
  return inOrder(read);
}

/** What the visitor may do now. */
export interface Offers {
  readonly reply: boolean;
  readonly comment: boolean;
  readonly urge: boolean;
  /** When urging will be possible again, while it is not. */
  readonly urgeAllowedAt: string | undefined;
  readonly withdraw: boolean;
  readonly reopen: boolean;
  readonly rate: boolean;
  readonly close: boolean;
  /** New states that no action of its own leads to. */
  readonly transitions: readonly string[];
}

export function offersOf(request: ServiceRequest, now = Date.now()): Offers {
  const read = members<ServiceRequest>(request);
  const allowed = new Set(textsOf(read.allowedActions));
  const urgeAllowedAt = timeOf(read.urgeAllowedAt);
  const mustWait = urgeAllowedAt !== undefined && Date.parse(urgeAllowedAt) > now;
  const withdraw = allowed.has("withdraw");
  const reopen = allowed.has("reopen");
  const states = allowed.has("transition") ? textsOf(read.allowedTransitions) : [];
  const named = new Set(["closed", withdraw && "cancelled", reopen && "inProgress"]);
  return {
    reply: allowed.has("reply"),
    comment: allowed.has("comment"),
    urge: allowed.has("urge") || mustWait,
    urgeAllowedAt: mustWait ? urgeAllowedAt : undefined,
    withdraw,
    reopen,
    rate: allowed.has("rate"),
    close: states.includes("closed"),
    transitions: states.filter((state) => !named.has(state)),
  };
}

/** Whether the visitor is one of those who handle requests, told by what they may do. */
export function isStaff({ comment }: Offers): boolean {
  return comment;
}

/** What the contract wants beside the new state: refusing and going back need a reason, resolving a resolution. */
export function neededFor(from: string, to: string): "reason" | "resolution" | undefined {
  if (to === "resolved") return "resolution";
  if (to === "rejected" || to === "cancelled") return "reason";
  return from === "resolved" || from === "closed" ? (to === "closed" ? undefined : "reason") : undefined;
}

function metricOf(metric: unknown): RatingMetric | undefined {
  return Object.hasOwn(ratingScales, String(metric)) ? (metric as RatingMetric) : undefined;
}

function step(state: string, status: StepView["status"]): StepView {
  return { state, status };
}

function inOrder(entries: Entry[]): Entry[] {
  return entries.sort((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt));
}

function entryView(entry: Entry): EntryView {
  const read = members<Entry>(entry);
  const type = textOf(read.type) ?? "";
  const text = textOf(read.text);
  return {
    id: entry.id,
    type,
    isMessage: !events.has(type) && text !== undefined,
    internal: read.visibility === "internal",
    author: partyView(read.author),
    text,
    to: textOf(read.to),
    field: textOf(read.field),
    files: filesOf(read.attachments),
    createdAt: entry.createdAt,
  };
}

function partyView(payload: unknown): PartyView | undefined {
  const party = members<PartyRef>(payload);
  const name = textOf(party.name);
  return name === undefined ? undefined : { name, role: textOf(party.role), title: textOf(party.title) };
}

function customerOf(customer: unknown, requester: unknown): string[] {
  const { displayName } = members<CustomerRef>(customer);
  const { name, phone, email } = members<Requester>(requester);
  return [...new Set(textsOf([displayName, name, phone, email]))];
}

function filesOf(payload: unknown): FileView[] {
  return itemsOf(payload).flatMap((item) => {
    const file = members<Attachment>(item);
    const id = textOf(file.id);
    return id === undefined ? [] : [{ id, name: textOf(file.fileName) ?? id, size: countOf(file.size) }];
  });
}

function placeOf(payload: unknown): string[] {
  const { address, note, latitude, longitude } = members<Location>(payload);
  const lines = textsOf([address, note]);
  if (lines.length > 0 || typeof latitude !== "number" || typeof longitude !== "number") return [...lines];
  return [`${latitude.toFixed(5)}, ${longitude.toFixed(5)}`];
}

function nextStepView(
  payload: unknown,
  requestDueAt: string | undefined,
  markedOverdue: boolean,
  now: number,
): NextStepView | undefined {
  const next = members<NextStep>(payload);
  if (next.code === undefined && next.labels === undefined) return undefined;
  const isCustomersTurn = next.by === "customer";
  const dueAt = timeOf(next.dueAt) ?? (isCustomersTurn ? undefined : requestDueAt);
  const late = dueAt !== undefined && Date.parse(dueAt) < now;
  return {
    labels: (next.labels as Labels | undefined) ?? { en: String(next.code) },
    isCustomersTurn,
    dueAt,
    overdue: late || (markedOverdue && !isCustomersTurn),
  };
}
