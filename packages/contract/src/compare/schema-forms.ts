import type { Place } from "./place.js";

/** Schemas that all hold, the outermost first. */
type Layers = readonly [Place, ...Place[]];

/**
 * One form that the values of a schema take: of one type, or of any. A schema with `anyOf`, `oneOf` or several types
 * has several. However it is written, behind references, in parts or in one piece, its forms are the same.
 */
export class SchemaForm {
  /** `undefined`: any type. */
  readonly type: string | undefined;
  readonly #layers: Layers;

  constructor(type: string | undefined, layers: Layers) {
    this.type = type;
    this.#layers = layers;
  }

  get pointer(): string {
    return (this.#layers.at(-1) ?? this.#layers[0]).pointer;
  }

  /** What kind of value it is, for people. */
  get name(): string {
    if (this.type === undefined) return "anything";
    if (this.type === "null") return "null";
    return `${/^[aeiou]/.test(this.type) ? "an" : "a"} ${this.type}`;
  }

  /** What the schemas say, to tell forms apart. */
  get content(): unknown {
    return [this.type, this.#layers.map(({ value }) => value)];
  }

  /** What the outermost of the schemas that use this keyword say with it. */
  keyword(name: string): Place | undefined {
    return this.#layers.flatMap((layer) => layer.at(name) ?? [])[0];
  }

  /** The schema under this keyword; where there is none, anything goes. */
  schemaAt(name: string): Place {
    return this.keyword(name) ?? this.#layers[0].schemaAt(name);
  }

  properties(): Map<string, Place> {
    return new Map(this.#layers.toReversed().flatMap((layer) => layer.membersOf("properties")));
  }

  required(): Set<unknown> {
    return new Set(this.#layers.flatMap((layer) => layer.listAt("required")));
  }

  /** The values of a closed set, or `undefined` when the set is open. */
  values(): unknown[] | undefined {
    return closedValues(this.#layers)?.filter((value) => isOfType(value, this.type));
  }
}

export function schemaForms(schema: Place): SchemaForm[] {
  return layersOf(schema, []).flatMap((layers) =>
    typesOf(layers)
      .map((type) => new SchemaForm(type, layers))
      .filter((form) => form.values()?.length !== 0),
  );
}

/** Each alternative by the schemas that hold for it. */
function layersOf(schema: Place, within: string[]): Layers[] {
  // A schema that is made of itself says nothing more.
  if (schema.value === false || within.includes(schema.pointer)) return [];
  const inside = [...within, schema.pointer];
  const target = schema.resolved();
  const parts = [...(target === schema ? [] : [target]), ...items(schema, "allOf")];
  let alternatives: Layers[] = [[schema]];
  for (const part of parts) alternatives = product(alternatives, layersOf(part, inside));
  for (const keyword of ["anyOf", "oneOf"]) {
    const options = items(schema, keyword);
    if (options.length === 0) continue;
    alternatives = product(
      alternatives,
      options.flatMap((option) => layersOf(option, inside)),
    );
  }
  return alternatives;
}

const items = (schema: Place, keyword: string): Place[] => schema.membersOf(keyword).map(([, item]) => item);

const product = (some: Layers[], others: Layers[]): Layers[] =>
  some.flatMap((layers) => others.map((more): Layers => [...layers, ...more]));

/** The types that all layers allow, stated or implied by other keywords. */
function typesOf(layers: Layers): (string | undefined)[] {
  const stated = layers.flatMap((layer) => {
    const type = layer.at("type")?.value;
    return type === undefined ? [] : [(Array.isArray(type) ? type : [type]).map(String)];
  });
  const [first, ...others] = stated;
  if (first !== undefined) return first.filter((type) => others.every((types) => types.includes(type)));
  const values = closedValues(layers);
  if (values !== undefined) return [...new Set(values.map(typeOf))];
  if (layers.some((layer) => layer.at("properties") ?? layer.at("additionalProperties"))) return ["object"];
  if (layers.some((layer) => layer.at("items"))) return ["array"];
  return [undefined];
}

function closedValues(layers: Layers): unknown[] | undefined {
  for (const layer of layers) {
    const constant = layer.at("const");
    if (constant !== undefined) return [constant.value];
    if (layer.at("enum") !== undefined) return layer.listAt("enum");
  }
  return undefined;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

const isOfType = (value: unknown, type: string | undefined): boolean =>
  type === typeOf(value) || (type === "integer" && Number.isInteger(value));
