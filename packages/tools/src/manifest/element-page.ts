import { type Element, type Item, type Member, typeOf } from "./manifest.ts";
import { code, page, section, table } from "./markdown.ts";
import type { Operation } from "./operations.ts";
import { handlerName } from "./react.ts";

/** Where an element's page stands, from the repository's root. */
export function pageOf({ folder }: Element): string {
  return `packages/elements/docs/elements/${folder}.md`;
}

/** The page of an element: everything that a portal can see or set. */
export function elementPage(element: Element, operations: ReadonlyMap<string, Operation>): string {
  const { tag, className, folder } = element;
  return page(
    `# \`<${tag}>\``,
    element.description,
    ...element.examples,
    `With a bundler \`import "@portico/elements/define/${folder}"\`; in React \`import { ${className} } from "@portico/react"\`.`,
    section(
      "Properties",
      table(["property", "attribute", "type", "default", ""], element.properties.map(property)),
    ),
    section("Read-only properties", table(["property", "type", ""], element.readings.map(typed))),
    section("Methods", table(["method", "answers", ""], element.methods.map(method))),
    section(
      "Events",
      table(
        ["event", "in React", "type", ""],
        element.events.map((event) => {
          const [name = "", ...rest] = typed(event);
          return [name, code(handlerName(event.name)), ...rest];
        }),
      ),
    ),
    section(
      "Slots",
      described("slot", element.slots, ({ name }) => code(name) || "the default one"),
    ),
    section(
      "CSS parts",
      described("part", element.parts, ({ name }) => code(`::part(${name})`)),
    ),
    section(
      "CSS states",
      described("state", element.states, ({ name }) => code(`:state(${name})`)),
    ),
    section(
      "CSS custom properties",
      table(
        ["property", "default", "here"],
        element.cssProperties.map((item) => [code(item.name), code(item.default ?? ""), text(item)]),
      ),
    ),
    section("Keyboard", table(["keys", "on", ""], element.keyboard.map(keys))),
    section("Operations of the contract", operationTable(element, operations)),
  );
}

/** The operations of an element and who may call each; the column of scopes is there where one is needed. */
function operationTable(element: Element, operations: ReadonlyMap<string, Operation>): string {
  const called = element.operations.flatMap((id) => operations.get(id) ?? []);
  return table(
    ["operation", "", "who may", "scope of staff"],
    called.map(({ id, summary, principals, staffScopes }) => [
      code(id),
      summary,
      principals.join(", "),
      staffScopes.map(code).join(", "),
    ]),
  );
}

function property(member: Member): string[] {
  const { name, attribute, default: initial = "" } = member;
  return [code(name), code(attribute ?? ""), code(typeOf(member)), code(initial), text(member)];
}

function typed(item: Item): string[] {
  return [code(item.name), code(typeOf(item)), text(item)];
}

function method(member: Member): string[] {
  const { name, parameters = [], return: answer } = member;
  const list = parameters.map((parameter) => `${parameter.name}: ${parameter.type?.text}`).join(", ");
  return [code(`${name}(${list})`), code(answer?.type.text ?? "void"), text(member)];
}

function described(what: string, items: readonly Item[], name: (item: Item) => string): string {
  return table(
    [what, ""],
    items.map((item) => [name(item), text(item)]),
  );
}

/** `Tab - Goes on`, or a sentence. */
/** `{Enter|Space} the control - what it does`; without a control the key works everywhere. */
function keys(line: string): string[] {
  const [, names = "", control = "", outcome = ""] = /^\{(.+?)\}\s*(.*?)\s*- (.*)$/s.exec(line) ?? [];
  return [names.split("|").map(code).join(" or "), control, outcome.replace(/\s*\n\s*/g, " ")];
}

function text({ description = "" }: Item): string {
  return description;
}
