import { expect } from "chai";
import { Catalogue, formatLocale, labelOf, matchLocale, plural } from "./localize.js";

describe("locales", () => {
  for (const [tag, locale] of [
    ["en", "en"],
    ["en-GB", "en"],
    ["fr", "en"],
    ["", "en"],
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["zh-Hans-HK", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["zh-MO", "zh-Hant"],
    ["zh-Hant", "zh-Hant"],
    ["ZH-hant-tw", "zh-Hant"],
  ] as const) {
    it(`reads ${tag || "an empty tag"} as ${locale}`, () => {
      expect(matchLocale(tag)).to.equal(locale);
    });
  }

  it("formats in the page's own region as long as we speak its language", () => {
    expect(formatLocale("en-GB")).to.equal("en-GB");
    expect(formatLocale("zh-TW")).to.equal("zh-TW");
    expect(formatLocale("fr-FR")).to.equal("en");
  });

  it("takes a label in the reader's language, else in English, else in any", () => {
    expect(labelOf({ en: "Fault", "zh-Hans": "故障" }, "zh-CN")).to.equal("故障");
    expect(labelOf({ en: "Fault" }, "zh-TW")).to.equal("Fault");
    expect(labelOf({ de: "Störung" }, "en")).to.equal("Störung");
    expect(labelOf(undefined, "en")).to.equal(undefined);
  });

  it("chooses the plural by the language", () => {
    expect(plural("en", 1, { one: "one", other: "many" })).to.equal("one");
    expect(plural("en", 0, { one: "one", other: "many" })).to.equal("many");
    expect(plural("zh-Hans", 1, { one: "one", other: "many" })).to.equal("many");
  });

  it("shows English at once and the translation when it has come", async () => {
    const chinese = { hello: "你好" };
    const catalogue = new Catalogue(
      { hello: "Hello" },
      { "zh-Hans": async () => ({ default: chinese }), "zh-Hant": () => Promise.reject(new Error("lost")) },
    );
    const loaded = new Promise<void>((resolve) => {
      expect(catalogue.read("zh-CN", resolve).hello).to.equal("Hello");
    });
    await loaded;
    expect(catalogue.read("zh-CN", () => undefined).hello).to.equal("你好");
    expect(catalogue.read("zh-TW", () => undefined).hello).to.equal("Hello");
  });
});
