import { declarationOf, type Item, type Member } from "./manifest.js";

interface Section {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

const callbacksOfForms = /^form\w+Callback$/;

/** What an element offers beside its properties, as sections of Markdown; what it does not have is left out. */
export function apiSections(tag: string): Section[] {
  const {
    members = [],
    events,
    slots,
    cssParts,
    cssStates,
    cssProperties,
    operations,
    keyboard,
  } = declarationOf(tag);
  const methods = members.filter(({ kind, name }) => kind === "method" && !callbacksOfForms.test(name));
  const readOnly = members.filter(({ kind, readonly }) => kind === "field" && readonly);
  return [
    table("Read-only properties", readOnly, withType),
    table("Methods", methods, signature),
    table("Events", events, withType),
    table("Slots", slots, ({ name }) => code(name || "(default)")),
    table("CSS parts", cssParts, ({ name }) => code(`::part(${name})`)),
    table("CSS states", cssStates, ({ name }) => code(`:state(${name})`)),
    table("CSS custom properties", cssProperties, withDefault),
    { title: "Keyboard", text: (keyboard ?? []).map(keys).join("\n") },
    { title: "Operations of the contract", text: (operations ?? []).map(code).join(" · ") },
  ].filter(({ text }) => text);
}

function table<Row extends Item>(title: string, items: readonly Row[] = [], first: (item: Row) => string) {
  if (items.length === 0) return { title, text: "" };
  const rows = items.map((item) => `| ${first(item)} | ${cell(item.description ?? "")} |`);
  return { title, text: ["| | |", "| --- | --- |", ...rows].join("\n") };
}

/** `Tab - Goes on`, or a sentence. */
const keys = (text: string): string => `- ${cell(text).replace(/^(\S+) - /, "**$1**: ")}`;

const code = (text: string): string => `\`${text}\``;

/** A bar would end the cell. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const withType = ({ name, type }: Item): string =>
  type ? `${code(name)}<br />${cell(code(type.text))}` : code(name);

const withDefault = ({ name, default: initial }: Item): string =>
  initial ? `${code(name)}<br />${code(initial)}` : code(name);

function signature({ name, parameters = [], return: answer }: Member): string {
  const list = parameters.map((parameter) => `${parameter.name}: ${parameter.type?.text}`).join(", ");
  return `${code(`${name}(${list})`)}<br />${cell(code(answer?.type.text ?? "void"))}`;
}
