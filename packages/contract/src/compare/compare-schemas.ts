import { canonicalJson } from "./canonical-json.js";
import type { ChangeLog } from "./change.js";
import { type Effect, effectOf, keywordsAbout, saysNothing } from "./keywords.js";
import { pairByKey, pairByLikeness } from "./pairs.js";
import type { Place } from "./place.js";
import { type SchemaForm, schemaForms } from "./schema-forms.js";

/** Who writes the values: in a request the client, in a response the backend. */
export type Direction = "request" | "response";

/** Compares what may be sent in one direction: the writer may be allowed more, the reader must not be given more. */
export class SchemaComparison {
  readonly #log: ChangeLog;
  readonly #direction: Direction;
  readonly #compared = new Set<string>();

  constructor(log: ChangeLog, direction: Direction) {
    this.#log = log;
    this.#direction = direction;
  }

  compare(released: Place, current: Place): void {
    // A schema may contain itself, and many operations share one.
    const key = `${released.pointer} ${current.pointer}`;
    if (this.#compared.has(key)) return;
    this.#compared.add(key);
    this.#compareForms(schemaForms(released), schemaForms(current));
  }

  #compareForms(released: SchemaForm[], current: SchemaForm[]): void {
    const { removed, added, kept } = pairByLikeness(released, current, [sameContent, sameKind]);
    // Beside a form that takes any type, another one neither takes nor gives.
    if (!current.some(isOpen)) {
      for (const form of removed)
        this.#told("narrowed", form.pointer, `a value can no longer be ${form.name}`);
    }
    if (!released.some(isOpen)) {
      for (const form of added) this.#told("widened", form.pointer, `a value can now be ${form.name}`);
    }
    for (const [before, after] of kept) this.#compareForm(before, after);
  }

