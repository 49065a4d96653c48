import { readTokens } from "../generate-tokens.ts";
import { choicesOf, type Element, type Item, type Member, typeOf } from "./manifest.ts";

/** Tags and attributes for Visual Studio Code: the setting `html.customData`. */
export function vscodeHtml(elements: readonly Element[]): string {
  return json({
    version: 1.1,
    tags: elements.map((element) => ({
      name: element.tag,
      description: markdown(summaryOf(element)),
      attributes: attributesOf(element).map((member) => ({
        name: member.attribute,
        description: markdown(member.description),
        ...(typeOf(member) === "boolean" ? { valueSet: "v" } : {}),
        ...(choicesOf(member).length > 0 ? { values: choicesOf(member).map((name) => ({ name })) } : {}),
      })),
    })),
  });
}

/** Custom properties for Visual Studio Code: the setting `css.customData`. */
export function vscodeCss(elements: readonly Element[]): string {
  const properties = customProperties(elements).map(({ name, description }) => ({
    name,
    description: markdown(description),
  }));
  return json({ version: 1.1, properties });
}

/** The same for the editors of JetBrains, which find it by the field `web-types` of package.json. */
export function webTypes(elements: readonly Element[], version: string): string {
  return json({
    $schema: "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
    name: "@portico/elements",
    version,
    "description-markup": "markdown",
    contributions: {
      html: { elements: elements.map(webType) },
      css: { properties: customProperties(elements) },
    },
  });
}

function webType(element: Element): object {
  return {
    name: element.tag,
    description: element.description,
    attributes: attributesOf(element).map((member) => ({
      name: member.attribute,
      description: member.description,
      value: { type: typeOf(member) },
      ...(member.default ? { default: member.default } : {}),
    })),
    slots: element.slots.map(plain),
    js: {
      properties: [...element.properties, ...element.readings].map(typed),
      events: element.events.map(typed),
    },
    css: { parts: element.parts.map(plain) },
  };
}

/** The tokens, and what an element has of its own; each once. */
function customProperties(elements: readonly Element[]): { name: string; description: string }[] {
  const tokens = Object.values(readTokens())
    .flat()
    .map(({ name, sets }): [string, string] => [name, `Sets ${sets}.`]);
  const own = elements.flatMap(({ cssProperties }) =>
    cssProperties.map(({ name, description = "" }): [string, string] => [name, description]),
  );
  return [...new Map([...own, ...tokens])].map(([name, description]) => ({ name, description }));
}

function attributesOf({ properties }: Element): Member[] {
  return properties.filter(({ attribute }) => attribute);
}

/** What a tag is and what it tells; the rest shows where it is typed. */
function summaryOf({ description, events, slots }: Element): string {
  const list = (title: string, items: readonly Item[]) =>
    items.length === 0
      ? []
      : [`**${title}** ${items.map(({ name }) => `\`${name || "(default)"}\``).join(", ")}`];
  return [description, ...list("Events", events), ...list("Slots", slots)].join("\n\n");
}

function plain({ name, description }: Item): object {
  return { name: name || "(default)", description };
}

function typed(item: Item): object {
  return { name: item.name, description: item.description, type: typeOf(item) };
}

function markdown(value = ""): object {
  return { kind: "markdown", value };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
