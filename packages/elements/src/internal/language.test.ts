import { html, LitElement } from "lit";
import { Language } from "./language.js";
import { create, mount, until } from "./test/fixture.js";

class Speaker extends LitElement {
  readonly language = new Language(this, () => undefined);
  protected override render(): unknown {
    return html`${this.language.tag} ${this.language.dir}`;
  }
}
customElements.define("test-speaker", Speaker);

function says(speaker: Element | null | undefined): string {
  return speaker?.shadowRoot?.textContent ?? "";
}

describe("language", () => {
  it("follows the nearest lang and dir through shadow roots, live", async () => {
    const page = mount<HTMLElement>(html`<section lang="zh-TW"><div></div></section>`);
    const root = page.querySelector("div")?.attachShadow({ mode: "open" });
    root?.append(document.createElement("test-speaker"));
    const speaker = root?.querySelector("test-speaker");
    await until(() => says(speaker) === "zh-TW ltr");
    page.lang = "ar";
    await until(() => says(speaker) === "ar rtl");
    page.dir = "ltr";
    await until(() => says(speaker) === "ar ltr");
    page.querySelector("div")?.setAttribute("lang", "en");
    await until(() => says(speaker) === "en ltr");
  });

  for (const [attributes, heard] of [
    [{ lang: "zh_TW" }, "zh-TW ltr"],
    [{ lang: "AR-eg" }, "AR-eg rtl"],
    [{ lang: "en", dir: "RTL" }, "en rtl"],
    [{ lang: "ar", dir: "auto" }, "ar rtl"],
    [{ lang: "" }, "en ltr"],
  ] as const)
    it(`understands ${JSON.stringify(attributes)}`, async () => {
      const speaker = create("test-speaker", attributes);
      mount(speaker);
      await until(() => says(speaker) === heard, `${heard}, it is ${says(speaker)}`);
    });

  it("reads anew where it is moved to", async () => {
    const page = mount(
      html`<div><p lang="en"><test-speaker></test-speaker></p><p lang="zh" dir="rtl"></p></div>`,
    );
    const speaker = page.querySelector("test-speaker");
    await until(() => says(speaker) === "en ltr");
    if (speaker) page.lastElementChild?.append(speaker);
    await until(() => says(speaker) === "zh rtl");
  });
});