  #compareForm(released: SchemaForm, current: SchemaForm): void {
    if (released.type !== current.type) {
      const effect = current.type === "integer" ? "narrowed" : "widened";
      this.#told(effect, current.pointer, `a value was ${released.name} and is now ${current.name}`);
    }
    this.#compareClosedValues(released, current);
    this.#compareKnownValues(released, current);
    this.#compareKeywords(released, current);
    this.#compareDefaults(released, current);
    this.#compareProperties(released, current);
    this.#compareOtherProperties(released, current);
    this.#compareSchemasAt("items", released, current);
  }

  #compareClosedValues(released: SchemaForm, current: SchemaForm): void {
    const before = released.values();
    const after = current.values();
    if (before !== undefined && after !== undefined) {
      for (const value of without(before, after)) {
        this.#told("narrowed", current.pointer, `${quoted(value)} is no longer a value`);
      }
      for (const value of without(after, before)) {
        this.#told("widened", current.pointer, `${quoted(value)} is a new value`);
      }
    } else if (after !== undefined) {
      this.#told("narrowed", current.pointer, "the set of values is now closed");
    } else if (before !== undefined) {
      this.#told("widened", current.pointer, "the set of values is now open");
    }
  }

  /** An open set may grow freely: a reader keeps what it does not know. */
  #compareKnownValues(released: SchemaForm, current: SchemaForm): void {
    const before = knownValues(released);
    const after = knownValues(current);
    for (const value of without(before, [...after, ...(current.values() ?? [])])) {
      this.#told("narrowed", current.pointer, `${quoted(value)} is no longer a known value`);
    }
    for (const value of without(after, [...before, ...(released.values() ?? [])])) {
      this.#add("compatible", current.pointer, `${quoted(value)} is a new known value`);
    }
  }

  #compareKeywords(released: SchemaForm, current: SchemaForm): void {
    for (const keyword of keywordsAbout(current.type)) {
      const [before, after] = [released, current].map((form) => {
        const stated = form.keyword(keyword);
        return saysNothing(keyword, stated?.value) ? undefined : stated;
      });
      if (same(before?.value, after?.value)) continue;
      this.#told(
        effectOf(keyword, before?.value, after?.value),
        (after ?? before ?? current).pointer,
        `\`${keyword}\` was ${quoted(before?.value)} and is now ${quoted(after?.value)}`,
      );
    }
  }

  /** A client that leaves a member out relies on its default. In a response a default promises nothing. */
  #compareDefaults(released: SchemaForm, current: SchemaForm): void {
    const before = released.keyword("default");
    const after = current.keyword("default");
    if (same(before?.value, after?.value)) return;
    this.#add(
      this.#direction === "request" && before !== undefined ? "breaking" : "compatible",
      (after ?? before ?? current).pointer,
      `the default was ${quoted(before?.value)} and is now ${quoted(after?.value)}`,
    );
  }

  #compareProperties(released: SchemaForm, current: SchemaForm): void {
    const wasRequired = released.required();
    const isRequired = current.required();
    const { removed, added, kept } = pairByKey(released.properties(), current.properties());
    for (const [name, property] of removed) {
      this.#add("breaking", property.pointer, `the member ${quoted(name)} was removed`);
    }
    for (const [name, property] of added) {
      const mustBeSent = isRequired.has(name) && this.#direction === "request";
      const told = `the ${isRequired.has(name) ? "required " : ""}member ${quoted(name)} was added`;
      this.#add(mustBeSent ? "breaking" : "compatible", property.pointer, told);
    }
    for (const [name, before, after] of kept) {
      if (!wasRequired.has(name) && isRequired.has(name)) {
        this.#told("narrowed", after.pointer, `the member ${quoted(name)} is now required`);
      }
      if (wasRequired.has(name) && !isRequired.has(name)) {
        this.#told("widened", after.pointer, `the member ${quoted(name)} is no longer required`);
      }
      this.compare(before, after);
    }
  }

  /** Members that no property names. A reader keeps them, so a response that opens breaks nobody. */
  #compareOtherProperties(released: SchemaForm, current: SchemaForm): void {
    const { pointer, value } = current.schemaAt("additionalProperties");
    const wasClosed = released.keyword("additionalProperties")?.value === false;
    const isClosed = value === false;
    if (!wasClosed && !isClosed) this.#compareSchemasAt("additionalProperties", released, current);
    else if (!wasClosed) this.#told("narrowed", pointer, "other members are no longer allowed");
    else if (!isClosed) this.#add("compatible", pointer, "other members are now allowed");
  }

  #compareSchemasAt(keyword: string, released: SchemaForm, current: SchemaForm): void {
    if (released.keyword(keyword) === undefined && current.keyword(keyword) === undefined) return;
    this.compare(released.schemaAt(keyword), current.schemaAt(keyword));
  }

  /** An effect that is harmless where the client writes harms where it reads, and the other way round. */
  #told(effect: Effect, pointer: string, text: string): void {
    const harmless = this.#direction === "request" ? "widened" : "narrowed";
    this.#add(effect === harmless ? "compatible" : "breaking", pointer, text);
  }

  #add(impact: "breaking" | "compatible", pointer: string, text: string): void {
    this.#log.add(impact, pointer, `In ${this.#direction}s, ${text}.`);
  }
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);
const sameContent = (a: SchemaForm, b: SchemaForm): boolean => same(a.content, b.content);
const sameKind = (a: SchemaForm, b: SchemaForm): boolean => kind(a) === kind(b);
const isOpen = (form: SchemaForm): boolean => form.type === undefined;
const kind = ({ type }: SchemaForm): string | undefined => (type === "integer" ? "number" : type);

const knownValues = (form: SchemaForm): unknown[] => {
  const values = form.keyword("x-extensible-enum")?.value;
  return Array.isArray(values) ? values : [];
};

function without(values: unknown[], others: unknown[]): unknown[] {
  return values.filter((value) => !others.some((other) => same(value, other)));
}

const quoted = (value: unknown): string =>
  value === undefined ? "nothing" : `\`${typeof value === "string" ? value : canonicalJson(value)}\``;
