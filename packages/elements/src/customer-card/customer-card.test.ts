import type { CustomerSummary, ServiceRequest } from "@portico/contract";
import { expect } from "chai";
import "../define/customer-card.js";
import { expectAccessible } from "../internal/test/accessibility.js";
import { expectNoViolation } from "../internal/test/content-security.js";
import { apiError, FakeBackend } from "../internal/test/fake-backend.js";
import { announced, mount, shownText, until, untilState } from "../internal/test/fixture.js";
import { providerOf } from "../internal/test/subject.js";
import type { CrmCustomerCard } from "./customer-card.js";
import { request, subject, summary } from "./customer-card.subject.js";

/** A card with a summary of its own, in a provider with a client. */
async function shown(
  members: Partial<CrmCustomerCard> = {},
  backend = new FakeBackend(),
  children: readonly Node[] = [],
): Promise<CrmCustomerCard> {
  const card = document.createElement("crm-customer-card");
  Object.assign(card, members.customer ? {} : { summary }, members);
  card.append(...children);
  mount(providerOf(backend, card));
  await until(() => card.state !== "initial" && card.state !== "loading", "an answer");
  await card.updateComplete;
  return card;
}

const find = (card: CrmCustomerCard, selector: string): HTMLElement => {
  const found = card.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};

const titles = (card: CrmCustomerCard): string[] =>
  [...(card.shadowRoot?.querySelectorAll<HTMLElement>(".section:not([hidden]) > .section-title") ?? [])].map(
    (title) => title.textContent?.trim() ?? "",
  );

const slotted = (slot: string, text: string): HTMLElement =>
  Object.assign(document.createElement("p"), { slot, textContent: text });

