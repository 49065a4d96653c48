import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../repo.ts";

/** The custom-elements manifest of `@portico/elements`. */
export const manifestFile = join(root, "packages/elements/custom-elements.json");

export interface Item {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  /** The type with the names of unions of strings written out. */
  readonly parsedType?: { readonly text: string };
  readonly default?: string;
}

export interface Member extends Item {
  readonly kind: "field" | "method";
  readonly attribute?: string;
  readonly readonly?: boolean;
  readonly parameters?: readonly Item[];
  readonly return?: { readonly type: { readonly text: string } };
}

/** What a page may know of one element. */
export interface Element {
  readonly tag: string;
  readonly className: string;
  /** Its folder below `src` and its entry of the package, as in `@portico/elements/rating`. */
  readonly folder: string;
  readonly description: string;
  readonly examples: readonly string[];
  /** Fields that a page may set. */
  readonly properties: readonly Member[];
  /** Fields that a page may only read. */
  readonly readings: readonly Member[];
  readonly methods: readonly Member[];
  readonly events: readonly Item[];
  readonly slots: readonly Item[];
  readonly parts: readonly Item[];
  readonly states: readonly Item[];
  readonly cssProperties: readonly Item[];
  readonly keyboard: readonly string[];
  /** Ids of the contract's operations it calls. */
  readonly operations: readonly string[];
}

interface Declaration {
  readonly name: string;
  readonly tagName: string;
  readonly description?: string;
  readonly examples?: readonly string[];
  readonly members?: readonly Member[];
  readonly events?: readonly Item[];
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssStates?: readonly Item[];
  readonly cssProperties?: readonly Item[];
  readonly keyboard?: readonly string[];
  readonly operations?: readonly string[];
}

interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
}

/** Every element of the manifest, by tag. */
export function readElements(): Element[] {
  const { modules } = JSON.parse(readFileSync(manifestFile, "utf8")) as Manifest;
  return modules
    .flatMap(({ path, declarations }) => declarations.map((declaration) => element(path, declaration)))
    .sort((one, other) => (one.tag < other.tag ? -1 : 1));
}

function element(path: string, declaration: Declaration): Element {
  const members = declaration.members ?? [];
  const fields = members.filter(({ kind }) => kind === "field");
  return {
    tag: declaration.tagName,
    className: declaration.name,
    folder: path.split("/")[1] ?? "",
    description: declaration.description ?? "",
    examples: declaration.examples ?? [],
    properties: fields.filter(({ readonly }) => !readonly),
    readings: fields.filter(({ readonly }) => readonly),
    methods: members.filter(({ kind }) => kind === "method"),
    events: declaration.events ?? [],
    slots: declaration.slots ?? [],
    parts: declaration.cssParts ?? [],
    states: declaration.cssStates ?? [],
    cssProperties: declaration.cssProperties ?? [],
    keyboard: declaration.keyboard ?? [],
    operations: declaration.operations ?? [],
  };
}

/** The type of a member or an event, in full. */
export function typeOf({ type, parsedType }: Item): string {
  return (parsedType ?? type)?.text ?? "";
}

/** The strings a property may be, where it is one of a few. */
export function choicesOf(item: Item): string[] {
  const kinds = typeOf(item)
    .replace(/ \| null/, "")
    .split(" | ");
  return kinds.every((kind) => /^"[^"]*"$/.test(kind)) ? kinds.map((kind) => kind.slice(1, -1)) : [];
}

/** A description on one line. */
export function oneLine(text = ""): string {
  return text.replace(/\s*\n\s*/g, " ");
}
