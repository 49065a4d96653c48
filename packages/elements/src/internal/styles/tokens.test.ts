import { expect } from "chai";
import { html, LitElement } from "lit";
import { mount } from "../test/fixture.js";
import { tokens } from "./tokens.styles.js";

class Swatches extends LitElement {
  static override styles = tokens;
  protected override render(): unknown {
    return html`<div class="base"><span></span></div>`;
  }
}
customElements.define("test-swatches", Swatches);

/** Text on ground, as the elements use them. */
const pairs = [
  ["text", "surface"],
  ["text", "sunken"],
  ["muted", "surface"],
  ["muted", "sunken"],
  ["accent", "surface"],
  ["accent", "accent-soft"],
  ["on-accent", "accent"],
  ["danger", "surface"],
  ["success", "surface"],
  ...["neutral", "info", "success", "warning", "danger"].map((tone) => [tone, `${tone}-soft`] as const),
] as const;

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe("tokens", () => {
  for (const theme of ["light", "dark"]) {
    for (const [text, ground] of pairs) {
      it(`give ${text} on ${ground} a contrast of 4.5 in ${theme}`, async () => {
        const swatches = mount<Swatches>(html`<test-swatches></test-swatches>`);
        await swatches.updateComplete;
        const base = swatches.shadowRoot?.querySelector<HTMLElement>(".base");
        const swatch = base?.querySelector("span");
        if (!base || !swatch) throw new Error("There is no swatch");
        base.dataset.theme = theme;
        swatch.style.color = `var(--_crm-${text})`;
        swatch.style.backgroundColor = `var(--_crm-${ground})`;
        const { color, backgroundColor } = getComputedStyle(swatch);
        expect(contrast(color, backgroundColor)).to.be.at.least(4.5);
      });
    }
  }
});
