import type { RatingInput } from "@portico/contract";
import { sendKeys } from "@web/test-runner-commands";
import { expect } from "chai";
import { html } from "lit";
import "../define/rating.js";
import { expectAccessible } from "../internal/test/accessibility.js";
import { expectNoViolation } from "../internal/test/content-security.js";
import { apiError, connectionError, FakeBackend } from "../internal/test/fake-backend.js";
import { announced, mount, shownText, until, untilState } from "../internal/test/fixture.js";
import { providerOf } from "../internal/test/subject.js";
import type { CrmRating, CrmRatingDetail } from "./rating.js";
import { rating } from "./rating.subject.js";

async function input(template: unknown): Promise<CrmRating> {
  const element = mount<CrmRating>(template);
  await element.updateComplete;
  return element;
}

function optionsOf(element: CrmRating): HTMLInputElement[] {
  return [...(element.shadowRoot?.querySelectorAll("input") ?? [])];
}

function choose(element: CrmRating, score: number): void {
  optionsOf(element)
    .find((option) => option.value === String(score))
    ?.click();
}

function submitButton(element: CrmRating): HTMLButtonElement {
  const button = element.shadowRoot?.querySelector<HTMLButtonElement>('[part="submit"]');
  if (!button) throw new Error("There is no button to send");
  return button;
}

/** A rating of a request that nobody has rated. */
async function open(backend = new FakeBackend()): Promise<{ backend: FakeBackend; element: CrmRating }> {
  backend.answer("ratings.list", { data: [] });
  backend.answer("ratings.create", (given: RatingInput) => ({ ...rating, ...given }));
  const element = document.createElement("crm-rating");
  element.requestId = "req-1";
  element.withComment = true;
  mount(providerOf(backend, element));
  await untilState(element, "ready");
  return { backend, element };
}

function sent(backend: FakeBackend): { input: RatingInput; key: unknown }[] {
  return backend.calls
    .filter(({ operation }) => operation === "ratings.create")
    .map(({ args }) => ({
      input: args[0] as RatingInput,
      key: (args[1] as { idempotencyKey: string }).idempotencyKey,
    }));
}

describe("<crm-rating> as an input", () => {
  for (const [metric, least, most, count] of [
    ["csat", "1", "5", 5],
    ["nps", "0", "10", 11],
    ["ces", "1", "7", 7],
  ] as const) {
    it(`offers ${least} to ${most} for ${metric}, with words at both ends`, async () => {
      const element = await input(html`<crm-rating metric=${metric}></crm-rating>`);
      const options = optionsOf(element);
      expect(options.map((option) => option.value)).to.have.length(count);
      expect(options[0]?.value).to.equal(least);
      expect(options.at(-1)?.value).to.equal(most);
      expect(element.shadowRoot?.querySelector('[part="ends"]')?.textContent).to.match(/Very/);
      await expectAccessible(element);
    });
  }

  it("tells the chosen score by events and by its value", async () => {
    const element = await input(html`<crm-rating></crm-rating>`);
    const details: CrmRatingDetail[] = [];
    let changes = 0;
    element.addEventListener("crm-rating", (event) => details.push(event.detail));
    element.addEventListener("change", () => changes++);
    choose(element, 4);
    expect(details).to.deep.equal([{ metric: "csat", score: 4 }]);
    expect(changes).to.equal(1);
    expect(element.value).to.equal(4);
  });

  it("is one stop of the Tab key, and the arrow keys move the choice in reading direction", async () => {
    const page = mount(html`<div><crm-rating .value=${2}></crm-rating><button>After</button></div>`);
    const element = page.querySelector("crm-rating");
    if (!element) throw new Error("There is no rating");
    await element.updateComplete;
    element.focus();
    expect(element.shadowRoot?.activeElement).to.have.property("value", "2");
    await sendKeys({ press: "Tab" });
    expect(document.activeElement?.textContent).to.equal("After");
    element.focus();
    await sendKeys({ press: "ArrowRight" });
    expect(element.value).to.equal(3);
    await sendKeys({ press: "ArrowLeft" });
    await sendKeys({ press: "ArrowLeft" });
    expect(element.value).to.equal(1);
    const reverse = await input(html`<crm-rating dir="rtl" .value=${2}></crm-rating>`);
    reverse.focus();
    await sendKeys({ press: "ArrowLeft" });
    expect(reverse.value).to.equal(3);
  });

  it("gives its score to the form around, and is reset, disabled and restored with it", async () => {
    const form = mount<HTMLFormElement>(
      html`<form><fieldset><crm-rating name="ease" metric="ces" value="3"></crm-rating></fieldset></form>`,
    );
    const element = form.querySelector("crm-rating");
    if (!element) throw new Error("There is no rating");
    await element.updateComplete;
    expect(new FormData(form).get("ease")).to.equal("3");
    choose(element, 7);
    await element.updateComplete;
    expect(new FormData(form).get("ease")).to.equal("7");
    form.reset();
    await element.updateComplete;
    expect(element.value).to.equal(3);
    const fieldset = form.querySelector("fieldset");
    if (fieldset) fieldset.disabled = true;
    await element.updateComplete;
    expect(optionsOf(element).every((option) => option.disabled)).to.equal(true);
    element.formStateRestoreCallback("5");
    expect(element.value).to.equal(5);
  });

  it("makes the form ask for a required answer", async () => {
    const form = mount<HTMLFormElement>(html`<form><crm-rating name="score" required></crm-rating></form>`);
    const element = form.querySelector("crm-rating");
    if (!element) throw new Error("There is no rating");
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    choose(element, 1);
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(true);
  });

  it("takes no score that is not on its scale", async () => {
    const form = mount<HTMLFormElement>(html`<form><crm-rating name="score" value="9"></crm-rating></form>`);
    await form.querySelector("crm-rating")?.updateComplete;
    expect(new FormData(form).get("score")).to.equal(null);
  });

  it("shows the score without offering another when readonly", async () => {
    const element = await input(html`<crm-rating readonly .value=${3}></crm-rating>`);
    expect(optionsOf(element)).to.deep.equal([]);
    expect(shownText(element)).to.contain("3 out of 5");
    await expectAccessible(element);
  });
});