describe("<crm-customer-card>", () => {
  it("shows who it is and what matters now", async () => {
    const card = await shown();
    for (const why of card.renderRoot.querySelectorAll("details")) why.open = true;
    await until(() => shownText(card).includes("Late twice."), "the reasons");
    const text = shownText(card);
    for (const part of [
      "江南精密机械",
      "Organization · JH-7700 · Part of 江南实业集团",
      "Corporate",
      "unheard-of",
      "Telephone · desk",
      "Rather risky",
      "Out of date",
      "Late twice.",
      "exposure · Rule",
      "Relationship manager · 021-5555 0110",
      "Crew on site",
      "Urged 2 times",
      "On site",
      "4.4 / 5",
      "11 answers",
      "Solved the same day.",
    ]) {
      expect(text).to.contain(part);
    }
  });

  it("says in which language each name is", async () => {
    const card = await shown();
    const names = [...(card.shadowRoot?.querySelectorAll(".header [lang]") ?? [])];
    expect(names.map((name) => [name.textContent, name.getAttribute("lang")])).to.deep.equal([
      ["江南精密机械", "zh-Hans"],
      ["Jiangnan Machinery", "en"],
    ]);
  });

  it("takes its place among the headings of the page", async () => {
    const card = await shown({ headingLevel: 2 });
    expect(find(card, "[part=name]").ariaLevel).to.equal("2");
    expect(find(card, ".section-title").ariaLevel).to.equal("3");
    card.headingLevel = 99;
    await card.updateComplete;
    expect(find(card, "[part=name]").ariaLevel).to.equal("6");
  });

  it("shows the sections the host chooses, in its order", async () => {
    const card = await shown({ sections: "satisfaction requests" });
    expect(titles(card)).to.deep.equal(["Satisfaction", "Open requests"]);
    card.sections = null;
    await card.updateComplete;
    expect(titles(card)).to.have.length(6);
  });

  it("leaves out what is not for the visitor, unless the host names it", async () => {
    const part = {
      ...summary,
      assessments: { status: "forbidden" },
      satisfaction: { status: "unsupported" },
    };
    const card = await shown({ summary: part });
    expect(titles(card)).not.to.include.members(["Grades"]);
    expect(titles(card)).not.to.include.members(["Satisfaction"]);
    card.sections = "grades satisfaction";
    await card.updateComplete;
    expect(titles(card)).to.deep.equal(["Grades", "Satisfaction"]);
    expect(shownText(card)).to.contain("Not available to you").and.to.contain("Not offered here");
    await expectAccessible(card);
  });

  it("waits in the shape it will have", async () => {
    const backend = new FakeBackend(subject.answers);
    backend.hold();
    const card = document.createElement("crm-customer-card");
    card.customerId = "id-1";
    mount(providerOf(backend, card));
    await untilState(card, "loading");
    const waiting = card.offsetHeight;
    const avatar = find(card, ".bone.round").getBoundingClientRect();
    const name = find(card, ".what .bone").getBoundingClientRect();
    expect(name.left).to.be.above(avatar.right);
    expect(name.top).to.be.below(avatar.bottom);
    const bones = [...(card.shadowRoot?.querySelectorAll(".what .bone") ?? [])].map((bone) =>
      bone.getBoundingClientRect(),
    );
    for (const [index, bone] of bones.slice(1).entries())
      expect(bone.top).to.be.above(bones[index]?.bottom ?? 0);
    backend.release();
    await untilState(card, "ready");
    expect(card.offsetHeight / waiting).to.be.within(0.75, 1.33);
  });

  it("says what is empty", async () => {
    const none = { status: "available", data: [] };
    const card = await shown({
      summary: {
        customer: { ...summary.customer, contactPoints: [] },
        assessments: none,
        accountTeam: none,
        requests: none,
        interactions: none,
        satisfaction: { status: "available", average: null, sampleSize: 0 },
      },
    });
    for (const line of ["No contact points", "Not graded yet", "Nothing is open", "No answers yet"])
      expect(shownText(card)).to.contain(line);
    await expectAccessible(card);
  });

  it("keeps a telephone number in its order on a page from right to left", async () => {
    const card = await shown({ lang: "ar" });
    const number = [...(card.shadowRoot?.querySelectorAll("bdi") ?? [])].find(
      (bdi) => bdi.textContent === "138****5678",
    );
    if (!number) throw new Error("The number is not isolated");
    expect(getComputedStyle(number).direction).to.equal("ltr");
  });

  it("keeps the card when a section failed, and loads it again on demand", async () => {
    let interactions: CustomerSummary["interactions"] = { status: "failed" };
    const backend = new FakeBackend({ "customers.summary": () => ({ ...summary, interactions }) });
    const card = await shown({ summary: null, customerId: "id-1" }, backend);
    await untilState(card, "partial");
    expect(shownText(card)).to.contain("Street lights are out").and.to.contain("This could not be loaded");
    ({ interactions } = summary);
    find(card, ".interactions [part=retry]").click();
    await untilState(card, "ready");
    expect(shownText(card)).to.contain("Yearly talk");
  });

  it("shows the customer alone when the backend has no summary", async () => {
    const backend = new FakeBackend({
      "customers.summary": () => apiError(501, "unsupported"),
      "customers.get": summary.customer,
    });
    const card = await shown({ summary: null, customerId: "id-1" }, backend);
    await untilState(card, "partial");
    expect(titles(card)).to.deep.equal(["Contact"]);
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal([
      "customers.summary",
      "customers.get",
    ]);
  });

  it("is ready with a given customer: header and contact points alone", async () => {
    const backend = new FakeBackend();
    const card = await shown({ customer: summary.customer }, backend);
    expect(card.state).to.equal("ready");
    expect(titles(card)).to.deep.equal(["Contact"]);
    expect(backend.calls).to.deep.equal([]);
  });

  it("lets the host replace the body of a section, also of one that would be left out", async () => {
    const own = slotted("section-satisfaction", "The host's own");
    const card = await shown({ customer: summary.customer }, new FakeBackend(), [own]);
    await until(() => titles(card).includes("Satisfaction"), "the section");
    expect(own.assignedSlot?.name).to.equal("section-satisfaction");
    own.remove();
    await until(() => !titles(card).includes("Satisfaction"), "the section to go");
  });

  it("takes actions into its header", async () => {
    const own = slotted("actions", "Call");
    const card = await shown({}, new FakeBackend(), [own]);
    expect(own.assignedSlot?.closest("[part=header]")).to.equal(find(card, "[part=header]"));
  });

  it("tells which request was chosen", async () => {
    const card = await shown();
    const chosen: ServiceRequest[] = [];
    card.addEventListener("crm-request-select", (event) => chosen.push(event.detail.request));
    find(card, "[part=link]").click();
    expect(chosen).to.deep.equal([request]);
  });

  it("keeps name, what calls for attention and the counts in the compact form", async () => {
    const card = await shown({ variant: "compact" });
    const text = shownText(card);
    for (const part of ["江南精密机械", "unheard-of", "Rather risky", "Open3"]) expect(text).to.contain(part);
    expect(titles(card)).to.deep.equal([]);
    await expectAccessible(card);
  });

  it("loads again when the feed tells of a change of its customer", async () => {
    let openCount = 3;
    const backend = new FakeBackend({
      "customers.summary": () => ({ ...summary, requests: { ...summary.requests, openCount } }),
    });
    const card = await shown({ summary: null, customerId: "id-1" }, backend);
    await untilState(card, "ready");
    openCount = 4;
    backend.emit({ subject: "x", data: { customerId: "id-2" } });
    backend.emit({ subject: "request-1", data: { customerId: "id-1" } });
    await until(() => find(card, ".counts dd").textContent === "4", "the new count");
    expect(backend.calls).to.have.length(2);
  });

  for (const theme of ["light", "dark"] as const) {
    it(`is accessible in ${theme} and in Chinese, narrow and wide`, async () => {
      const card = await shown();
      const provider = card.parentElement as HTMLElementTagNameMap["crm-provider"];
      provider.theme = theme;
      provider.locale = "zh-Hans";
      await until(() => shownText(card).includes("最近联系"));
      for (const width of ["320px", "900px"]) {
        provider.style.display = "block";
        provider.style.inlineSize = width;
        expect(card.shadowRoot?.querySelector(".base")?.scrollWidth).to.be.at.most(
          Number.parseInt(width, 10),
        );
        await expectAccessible(card);
      }
    });
  }
});

