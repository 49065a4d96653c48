import { expect } from "chai";
import { html } from "lit";
import "../define/rating.js";
import { register } from "../internal/define.js";
import { mount, shownText, until } from "../internal/test/fixture.js";
import { CrmRating } from "../rating/rating.js";
import { overrideTexts } from "./texts.js";

const stops: (() => void)[] = [];

const override: typeof overrideTexts = (...how) => {
  const stop = overrideTexts(...how);
  stops.push(stop);
  return stop;
};

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const rating = (lang: string) => mount(html`<crm-rating lang=${lang}></crm-rating>`);

const shows = (element: Element, text: string) =>
  until(() => shownText(element).includes(text), `“${text}” in ${shownText(element)}`);

describe("a host's own texts", () => {
  it("replace ours at once and give way again", async () => {
    const element = rating("en-GB");
    await shows(element, "How satisfied are you");
    const stop = override("crm-rating", "en", { question: { csat: "Happy?" }, most: { csat: "Delighted" } });
    await shows(element, "Happy?");
    expect(shownText(element)).to.contain("Delighted").and.to.contain("Very dissatisfied");
    stop();
    await shows(element, "How satisfied are you");
  });

  it("are of one language, a region's over its language's", async () => {
    const [british, american, chinese] = [rating("en-GB"), rating("en-US"), rating("zh-TW")];
    override("crm-rating", "en-GB", { question: { csat: "Post it" } });
    override("crm-rating", "en", { question: { csat: "Mail it" } });
    override("crm-rating", "zh-Hant", { question: { csat: "告訴我們" } });
    await shows(british, "Post it");
    await shows(american, "Mail it");
    await shows(chinese, "告訴我們");
  });

  it("may be a fixed text where ours is made of values", async () => {
    const element = mount(html`<crm-rating readonly value="4"></crm-rating>`);
    await shows(element, "4 out of 5");
    override("crm-rating", "en", { outOf: (score, maximum) => `${score}/${maximum}` });
    await shows(element, "4/5");
    override("crm-rating", "en", { outOf: "Rated" });
    await shows(element, "Rated");
  });

  it("add a language, with its formats, and English where words are missing", async () => {
    const element = mount(html`<crm-rating lang="fr-CH" readonly value="4.5"></crm-rating>`);
    await shows(element, "out of");
    expect(element.shadowRoot?.querySelector("[lang]")?.getAttribute("lang")).to.equal("en");
    const stop = override("crm-rating", "fr", { outOf: (score, maximum) => `${score} sur ${maximum}` });
    await shows(element, "sur 5");
    expect(element.shadowRoot?.querySelector("[lang]")?.getAttribute("lang")).to.equal("fr");
    expect(shownText(element)).to.contain("How satisfied are you");
    stop();
    await shows(element, "out of");
    expect(element.shadowRoot?.querySelector("[lang]")?.getAttribute("lang")).to.equal("en");
  });

  it("keep to the part of the page they are for", async () => {
    const page = mount(html`<div>
      <crm-provider id="bank"><crm-rating></crm-rating></crm-provider>
      <crm-rating provider="bank"></crm-rating>
      <crm-rating></crm-rating>
    </div>`);
    const [inside, afar, outside] = page.querySelectorAll("crm-rating");
    if (!inside || !afar || !outside) throw new Error("Three ratings are needed");
    override(
      "crm-rating",
      "en",
      { question: { csat: "Tell the bank" } },
      { within: page.querySelector("#bank") as Element },
    );
    await shows(inside, "Tell the bank");
    await shows(afar, "Tell the bank");
    await shows(outside, "How satisfied are you");
  });

  it("reach a copy under another prefix", async () => {
    register({ prefix: "acme", elements: { rating: CrmRating } });
    override("crm-rating", "en", { question: { csat: "Tell us" } });
    await shows(mount(html`<acme-rating></acme-rating>`), "Tell us");
  });

  describe("with a mistake", () => {
    const errors: string[] = [];
    const { error } = console;
    before(() => {
      console.error = (message: string) => errors.push(message);
    });
    after(() => {
      console.error = error;
    });

    it("are told in the console and never break the element", async () => {
      const element = rating("en");
      // As plain JavaScript would, which no compiler checks.
      const words: object = {
        sendRatin: "Tell us",
        most: "Delighted",
        least: { csta: "x" },
        thanks: { a: "x" },
      };
      override("crm-rating", "en", words);
      override("crm-ratings" as "crm-rating", "en", {});
      await until(() => errors.length >= 5, "the complaints");
      await shows(element, "Very satisfied");
      expect(errors.join("\n"))
        .to.contain('overrideTexts, <crm-rating>: there is no text "sendRatin"; there are loaded, ')
        .and.to.contain('"most" is a group of texts: csat, nps, ces.')
        .and.to.contain('there is no text "least.csta"; there are csat, nps, ces.')
        .and.to.contain('"thanks" is one text')
        .and.to.contain("<crm-ratings>: there is no such element");
    });

    it("are refused by the compiler where there is one", () => {
      // @ts-expect-error No catalogue has this key.
      override("crm-rating", "en", { thanx: "Thank you" });
      // @ts-expect-error Another element has this text.
      override("crm-rating", "en", { chooseKind: "What is it?" });
    });
  });
});
