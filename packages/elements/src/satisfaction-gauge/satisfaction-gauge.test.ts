import type { SatisfactionIndex } from "@portico/contract";
import { expect } from "chai";
import { html } from "lit";
import "../define/satisfaction-gauge.js";
import { expectAccessible } from "../internal/test/accessibility.js";
import { expectNoViolation } from "../internal/test/content-security.js";
import { connectionError, FakeBackend } from "../internal/test/fake-backend.js";
import { create, mount, shownText, until, untilState } from "../internal/test/fixture.js";
import { providerOf } from "../internal/test/subject.js";
import type { CrmSatisfactionGauge } from "./satisfaction-gauge.js";
import { index } from "./satisfaction-gauge.subject.js";

async function shown(
  given: Partial<SatisfactionIndex> = {},
  lang = "en",
  compact = false,
): Promise<CrmSatisfactionGauge> {
  const gauge = mount<CrmSatisfactionGauge>(
    html`<crm-satisfaction-gauge lang=${lang} .index=${{ ...index, ...given }} ?compact=${compact}></crm-satisfaction-gauge>`,
  );
  await gauge.updateComplete;
  return gauge;
}

function meterOf(gauge: CrmSatisfactionGauge): Element {
  const meter = gauge.shadowRoot?.querySelector('[role="meter"]');
  if (!meter) throw new Error("There is no meter");
  return meter;
}

describe("<crm-satisfaction-gauge>", () => {
  it("shows the figure with target, interval, sample, change and definition beside it", async () => {
    const text = shownText(await shown());
    for (const part of ["92.4%", "95%", "90.8% – 93.7%", "1,284 answers", "+1.6 pts", "Share of 4 and 5."]) {
      expect(text).to.contain(part);
    }
  });

  it("tells a screen reader the whole reading as one meter", async () => {
    const meter = meterOf(await shown());
    expect(meter.getAttribute("aria-label")).to.equal("Power supply");
    expect(meter.getAttribute("aria-valuenow")).to.equal("92.4");
    expect(meter.getAttribute("aria-valuemin")).to.equal("0");
    expect(meter.getAttribute("aria-valuemax")).to.equal("100");
    expect(meter.getAttribute("aria-valuetext")).to.equal(
      "92.4%, Target 95%, Rising +1.6 pts, 1,284 answers",
    );
  });

  it("loads when a backend that was away is there again, of which the browser tells nothing", async () => {
    const backend = new FakeBackend({ "satisfactionIndices.get": index });
    backend.fault = connectionError();
    const gauge = create("crm-satisfaction-gauge", { "index-id": "idx" });
    mount(providerOf(backend, gauge));
    await untilState(gauge, "offline");
    backend.fault = undefined;
    backend.tellFeed("reconnecting");
    expect(backend.calls).to.have.length(1);
    backend.tellFeed("live");
    await untilState(gauge, "ready");
  });

  it("says that there is no interval instead of hiding it", async () => {
    expect(shownText(await shown({ interval: null }))).to.contain("Not available");
  });

  it("is grey and warns while the sample is small", async () => {
    const gauge = await shown({ reliable: false, sampleSize: 12 });
    expect(shownText(gauge)).to.contain("Small sample: treat with care below 30 answers.");
    expect(gauge.shadowRoot?.querySelector(".unreliable")).not.to.equal(null);
  });

  it("keeps the figure and its change in the compact form, and stays readable", async () => {
    const gauge = await shown({}, "en", true);
    expect(shownText(gauge)).to.contain("92.4%").and.to.contain("+1.6 pts");
    expect(shownText(gauge)).not.to.contain("Share of 4 and 5.");
    await expectAccessible(gauge);
  });

  it("follows the language around it, live", async () => {
    const page = mount(
      html`<section lang="en"><crm-satisfaction-gauge .index=${index}></crm-satisfaction-gauge></section>`,
    );
    const gauge = page.querySelector("crm-satisfaction-gauge");
    if (!gauge) throw new Error("There is no gauge");
    await until(() => shownText(gauge).includes("Power supply"));
    page.lang = "zh-TW";
    await until(
      () => shownText(gauge).includes("供電服務") && shownText(gauge).includes("較上期"),
      "traditional Chinese",
    );
    page.lang = "zh-CN";
    await until(
      () => shownText(gauge).includes("供电服务") && shownText(gauge).includes("较上期"),
      "simplified Chinese",
    );
  });

  it("loads again when the feed tells of a change of its index", async () => {
    let value = 92.4;
    const backend = new FakeBackend({ "satisfactionIndices.get": () => ({ ...index, value }) });
    const gauge = document.createElement("crm-satisfaction-gauge");
    gauge.indexId = "id-1";
    mount(providerOf(backend, gauge));
    await untilState(gauge, "ready");
    value = 93;
    backend.emit({ subject: "id-2" });
    backend.emit({ subject: "id-1" });
    await until(() => shownText(gauge).includes("93%"), "the new figure");
    expect(backend.calls).to.have.length(2);
  });

  it("is accessible in dark and in Chinese", async () => {
    const gauge = document.createElement("crm-satisfaction-gauge");
    gauge.index = index;
    const provider = providerOf(new FakeBackend(), gauge);
    provider.theme = "dark";
    provider.locale = "zh-Hans";
    mount(provider);
    await until(() => shownText(gauge).includes("较上期"));
    expect(gauge.shadowRoot?.querySelector(".base")?.getAttribute("data-theme")).to.equal("dark");
    await expectAccessible(gauge);
  });

  it("draws under a strict policy without a violation", async () => {
    await expectNoViolation(async () => {
      await shown();
      await shown({ reliable: false, trend: null, target: null }, "zh-Hant", true);
    });
  });
});