describe("<crm-customer-card> reveal", () => {
  const operation = "customers.revealContactPoint";
  const full = "021-5555 0199";

  const button = (card: CrmCustomerCard) => find(card, "[part=reveal]");
  const field = (card: CrmCustomerCard) => find(card, "#reason") as HTMLInputElement;
  const focused = (card: CrmCustomerCard) => card.shadowRoot?.activeElement;

  async function asked(backend: FakeBackend): Promise<CrmCustomerCard> {
    const card = await shown({}, backend);
    button(card).click();
    await until(() => card.shadowRoot?.querySelector("#reason") === focused(card) && focused(card));
    return card;
  }

  function press(card: CrmCustomerCard, key: string): void {
    focused(card)?.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }),
    );
  }

  it("offers it for masked contact points alone, and only with somebody to ask", async () => {
    const card = await shown();
    expect(card.shadowRoot?.querySelectorAll("[part=reveal]")).to.have.length(2);
    const alone = document.createElement("crm-customer-card");
    alone.summary = summary;
    mount(alone);
    await untilState(alone, "ready");
    expect(alone.shadowRoot?.querySelector("[part=reveal]")).to.equal(null);
  });

  it("asks for a reason, shows the value, says so and hides it after half a minute", async () => {
    const backend = new FakeBackend({ [operation]: { id: "cp-1", type: "phone", value: full } });
    const card = await asked(backend);
    await expectAccessible(card);
    const waits: (() => void)[] = [];
    const { setTimeout: wait } = window;
    window.setTimeout = ((act: () => void, time: number, ...args: unknown[]) =>
      time === 30_000 ? waits.push(act) : wait(act, time, ...args)) as typeof window.setTimeout;
    try {
      field(card).value = "Call back";
      press(card, "Enter");
      await until(() => shownText(card).includes(full), "the value");
    } finally {
      window.setTimeout = wait;
    }
    expect(backend.calls[0]?.args.slice(0, 3)).to.deep.equal(["id-1", "cp-1", { reason: "Call back" }]);
    expect(announced(card)).to.equal("Shown for 30 seconds");
    expect(focused(card)).to.equal(button(card));
    expect(button(card).ariaLabel).to.equal("Hide desk");
    await expectAccessible(card);
    for (const act of waits) act();
    await until(() => !shownText(card).includes(full), "the value to go");
    expect(announced(card)).to.equal("Hidden again");
  });

  it("asks for a longer reason before it asks the backend", async () => {
    const backend = new FakeBackend();
    const card = await asked(backend);
    field(card).value = " x ";
    press(card, "Enter");
    await card.updateComplete;
    expect(field(card).ariaInvalid).to.equal("true");
    expect(backend.calls).to.deep.equal([]);
  });

  it("says plainly that the role may not, and keeps the reason", async () => {
    const card = await asked(new FakeBackend({ [operation]: () => apiError(403, "forbidden") }));
    field(card).value = "Call back";
    press(card, "Enter");
    await until(() => shownText(card).includes("Your role may not see this in full."));
    expect(field(card).value).to.equal("Call back");
    await expectAccessible(card);
  });

  it("carries one key through a double click and a retry of the same reason", async () => {
    const keys = new Set<string>();
    let fails = true;
    const backend = new FakeBackend({
      [operation]: (_id: string, _point: string, _input: object, options: { idempotencyKey: string }) => {
        keys.add(options.idempotencyKey);
        return fails ? apiError(500, "internal") : { id: "cp-1", type: "phone", value: full };
      },
    });
    const card = await asked(backend);
    field(card).value = "Call back";
    const send = find(card, "[part=reason] .primary");
    send.click();
    send.click();
    await until(() => card.shadowRoot?.querySelector("[role=alert]"));
    expect(backend.calls).to.have.length(1);
    fails = false;
    send.click();
    await until(() => shownText(card).includes(full));
    expect(keys.size).to.equal(1);
  });

  it("takes everything back with Escape, and the page around does not hear of it", async () => {
    const card = await asked(new FakeBackend({ [operation]: { id: "cp-1", type: "phone", value: full } }));
    let heard = 0;
    card.addEventListener("keydown", () => heard++);
    press(card, "Escape");
    await until(() => !card.shadowRoot?.querySelector("#reason"), "the field to go");
    expect(focused(card)).to.equal(button(card));
    button(card).click();
    await until(() => card.shadowRoot?.querySelector("#reason"));
    field(card).value = "Call back";
    press(card, "Enter");
    await until(() => shownText(card).includes(full));
    heard = 0;
    press(card, "Escape");
    await until(() => !shownText(card).includes(full), "the value to go");
    expect(heard).to.equal(0);
    press(card, "Escape");
    expect(heard).to.equal(1);
  });

  it("hides the value from the next customer and the next principal", async () => {
    for (const change of [
      (card: CrmCustomerCard) => {
        card.summary = { ...summary, customer: { ...summary.customer, id: "id-2" } };
      },
      (card: CrmCustomerCard) => (card.parentElement as HTMLElementTagNameMap["crm-provider"]).signOut(),
      (card: CrmCustomerCard) => card.parentElement?.parentElement?.append(card),
    ]) {
      const card = await asked(new FakeBackend({ [operation]: { id: "cp-1", type: "phone", value: full } }));
      field(card).value = "Call back";
      press(card, "Enter");
      await until(() => shownText(card).includes(full));
      change(card);
      await until(() => !shownText(card).includes(full), "the value to go");
    }
  });

  it("draws under a strict policy without a violation", async () => {
    await expectNoViolation(async () => {
      await shown();
      await shown({ variant: "compact" });
      await asked(new FakeBackend());
    });
  });
});
