/**
 * For a page whose elements a server has drawn (`@portico/elements/ssr`): import it before any element is defined. What
 * the server drew stays until the element can draw itself in its language, from the data that came with the page; then
 * it is replaced at once. Lit's own hydration would keep the server's words, and with them its time zone.
 */
import { adoptStyles, LitElement } from "lit";
import { CrmElement } from "../internal/crm-element.js";
import { givenAttribute } from "../internal/given-data.js";
import { languagesLoaded } from "../internal/languages-loaded.js";

/** Goes between Lit and the base class of all elements. */
abstract class ServerDrawn extends LitElement {
  /** A root that is there already must not be found by Lit's support for hydration, which a page may have for its own. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRoot } = this;
    if (!shadowRoot) return super.createRenderRoot();
    adoptStyles(shadowRoot, (this.constructor as typeof LitElement).elementStyles);
    return shadowRoot;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated && this.shadowRoot?.hasChildNodes()) {
      takeData(this);
      await languagesLoaded(() => this.render());
      this.shadowRoot.replaceChildren();
    }
    await super.scheduleUpdate();
  }
}

/** Not before the element is defined: it would have what was set then only after its language has been asked for. */
function takeData(element: HTMLElement): void {
  const block = element.querySelector(`:scope > script[type="application/json"][${givenAttribute}]`);
  if (block) Object.assign(element, JSON.parse(block.textContent ?? "{}"));
  block?.remove();
}

Object.setPrototypeOf(CrmElement.prototype, ServerDrawn.prototype);
