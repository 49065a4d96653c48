import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { type Fault, unstorable } from "../unstorable.js";

/** A note of a request's history, as some GeoReport servers extend the standard by. */
export interface GeoReportNote {
  datetime: string;
  type: string;
  summary?: string | null;
  description?: string | null;
  extended_attributes?: Record<string, unknown> | null;
}

/** One request of a GeoReport v2 list. Members the standard does not know stay as they are. */
export interface GeoReport {
  service_request_id: string | number;
  status: "open" | "closed";
  service_name: string;
  requested_datetime: string;
  updated_datetime?: string | null;
  expected_datetime?: string | null;
  description?: string | null;
  status_notes?: string | null;
  agency_responsible?: string | null;
  address?: string | null;
  lat?: number | null;
  long?: number | null;
  first_name?: string | null;
  last_name?: string | null;
  phone?: string | null;
  email?: string | null;
  extended_attributes?: Record<string, unknown> | null;
  notes?: GeoReportNote[] | null;
  [other: string]: unknown;
}

const optionalText = { type: ["string", "null"] };
const instant = { type: "string", format: "date-time" };
const optionalInstant = { type: ["string", "null"], format: "date-time" };
const optionalObject = { type: ["object", "null"] };

const schema = {
  type: "object",
  required: ["service_request_id", "status", "service_name", "requested_datetime"],
  properties: {
    service_request_id: { type: ["string", "integer"], minLength: 1, maxLength: 200 },
    status: { enum: ["open", "closed"] },
    service_name: { type: "string", minLength: 1, maxLength: 120 },
    requested_datetime: instant,
    updated_datetime: optionalInstant,
    expected_datetime: optionalInstant,
    description: optionalText,
    status_notes: optionalText,
    agency_responsible: { ...optionalText, maxLength: 200 },
    address: { ...optionalText, maxLength: 300 },
    lat: { type: ["number", "null"], minimum: -90, maximum: 90 },
    long: { type: ["number", "null"], minimum: -180, maximum: 180 },
    first_name: { ...optionalText, maxLength: 40 },
    last_name: { ...optionalText, maxLength: 39 },
    phone: { ...optionalText, maxLength: 25 },
    email: { ...optionalText, maxLength: 254 },
    extended_attributes: optionalObject,
    notes: {
      type: ["array", "null"],
      items: {
        type: "object",
        required: ["datetime", "type"],
        properties: {
          datetime: instant,
          type: { type: "string", minLength: 1 },
          summary: { ...optionalText, maxLength: 1000 },
          description: { ...optionalText, maxLength: 2999 },
          extended_attributes: optionalObject,
        },
      },
    },
  },
};

const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, formats: fullFormats });
const isGeoReport = ajv.compile<GeoReport>(schema);

/** The record, or everything that is wrong with it. */
export function checkGeoReport(value: unknown): { record: GeoReport } | { faults: Fault[] } {
  const faults = unstorable(value);
  if (isGeoReport(value) && faults.length === 0) return { record: value };
  return { faults: [...(isGeoReport.errors ?? []).map(toFault), ...faults] };
}

function toFault({ instancePath, keyword, params, message, data }: ErrorObject): Fault {
  const missing: unknown = params.missingProperty;
  const path = typeof missing === "string" ? `${instancePath}/${missing}` : instancePath;
  const field = path
    .slice(1)
    .replace(/\/(\d+)(?=\/|$)/g, "[$1]")
    .replaceAll("/", ".");
  return {
    field,
    value: missing === undefined ? data : undefined,
    reason: reasons[keyword] ?? message ?? keyword,
  };
}

const reasons: Record<string, string> = {
  required: "is missing",
  format: "is no date and time with an offset, such as 2026-11-21T08:30:00+08:00",
  enum: "is neither open nor closed",
};
