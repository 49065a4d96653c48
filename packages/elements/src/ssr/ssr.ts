import { LitElementRenderer } from "@lit-labs/ssr";
import { collectResult } from "@lit-labs/ssr/lib/render-result.js";
import { givenAttribute } from "../internal/given-data.js";
import { languagesLoaded } from "../internal/languages-loaded.js";

export interface DrawOptions {
  /** Attributes of the element, such as `customer-id`, `lang`, `dir` and `slot`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Properties to draw from, such as `{ summary }`; they are sent along, so that the browser asks for nothing again. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** Of the page's content security policy: a style sheet within the page needs it unless inline styles are allowed. */
  readonly nonce?: string;
}

/**
 * Draws one element on a server: markup that shows before any script has come, in the language of its `lang`. With an
 * id alone it is a skeleton, with given properties the whole. Escapes all it is given. In the browser,
 * `@portico/elements/hydrate` takes it over.
 *
 * @param name Of the element, without its prefix: `customer-card`.
 * @throws {TypeError} for a name that is no element, or an attribute that is no name.
 */
export async function draw(
  name: string,
  { attributes = {}, given = {}, nonce }: DrawOptions = {},
): Promise<string> {
  const tag = `crm-${name}`;
  await define(name);
  const renderer = new LitElementRenderer(tag);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (!/^[a-z][\w-]*$/i.test(attribute)) throw new TypeError(`"${attribute}" is no name of an attribute.`);
    renderer.setAttribute(attribute, value);
  }
  for (const [property, value] of Object.entries(given)) renderer.setProperty(property, value);
  renderer.connectedCallback();

  const element = renderer.element as unknown as { render(): unknown };
  await languagesLoaded(() => element.render());
  const shadow = await collectResult(
    renderer.renderShadow({
      elementRenderers: [LitElementRenderer],
      customElementInstanceStack: [renderer],
      customElementHostStack: [renderer],
      eventTargetStack: [],
      slotStack: [],
      deferHydration: false,
    }) ?? [],
  );
  const styled = nonce ? shadow.replace("<style>", `<style nonce="${escapeAttribute(nonce)}">`) : shadow;
  // Lit's marks in the markup serve a hydration by parts, which the elements do without.
  const plain = styled.replace(/<!--\/?lit-[^>]*-->|<\?>/g, "");
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  return [
    `<${tag}${written.join("")}>`,
    `<template shadowrootmode="open">${plain}</template>`,
    Object.keys(given).length > 0 ? dataBlock(given) : "",
    `</${tag}>`,
  ].join("");
}

async function define(name: string): Promise<void> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new TypeError(`"${name}" is no name of an element.`);
  try {
    await import(`../define/${name}.js`);
  } catch (cause) {
    throw new TypeError(`There is no element "${name}". Leave out the prefix: "customer-card".`, { cause });
  }
}

/** A `<` could end the block or begin a comment within it. */
function dataBlock(given: object): string {
  const json = JSON.stringify(given).replaceAll("<", "\\u003c");
  return `<script type="application/json" ${givenAttribute}>${json}</script>`;
}

function escapeAttribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