describe("<crm-rating> of a request", () => {
  it("stores score and comment, thanks, and keeps the keyboard within", async () => {
    const { backend, element } = await open();
    const details: CrmRatingDetail[] = [];
    element.addEventListener("crm-rating", (event) => details.push(event.detail));
    choose(element, 5);
    element.comment = "  Great  ";
    await element.updateComplete;
    submitButton(element).focus();
    submitButton(element).click();
    await until(() => shownText(element).includes("Thank you"), "the thanks");
    expect(sent(backend).map(({ input }) => input)).to.deep.equal([
      { metric: "csat", score: 5, serviceRequestId: "req-1", comment: "Great" },
    ]);
    expect(details.map(({ score, rating: stored }) => [score, stored?.id])).to.deep.equal([[5, "rat-1"]]);
    expect(announced(element)).to.contain("Thank you");
    await until(() => element.shadowRoot?.activeElement, "the focus to stay");
    await expectAccessible(element);
  });

  it("sends once however often it is clicked", async () => {
    const { backend, element } = await open();
    choose(element, 5);
    backend.hold();
    submitButton(element).click();
    submitButton(element).click();
    await element.updateComplete;
    submitButton(element).click();
    backend.release();
    await until(() => shownText(element).includes("Thank you"));
    expect(sent(backend)).to.have.length(1);
  });

  it("keeps what was chosen when sending fails, and repeats it under the same key", async () => {
    const { backend, element } = await open();
    choose(element, 2);
    element.comment = "Slow";
    backend.fault = connectionError();
    await element.submit();
    await element.updateComplete;
    expect(shownText(element)).to.contain("No connection");
    expect(element.value).to.equal(2);
    expect(element.shadowRoot?.querySelector("textarea")?.value).to.equal("Slow");
    expect(element.state).to.equal("ready");
    backend.fault = undefined;
    await element.submit();
    const [first, second] = sent(backend);
    expect(first?.key).to.be.a("string").and.not.to.equal("");
    expect(second?.key).to.equal(first?.key);
  });

  it("takes a new key for a changed answer", async () => {
    const { backend, element } = await open();
    choose(element, 2);
    backend.fault = apiError(503, "unavailable");
    await element.submit();
    choose(element, 3);
    await element.submit();
    const [first, second] = sent(backend);
    expect(second?.key).not.to.equal(first?.key);
  });

  it("shows what is stored when the request was rated elsewhere meanwhile", async () => {
    const { backend, element } = await open();
    choose(element, 2);
    backend.answer("ratings.create", apiError(409, "conflict"));
    backend.answer("ratings.list", { data: [rating] });
    await element.submit();
    await until(() => shownText(element).includes("4 out of 5"), "the stored rating");
  });

  it("leaves nothing half written to the next visitor", async () => {
    const { backend, element } = await open();
    choose(element, 2);
    element.comment = "A secret";
    await element.updateComplete;
    backend.tellAuth("changed");
    await until(() => element.comment === "" && element.value === null, "the draft to go");
  });

  it("asks for an answer before it sends", async () => {
    const { backend, element } = await open();
    submitButton(element).click();
    await until(() => shownText(element).includes("Please choose an answer."));
    expect(sent(backend)).to.deep.equal([]);
  });

  it("speaks Chinese and draws under a strict policy without a violation", async () => {
    await expectNoViolation(async () => {
      const element = await input(html`<crm-rating lang="zh-Hans" metric="nps" with-comment></crm-rating>`);
      await until(() => shownText(element).includes("您有多大可能向他人推荐我们？"));
      await input(html`<crm-rating .rating=${rating}></crm-rating>`);
    });
  });
});
