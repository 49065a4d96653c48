import { type ElementPart, noChange, type TemplateResult } from "lit";
import { Directive, directive } from "lit/directive.js";
import { html, unsafeStatic } from "lit/static-html.js";
import { action } from "storybook/actions";
import { declarationOf } from "./manifest.js";

type Properties = Readonly<Record<string, unknown>>;

/** Sets the story's args as properties and shows the element's events in the actions panel. */
class Bind extends Directive {
  #listening = false;

  override render(_tag: string, _properties: Properties): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [tag, properties]: [string, Properties]): unknown {
    Object.assign(element, properties);
    if (!this.#listening) {
      this.#listening = true;
      for (const { name } of declarationOf(tag).events ?? []) {
        const log = action(name);
        element.addEventListener(name, (event) => log((event as CustomEvent).detail ?? {}));
      }
    }
    return noChange;
  }
}

const bind = directive(Bind);

/** An element with the story's args as its properties. */
export function element(tag: string, properties: Properties): TemplateResult {
  return html`<${unsafeStatic(tag)} ${bind(tag, properties)}></${unsafeStatic(tag)}>`;
}
