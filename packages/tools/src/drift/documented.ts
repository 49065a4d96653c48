import type { Token, Tokens } from "../generate-tokens.ts";
import type { Element, Item } from "../manifest/manifest.ts";
import type { Operation } from "../manifest/operations.ts";
import type { Fault } from "./fault.ts";
import type { Usage } from "./usage.ts";

/** The public states that every element with a value can be in. */
const loadingStates = [
  "initial",
  "loading",
  "ready",
  "stale",
  "unauthorized",
  "forbidden",
  "not-found",
  "offline",
  "error",
];

/** Those that an element has when its resource tells them apart. */
const optionalStates = ["empty", "partial"];

const everyState = new Set([...loadingStates, ...optionalStates]);

/** Where the doc comment of an element and its code differ. */
export function documentedAsUsed(
  element: Element,
  usage: Usage,
  tokens: Tokens,
  operations: ReadonlyMap<string, Operation>,
): Fault[] {
  const where = `<${element.tag}>`;
  const states = loadingStatesOf(element, usage);
  const viewSlots = states.filter((state) => state !== "ready");
  const ownSlots = [...usage.slots].filter((slot) => !everyState.has(slot));
  return [
    ...differences("part", names(element.parts), usage.parts),
    ...differences("slot", names(element.slots), [...ownSlots, ...viewSlots]),
    ...differences("event", names(element.events), usage.events),
    ...differences("state", names(element.states), [...states, ...usage.states]),
    ...differences("operation", element.operations, usage.operations),
    ...element.operations
      .filter((id) => !operations.has(id))
      .map((id) => `the contract knows no operation ${id}`),
    ...customProperties(element, usage, Object.values(tokens).flat()),
    ...withoutWords(element),
    ...usage.unclear,
  ].map((why) => ({ where, why }));
}

/** An element without a value to load is always ready. */
function loadingStatesOf({ readings }: Element, { resource }: Usage): string[] {
  if (!readings.some(({ name }) => name === "state")) return [];
  return resource ? [...loadingStates, ...optionalStates.filter((state) => resource.has(state))] : ["ready"];
}

function differences(what: string, documented: readonly string[], used: Iterable<string>): string[] {
  const inCode = new Set(used);
  const show = (name: string) => `the ${what} ${name ? `\`${name}\`` : "without a name"}`;
  return [
    ...[...inCode]
      .filter((name) => !documented.includes(name))
      .map((name) => `${show(name)} is in the code and not documented`),
    ...documented
      .filter((name) => !inCode.has(name))
      .map((name) => `${show(name)} is documented and not in the code`),
    ...documented
      .filter((name, index) => documented.indexOf(name) !== index)
      .map((name) => `${show(name)} is documented twice`),
  ];
}

/** Tokens are documented together; what an element reads besides is its own to document. */
function customProperties({ cssProperties }: Element, usage: Usage, tokens: readonly Token[]): string[] {
  const own = names(cssProperties);
  const heldAs = new Map(tokens.map(({ name, as }) => [name, as && `--_crm-${as}`]));
  const read = (name: string) => usage.customProperties.has(heldAs.get(name) ?? name);
  return [
    ...[...usage.customProperties]
      .filter((name) => name.startsWith("--crm-") && !heldAs.has(name) && !own.includes(name))
      .map((name) => `a style reads \`${name}\`, which is neither a token nor documented`),
    ...own.filter((name) => !read(name)).map((name) => `\`${name}\` is documented and no style reads it`),
  ];
}

function withoutWords(element: Element): string[] {
  const { properties, readings, methods, events, slots, parts, states, cssProperties } = element;
  const items = [
    ...properties,
    ...readings,
    ...methods,
    ...events,
    ...slots,
    ...parts,
    ...states,
    ...cssProperties,
  ];
  return [
    ...(element.description ? [] : ["the element has no summary"]),
    ...(element.examples.length > 0 ? [] : ["the element has no example"]),
    ...items
      .filter(({ description }) => !description)
      .map(({ name }) => `\`${name}\` is documented without a word`),
    ...events.filter(({ type }) => !type).map(({ name }) => `the event \`${name}\` has no type`),
  ];
}

function names(items: readonly Item[]): string[] {
  return items.map(({ name }) => name);
}

/** Tokens that no style of any element reads. */
export function idleTokens(tokens: Tokens, usages: readonly Usage[]): Fault[] {
  const read = new Set(usages.flatMap(({ customProperties }) => [...customProperties]));
  return Object.values(tokens)
    .flat()
    .filter(({ name, as }) => !read.has(as ? `--_crm-${as}` : name))
    .map(({ name }) => ({ where: "tokens.json", why: `no style reads \`${name}\`` }));
}
