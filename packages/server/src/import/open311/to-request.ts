import { createHash } from "node:crypto";
import type { CustomFields, Location, PartyRef, RequestState } from "@portico/contract";
import { defaultStatus } from "../../domain/lifecycle.js";
import { nextDeadline } from "../../domain/promises.js";
import { untouched } from "../../domain/received.js";
import type { NewEntry, NewServiceRequest, StaffRecord, StoredPromise, UnitRecord } from "../../records.js";
import type { GeoReport, GeoReportNote } from "./geo-report.js";

/** What a record becomes, before ids, a number and an owner are given. */
export interface ImportedRequest {
  request: Omit<NewServiceRequest, "id" | "number" | "ownerId">;
  entries: Omit<NewEntry, "id" | "serviceRequestId">[];
  /** The agency that holds it, with its officer on duty; null when the record names none. */
  agency: { unit: UnitRecord; officer: StaffRecord } | null;
}

export interface Mapping {
  /** Name under which the identifiers are kept as external references. */
  system: string;
  /** The kind of request that the records become. */
  kind: string;
  /** The line of business they belong to, where the backend serves several. */
  industry?: string | undefined;
}

/** Members that have a place of their own; all others are kept as custom fields. */
const placed = new Set([
  "service_request_id",
  "status",
  "service_name",
  "requested_datetime",
  "updated_datetime",
  "expected_datetime",
  "description",
  "agency_responsible",
  "address",
  "lat",
  "long",
  "first_name",
  "last_name",
  "phone",
  "email",
  "notes",
]);

export function toRequest(record: GeoReport, { system, kind, industry }: Mapping): ImportedRequest {
  const notes = record.notes ?? [];
  const createdAt = new Date(record.requested_datetime);
  const times = notes.map(({ datetime }) => Date.parse(datetime));
  const updatedAt = new Date(record.updated_datetime ?? Math.max(createdAt.getTime(), ...times));
  const state = stateOf(record);
  const closedAt = state === "closed" ? closingTime(notes, updatedAt) : null;
  const promises = promisesOf(record, closedAt);
  const agency = agencyOf(record, system);
  return {
    request: {
      ...untouched,
      kind,
      title: record.service_name,
      description: record.description || null,
      state,
      status: defaultStatus[state],
      priority: "normal",
      channel: channelOf(record),
      industry: industry ?? null,
      category: [...record.service_name].slice(0, 80).join(""),
      language: null,
      customerId: null,
      requester: requesterOf(record),
      unitId: agency?.unit.id ?? null,
      location: locationOf(record),
      promises,
      dueAt: nextDeadline(promises, state),
      resolution: state === "closed" ? record.status_notes || null : null,
      externalRefs: [{ system, id: String(record.service_request_id) }],
      customFields: customFieldsOf(record, state),
      createdAt,
      updatedAt,
      closedAt,
    },
    entries: notes.map((note) => toEntry(note, record, agency?.officer ?? null, system)),
    agency,
  };
}

const isActivity = ({ type }: GeoReportNote): boolean => type !== "opened" && type !== "submitted";

function stateOf({ status, notes }: GeoReport): RequestState {
  if (status === "closed") return "closed";
  return notes?.some(isActivity) ? "inProgress" : "acknowledged";
}

function closingTime(notes: readonly GeoReportNote[], otherwise: Date): Date {
  const closed = notes.findLast(({ type }) => type === "closed");
  return closed ? new Date(closed.datetime) : otherwise;
}

/** What the city said when it would be done. */
function promisesOf({ expected_datetime }: GeoReport, closedAt: Date | null): StoredPromise[] {
  if (!expected_datetime) return [];
  return [
    {
      kind: "resolution",
      dueAt: new Date(expected_datetime).toISOString(),
      metAt: closedAt?.toISOString() ?? null,
      source: "Open311 expected_datetime",
    },
  ];
}

const channelWords: Record<string, string> = {
  call: "phone",
  telephone: "phone",
  internet: "web",
  website: "web",
  "e-mail": "email",
  text: "sms",
  "walk-in": "counter",
};

/** Our word where there is one, else the word as given; what came by the interface alone is `open311`. */
function channelOf({ extended_attributes }: GeoReport): string {
  const given = extended_attributes?.channel;
  if (typeof given !== "string" || given === "") return "open311";
  return channelWords[given.toLowerCase()] ?? given;
}

// The standard names nobody by an identifier, so these people are kept with their request: made customers, one person
// would be many and two of one name would be one.
function requesterOf({ first_name, last_name, phone, email }: GeoReport): NewServiceRequest["requester"] {
  const name = [first_name, last_name].filter(Boolean).join(" ");
  const known = { ...(name ? { name } : {}), ...(phone ? { phone } : {}), ...(email ? { email } : {}) };
  return Object.keys(known).length > 0 ? known : null;
}

function locationOf({ address, lat, long }: GeoReport): Location | null {
  const known = {
    ...(address ? { address } : {}),
    ...(typeof lat === "number" && typeof long === "number" ? { latitude: lat, longitude: long } : {}),
  };
  return Object.keys(known).length > 0 ? known : null;
}

/** An agency's id is made of its name, so that every import finds the same one. */
function agencyOf({ agency_responsible: name }: GeoReport, system: string): ImportedRequest["agency"] {
  if (!name) return null;
  const id = `unit-${createHash("sha256").update(`${system}\n${name}`).digest("hex").slice(0, 16)}`;
  return {
    unit: { id, name, labels: null },
    officer: {
      id: `${id}-duty`,
      name,
      title: "Officer on duty",
      role: "agent",
      unitId: id,
      phone: null,
      email: null,
    },
  };
}

function customFieldsOf(record: GeoReport, state: RequestState): CustomFields {
  const { extended_attributes, status_notes, ...members } = record;
  const { channel: _, ...extended } = extended_attributes ?? {};
  const others = Object.entries(members).filter(([name]) => !placed.has(name));
  return {
    ...flat(Object.fromEntries(others)),
    ...flat({ extended_attributes: extended }),
    // Of a closed request it is the result.
    ...(state !== "closed" && status_notes ? { status_notes } : {}),
  };
}

function toEntry(
  { datetime, type, summary, description, extended_attributes }: GeoReportNote,
  record: GeoReport,
  officer: StaffRecord | null,
  system: string,
): Omit<NewEntry, "id" | "serviceRequestId"> {
  const system_: PartyRef = { id: system, name: system, role: "system" };
  const reporter: PartyRef = { id: "guest", name: requesterOf(record)?.name ?? "Guest", role: "guest" };
  const holder: PartyRef = officer ? { id: officer.id, name: officer.name, role: "agent" } : system_;
  const effect = {
    opened: { type: "created", to: "acknowledged" },
    closed: { type: "stateChange", to: "closed" },
  }[type];
  return {
    type: "note",
    visibility: "public",
    author: type === "opened" || type === "submitted" ? reporter : holder,
    text: [summary, description].filter(Boolean).join("\n") || null,
    from: null,
    to: null,
    field: null,
    customFields: { type, ...flat(extended_attributes ?? {}) },
    createdAt: new Date(datetime),
    ...effect,
  };
}

/** Members by their path, `extended_attributes.ward`; what is neither a plain value nor plain texts, as JSON. */
function flat(members: Record<string, unknown>, path = ""): CustomFields {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => {
      const own = path ? `${path}.${name}` : name;
      if (value === null || value === undefined) return [];
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
        return [[own, value]];
      if (Array.isArray(value))
        return [[own, value.map((item) => (typeof item === "string" ? item : JSON.stringify(item)))]];
      return Object.entries(flat({ ...value }, own));
    }),
  );
}
