import * as z from "zod";
import { methods, type OpenApiDocument } from "../src/openapi.ts";

/** How well another system takes up what is ours; `crosswalk.yaml` says what each word means. */
const fits = ["exact", "partial", "composed", "none"] as const;

/** How one system does one thing. */
interface Cell {
  readonly fit: (typeof fits)[number];
  /** What is lost, how it is put together, or why it cannot be. */
  readonly note?: string | undefined;
}
interface CallCell extends Cell {
  /** Such as `GET /REST/2.0/ticket/{id}`. */
  readonly calls?: readonly string[] | undefined;
}
interface ValueCell extends Cell {
  /** The other system's own word. */
  readonly value?: string | undefined;
}

export interface System {
  readonly name: string;
  readonly version: string;
  /** Title of what it was held against. */
  readonly documentation: string;
  readonly confidence: "checked" | "known";
}

export type AnyCell = CallCell & ValueCell;

/** A cell for each system, by the system's key. */
export type Row<Of> = Readonly<Record<string, Of>>;

/** What `crosswalk.yaml` holds. */
export interface Crosswalk {
  readonly systems: Readonly<Record<string, System>>;
  readonly conventions: Readonly<Record<string, Row<ValueCell>>>;
  /** By operation id. */
  readonly operations: Readonly<Record<string, Row<CallCell>>>;
  /** By state of a request. */
  readonly states: Readonly<Record<string, Row<ValueCell>>>;
  /** By schema and member, such as `ServiceRequest.owner`. */
  readonly fields: Readonly<Record<string, Row<ValueCell>>>;
}

const sentence = z.string().regex(/\S.*\.$/s, { error: "is not a sentence that ends in a full stop" });
const cell = { fit: z.enum(fits), note: z.optional(sentence) };
const table = <Of extends z.ZodType>(of: Of) => z.record(z.string(), z.record(z.string(), of));
const values = table(z.strictObject({ ...cell, value: z.optional(z.string().min(1)) }));

const shape: z.ZodType<Crosswalk> = z.strictObject({
  systems: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      version: z.string(),
      documentation: z.string(),
      confidence: z.enum(["checked", "known"]),
    }),
  ),
  conventions: values,
  operations: table(z.strictObject({ ...cell, calls: z.optional(z.array(z.string().min(1)).min(1)) })),
  states: values,
  fields: values,
});

interface Reading {
  /** Undefined when its shape is not that of a crosswalk. */
  crosswalk: Crosswalk | undefined;
  /** Each as `crosswalk.yaml operations.getMe.rt: what is wrong`. */
  mistakes: string[];
}

/** Holds the content of `crosswalk.yaml` against its shape and against the bundled document. */
export function readCrosswalk(content: unknown, document: OpenApiDocument): Reading {
  const { data, error } = shape.safeParse(content);
  const faults =
    data === undefined
      ? error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
      : [...rowFaults(data, document), ...cellFaults(data)];
  return { crosswalk: data, mistakes: faults.map((fault) => `crosswalk.yaml ${fault}`) };
}

/** Every operation and state has a row, and no row is about something the document does not know. */
function rowFaults({ operations, states, fields }: Crosswalk, document: OpenApiDocument): string[] {
  const { schemas } = document.components;
  const ours = Object.values(document.paths).flatMap((item) =>
    methods.flatMap((method) => item[method]?.operationId ?? []),
  );
  const ourStates = (schemas.RequestState?.enum ?? []).map(String);
  const isMember = (name: string): boolean => {
    const [schema = "", member = ""] = name.split(".");
    return schemas[schema]?.properties?.[member] !== undefined;
  };
  return [
    ...missing("operations", operations, ours, "has no row"),
    ...missing("states", states, ourStates, "has no row"),
    ...others("operations", operations, (id) => ours.includes(id), "is no operation of the document"),
    ...others("states", states, (state) => ourStates.includes(state), "is no state of a request"),
    ...others("fields", fields, isMember, "is no member of a schema"),
  ];
}

/** Every row has a cell for each system and for no other, and every cell says what its fit calls for. */
function cellFaults({ systems, ...sections }: Crosswalk): string[] {
  const keys = Object.keys(systems);
  return Object.entries(sections).flatMap(([section, rows]) =>
    Object.entries<Row<AnyCell>>(rows).flatMap(([name, row]) => {
      const place = `${section}.${name}`;
      return [
        ...missing(place, row, keys, "has no cell"),
        ...others(place, row, (key) => keys.includes(key), "is no system"),
        ...Object.entries(row).flatMap(([key, cell]) =>
          faultsOf(cell).map((what) => `${place}.${key}: ${what}`),
        ),
      ];
    }),
  );
}

function faultsOf({ fit, note, calls, value }: AnyCell): string[] {
  const done = calls !== undefined || value !== undefined;
  const faults: Record<string, boolean> = {
    "says how, but fits in no way": done && fit === "none",
    "does not say how": !done && fit !== "none",
    "has no note, which tells what is lost or how it is composed": note === undefined && fit !== "exact",
    "is exact, so it takes no note": note !== undefined && fit === "exact",
    "takes several calls, so it is composed": (calls?.length ?? 1) > 1 && fit !== "composed",
  };
  return Object.keys(faults).filter((what) => faults[what]);
}

const missing = (place: string, rows: object, wanted: string[], what: string): string[] =>
  wanted.filter((name) => !Object.hasOwn(rows, name)).map((name) => `${place}.${name}: ${what}`);

const others = (place: string, rows: object, isOurs: (name: string) => boolean, what: string): string[] =>
  Object.keys(rows)
    .filter((name) => !isOurs(name))
    .map((name) => `${place}.${name}: ${what}`);
