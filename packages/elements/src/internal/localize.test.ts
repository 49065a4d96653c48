import { expect } from "chai";
import { html, LitElement } from "lit";
import { Catalogue, formatLocale, labelOf, matchLocale } from "./localize.js";
import { plural } from "./plural.js";
import { mount } from "./test/fixture.js";

class Reader extends LitElement {}
customElements.define("test-reader", Reader);

describe("locales", () => {
  for (const [tag, locale] of [
    ["en", "en"],
    ["en-GB", "en"],
    ["fr", "en"],
    ["", "en"],
    ["constructor", "en"],
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["zh-Hans-HK", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["zh-MO", "zh-Hant"],
    ["zh-Hant", "zh-Hant"],
    ["ZH-hant-tw", "zh-Hant"],
    ["ar", "ar"],
    ["ar-EG", "ar"],
    ["AR-ae", "ar"],
    ["ar-SA-u-nu-latn", "ar"],
    ["arz", "en"],
  ] as const) {
    it(`reads ${tag || "an empty tag"} as ${locale}`, () => {
      expect(matchLocale(tag)).to.equal(locale);
    });
  }

  it("formats in the page's own region as long as we speak its language", () => {
    expect(formatLocale("en-GB")).to.equal("en-GB");
    expect(formatLocale("zh-TW")).to.equal("zh-TW");
    expect(formatLocale("ar-EG")).to.equal("ar-EG");
    expect(formatLocale("fr-FR")).to.equal("en");
  });

  it("takes a label in the reader's language, else in English, else in any", () => {
    expect(labelOf({ en: "Fault", "zh-Hans": "故障" }, "zh-CN")).to.equal("故障");
    expect(labelOf({ en: "Fault", ar: "عطل" }, "ar-KW")).to.equal("عطل");
    expect(labelOf({ en: "Fault" }, "zh-TW")).to.equal("Fault");
    expect(labelOf({ de: "Störung" }, "en")).to.equal("Störung");
    expect(labelOf(undefined, "en")).to.equal(undefined);
  });

  it("chooses the plural by the language", () => {
    expect(plural("en", 1, { one: "one", other: "many" })).to.equal("one");
    expect(plural("en", 0, { one: "one", other: "many" })).to.equal("many");
    expect(plural("zh-Hans", 1, { one: "one", other: "many" })).to.equal("many");
    const forms = { zero: "zero", one: "one", two: "two", few: "few", many: "many", other: "other" };
    expect([0, 1, 2, 3, 11, 100, 103].map((count) => plural("ar", count, forms))).to.deep.equal([
      "zero",
      "one",
      "two",
      "few",
      "many",
      "other",
      "few",
    ]);
  });

  it("shows English at once and draws again when the translation has come", async () => {
    const host = mount<Reader>(html`<test-reader></test-reader>`);
    await host.updateComplete;
    const catalogue = new Catalogue(
      { hello: "Hello" },
      {
        "zh-Hans": async () => ({ default: { hello: "你好" } }),
        "zh-Hant": () => Promise.reject(new Error("lost")),
        ar: async () => ({ default: { hello: "مرحبًا" } }),
      },
    );
    expect(catalogue.read("zh-CN", host).hello).to.equal("Hello");
    expect(host.isUpdatePending).to.equal(false);
    await catalogue.load("zh-Hans");
    expect(host.isUpdatePending).to.equal(true);
    expect(catalogue.read("zh-CN", host).hello).to.equal("你好");
    expect(catalogue.read("zh-TW", host).hello).to.equal("Hello");
    expect(catalogue.read("fr", host).hello).to.equal("Hello");
  });
});
