import type { SatisfactionIndex } from "@portico/contract";
import { expect } from "chai";
import { html } from "lit";
import "../define/satisfaction-gauge.js";
import type { PorticoContext } from "../internal/client-context.js";
import { FakeBackend } from "../internal/test/fake-backend.js";
import { mount, shownText, until, untilState } from "../internal/test/fixture.js";
import { providerOf } from "../internal/test/subject.js";

function backendOf(name: string): FakeBackend {
  const index = { labels: { en: name, "zh-Hans": `${name}（简）` }, metric: "csat", value: 90 };
  return new FakeBackend({ "satisfactionIndices.get": index as Partial<SatisfactionIndex> });
}

function gaugeWithin(page: Element): HTMLElementTagNameMap["crm-satisfaction-gauge"] {
  const gauge = page.querySelector("crm-satisfaction-gauge");
  if (!gauge) throw new Error("There is no gauge");
  return gauge;
}

describe("<crm-provider>", () => {
  it("serves two backends on one page", async () => {
    const page = mount(html`<div>
      <crm-provider .client=${backendOf("North").client}><crm-satisfaction-gauge index-id="1"></crm-satisfaction-gauge></crm-provider>
      <crm-provider .client=${backendOf("South").client}><crm-satisfaction-gauge index-id="1"></crm-satisfaction-gauge></crm-provider>
    </div>`);
    const [north, south] = page.querySelectorAll("crm-satisfaction-gauge");
    await until(
      () => north && shownText(north).includes("North") && south && shownText(south).includes("South"),
    );
  });

  it("serves an element from afar, past the provider around it", async () => {
    const page = mount(html`<div>
      <crm-provider .client=${backendOf("Near").client}>
        <crm-satisfaction-gauge index-id="1" provider="far"></crm-satisfaction-gauge>
      </crm-provider>
      <crm-provider id="far" .client=${backendOf("Far").client}></crm-provider>
    </div>`);
    const gauge = gaugeWithin(page);
    await until(() => shownText(gauge).includes("Far"));
    gauge.removeAttribute("provider");
    await until(() => shownText(gauge).includes("Near"));
  });

  it("reaches elements within another component's shadow root", async () => {
    const host = document.createElement("div");
    host.attachShadow({ mode: "open" }).append(document.createElement("crm-satisfaction-gauge"));
    mount(providerOf(backendOf("Deep"), host));
    const gauge = host.shadowRoot?.querySelector("crm-satisfaction-gauge");
    if (!gauge) throw new Error("There is no gauge");
    gauge.indexId = "1";
    await until(() => shownText(gauge).includes("Deep"));
  });

  it("makes a client of its own from an address, and asks the host for each token", async () => {
    const reasons: string[] = [];
    const provider = document.createElement("crm-provider");
    provider.baseUrl = new URL("/nothing-here", location.href).href;
    provider.auth = ({ reason }) => {
      reasons.push(reason);
      return null;
    };
    const gauge = document.createElement("crm-satisfaction-gauge");
    gauge.indexId = "1";
    provider.append(gauge);
    mount(provider);
    await until(() => reasons.length > 0, "the client to ask for a token");
    expect(reasons[0]).to.equal("initial");
    await untilState(gauge, "not-found");
  });

  it("gives its locale and theme to the elements within, and an own lang still wins", async () => {
    const page = mount(html`<div lang="en">
      <crm-provider locale="zh-Hans" theme="dark" .client=${backendOf("Power").client}>
        <crm-satisfaction-gauge index-id="1"></crm-satisfaction-gauge>
        <crm-satisfaction-gauge index-id="1" lang="en"></crm-satisfaction-gauge>
      </crm-provider>
    </div>`);
    const [chinese, english] = page.querySelectorAll("crm-satisfaction-gauge");
    await until(() => chinese && shownText(chinese).includes("Power（简）"));
    expect(english && shownText(english)).not.to.contain("（简）");
    const base = chinese?.shadowRoot?.querySelector(".base");
    expect(base && getComputedStyle(base).colorScheme).to.equal("dark");
  });

  it("signs the client out and lets the elements load again after signing in", async () => {
    const backend = backendOf("Power");
    const provider = providerOf(backend, document.createElement("crm-satisfaction-gauge"));
    const gauge = gaugeWithin(provider);
    gauge.indexId = "1";
    mount(provider);
    await untilState(gauge, "ready");
    const states: string[] = [];
    backend.client.onAuthChange((state) => states.push(state));
    provider.signOut();
    await untilState(gauge, "unauthorized");
    expect(states).to.deep.equal(["signed-out"]);
    provider.signIn();
    await untilState(gauge, "ready");
  });

  it("stays signed out when the client was set in the same breath", async () => {
    const backend = backendOf("Power");
    const gauge = document.createElement("crm-satisfaction-gauge");
    gauge.indexId = "1";
    const provider = providerOf(backend, gauge);
    mount(provider);
    provider.signOut();
    await untilState(gauge, "unauthorized");
    expect(backend.calls).to.deep.equal([]);
  });

  it("serves again after it was taken off the page and put back, and follows its client as before", async () => {
    const backend = backendOf("Power");
    const gauge = document.createElement("crm-satisfaction-gauge");
    gauge.indexId = "1";
    const provider = providerOf(backend, gauge);
    const place = mount(html`<div></div>`);
    place.append(provider);
    await untilState(gauge, "ready");
    provider.remove();
    await until(() => backend.followers === 0, "the end of the subscription");
    place.append(provider);
    await until(() => backend.followers === 1, "the subscription");
    backend.client.signOut();
    await untilState(gauge, "unauthorized");
  });

  it("answers whoever speaks the context protocol: once, or at each change until told to stop", async () => {
    const provider = providerOf(backendOf("Power"));
    mount(provider);
    await provider.updateComplete;
    const ask = (subscribe: boolean, callback: (value: PorticoContext, stop: () => void) => void) =>
      provider.dispatchEvent(
        Object.assign(new Event("context-request"), {
          context: Symbol.for("portico/context/1"),
          subscribe,
          callback,
        }),
      );
    const once: unknown[] = [];
    const always: unknown[] = [];
    let stop: (() => void) | undefined;
    const listen = ({ locale }: PorticoContext, unsubscribe: () => void) => {
      always.push(locale);
      if (unsubscribe !== stop) stop?.();
      stop = unsubscribe;
    };
    ask(false, ({ locale }) => once.push(locale));
    ask(true, listen);
    ask(true, listen);
    provider.locale = "ar";
    await provider.updateComplete;
    stop?.();
    provider.locale = "en";
    await provider.updateComplete;
    expect({ once, always }).to.deep.equal({ once: [undefined], always: [undefined, undefined, "ar"] });
  });

  it("leaves the elements that are moved out of it without a client", async () => {
    const gauge = document.createElement("crm-satisfaction-gauge");
    gauge.indexId = "1";
    const provider = providerOf(backendOf("Power"), gauge);
    mount(provider);
    await untilState(gauge, "ready");
    mount(html`<div></div>`).append(gauge);
    await untilState(gauge, "initial");
    expect(shownText(gauge)).not.to.contain("Power");
  });

  it("notices a sign-out on the client itself", async () => {
    const backend = backendOf("Power");
    const provider = providerOf(backend, document.createElement("crm-satisfaction-gauge"));
    const gauge = gaugeWithin(provider);
    gauge.indexId = "1";
    mount(provider);
    await untilState(gauge, "ready");
    backend.client.signOut();
    await untilState(gauge, "unauthorized");
  });

  it("takes no box and leaves storage, cookies and the document alone", async () => {
    const before = [
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      document.documentElement.outerHTML.length,
    ];
    const provider = providerOf(backendOf("Power"));
    expect(getComputedStyle(mount(provider)).display).to.equal("contents");
    provider.parentElement?.remove();
    const after = [
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      document.documentElement.outerHTML.length,
    ];
    expect(after).to.deep.equal(before);
  });
});
