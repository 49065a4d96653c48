import type { ServiceRequest } from "@portico/contract";
import { expect } from "chai";
import "../define/request-list.js";
import { expectAccessible } from "../internal/test/accessibility.js";
import { expectNoViolation } from "../internal/test/content-security.js";
import { apiError, connectionError, FakeBackend } from "../internal/test/fake-backend.js";
import { announced, create, mount, shownText, until, untilState } from "../internal/test/fixture.js";
import { providerOf } from "../internal/test/subject.js";
import type { CrmRequestList } from "./request-list.js";
import { request } from "./request-list.subject.js";

interface ListQuery {
  readonly cursor?: string;
  readonly limit: number;
  readonly q?: string;
  readonly state?: readonly string[];
}

describe("<crm-request-list>", () => {
  async function stageList(rows: readonly ServiceRequest[], attributes: Record<string, string> = {}) {
    const backend = new FakeBackend({
      "serviceRequests.list": ({ cursor, limit, q, state }: ListQuery) => {
        const found = rows.filter(
          (row) => (!q || row.title.includes(q)) && (!state || state.includes(row.state)),
        );
        const start = Number(cursor ?? 0);
        const end = start + limit;
        return {
          data: found.slice(start, end),
          nextCursor: end < found.length ? String(end) : null,
          total: found.length,
        };
      },
    });
    const element = create("crm-request-list", attributes) as CrmRequestList;
    mount(providerOf(backend, element));
    await until(() => element.state !== "initial" && element.state !== "loading", "the first answer");
    await element.updateComplete;
    const root = element.renderRoot as ShadowRoot;
    const titles = () => [...root.querySelectorAll(".link")].map((link) => link.textContent?.trim());
    const queries = () =>
      backend.calls
        .filter((call) => call.operation === "serviceRequests.list")
        .map((call) => call.args[0] as ListQuery);
    return { backend, element, root, titles, queries };
  }

  function choose(root: ShadowRoot, label: string, value: string): void {
    const select = root.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`);
    if (!select) throw new Error(`No select ${label}`);
    select.value = value;
    select.dispatchEvent(new Event("change"));
  }

  function type(root: ShadowRoot, words: string, isComposing = false): void {
    const input = root.querySelector<HTMLInputElement>("#search");
    if (!input) throw new Error("No search");
    input.value = words;
    input.dispatchEvent(new InputEvent("input", { isComposing }));
  }

  const many = (count: number) => Array.from({ length: count }, (_, index) => request(`n${index}`));

  for (const [written, limit] of [
    ["abc", 20],
    ["0", 20],
    ["-4", 1],
    ["2.5", 2],
    ["1000", 100],
  ] as const)
    it(`asks for ${limit} rows where page-size is ${written}`, async () => {
      const { queries } = await stageList(many(3), { "page-size": written });
      expect(queries().map((query) => query.limit)).to.deep.equal([limit]);
    });

  it("tells number, kind, the backend's own word for the state, marks, who holds it and when it changed", async () => {
    const marks = { overdue: true, urgedCount: 2, supervised: true, escalated: false, reopenedCount: 0 };
    const { element, root } = await stageList([request("a", { marks, unit: { id: "u", name: "Crew 3" } })]);
    for (const words of [
      "SR-a",
      "Fault report",
      "Crew on site",
      "Overdue",
      "Urged 2 times",
      "Supervised",
      "Crew 3",
    ])
      expect(shownText(element)).to.contain(words);
    const time = root.querySelector("time");
    expect(time?.textContent).to.match(/ago/);
    expect(time?.title).to.contain("2026");
  });

  it("has words for waiting that are right for those who wait too", async () => {
    const { element, root } = await stageList([request("a", { state: "pending", status: { code: "x" } })]);
    expect(shownText(element)).not.to.contain("you");
    expect(root.querySelector('option[value="pending"]')?.textContent).to.equal("Waiting for a reply");
  });

  it("leaves the title its room beside many marks", async () => {
    const marks = { overdue: true, urgedCount: 3, supervised: true, escalated: true, reopenedCount: 2 };
    const { element, root } = await stageList([request("a", { marks })]);
    for (const width of [700, 760, 820, 1000]) {
      element.style.inlineSize = `${width}px`;
      expect(root.querySelector(".what")?.clientWidth, `at ${width}`).to.be.at.least(width * 0.3);
    }
  });

  it("says whose request it is where that differs", async () => {
    const of = (id: string, displayName: string) =>
      request(id, { customer: { id: displayName, displayName } });
    const { element } = await stageList([of("a", "Grace Lin"), of("b", "Ada King")]);
    expect(shownText(element)).to.contain("Grace Lin").and.to.contain("Ada King");
    const own = await stageList([of("a", "Grace Lin"), of("b", "Grace Lin")]);
    expect(shownText(own.element)).not.to.contain("Grace Lin");
  });

  it("asks the backend for the chosen states and kind, and keeps the controls while it waits", async () => {
    const { backend, element, root, queries } = await stageList([request("a")]);
    backend.hold();
    choose(root, "State", "open");
    await untilState(element, "loading");
    expect(root.querySelector("#search")).not.to.equal(null);
    backend.release();
    choose(root, "Kind", "fault");
    await until(() => queries().length === 3, "the third query");
    expect(queries().at(-1)).to.deep.include({
      state: ["acknowledged", "inProgress", "pending", "held"],
      kind: ["fault"],
      sort: "-updatedAt",
    });
  });

  it("offers only the states and kinds that the host lets through", async () => {
    const { root, queries } = await stageList([request("a", { state: "held" })], {
      states: "held pending closed",
      kinds: "fault",
    });
    expect(queries()[0]).to.deep.include({ state: ["held", "pending", "closed"], kind: ["fault"] });
    const options = [...root.querySelectorAll('select[aria-label="State"] option')].map(
      (option) => option.textContent,
    );
    expect(options).not.to.contain("Withdrawn");
  });

  it("searches after a pause, from one character on, and not for half-written Pinyin", async () => {
    const { element, root, titles, queries } = await stageList([
      request("a", { title: "路灯不亮" }),
      request("b"),
    ]);
    type(root, "ludeng", true);
    type(root, "路", true);
    root.querySelector("#search")?.dispatchEvent(new CompositionEvent("compositionend"));
    await until(() => titles().length === 1, "the search");
    expect(titles()).to.deep.equal(["路灯不亮"]);
    expect(queries().map(({ q }) => q)).to.deep.equal([undefined, "路"]);
    expect(element.state).to.equal("ready");
  });

  it("tells an empty list from one where nothing matches, and clears the filters", async () => {
    const empty = await stageList([]);
    expect(shownText(empty.element)).to.contain("No requests yet");
    expect(empty.root.querySelector("#search")).to.equal(null);

    const { element, root, titles } = await stageList([request("a")]);
    type(root, "nothing like it");
    await untilState(element, "empty");
    expect(shownText(element)).to.contain("Nothing matches");
    await expectAccessible(element);
    root.querySelector<HTMLElement>(".state button")?.click();
    await untilState(element, "ready");
    expect(titles()).to.deep.equal(["Title of a"]);
    expect(root.activeElement?.id).to.equal("search");
  });

  it("shows more on demand, says how many, and keeps the keyboard where it was", async () => {
    const { element, root, titles } = await stageList(many(5), { "page-size": "2" });
    const more = () => root.querySelector<HTMLElement>('[part="more"]');
    more()?.focus();
    more()?.click();
    more()?.click();
    await until(() => titles().length === 4, "the second page");
    expect(root.activeElement).to.equal(more());
    expect(announced(element)).to.equal("4 of 5 requests are shown");
    more()?.click();
    await until(() => titles().length === 5, "the last page");
    await until(() => root.activeElement?.textContent?.trim() === "Title of n4", "the keyboard to go on");
    expect(more()).to.equal(null);
  });

  it("says beside the button that more could not be had, and tries again", async () => {
    const { backend, element, root, titles } = await stageList(many(3), { "page-size": "2" });
    backend.fault = connectionError();
    root.querySelector<HTMLElement>('[part="more"]')?.click();
    await until(() => root.querySelector('[role="alert"]'), "the failure");
    expect(element.state).to.equal("ready");
    backend.fault = undefined;
    root.querySelector<HTMLElement>('[part="more"]')?.click();
    await until(() => titles().length === 3, "the rest");
  });

  it("changes a row where it is when the feed says so, with one read for a burst", async () => {
    const { backend, element, titles, queries } = await stageList([request("a"), request("b")]);
    backend.answer("serviceRequests.get", (id: string) => request(id, { title: "Changed", state: "closed" }));
    for (let burst = 0; burst < 5; burst += 1) backend.emit({ subject: "b" });
    backend.emit({ subject: "stranger" });
    await until(() => titles()[1] === "Changed", "the change");
    expect(titles()).to.deep.equal(["Title of a", "Changed"]);
    expect(backend.calls.filter((call) => call.operation === "serviceRequests.get")).to.have.length(1);
    expect(queries()).to.have.length(1);
    expect(element.state).to.equal("ready");
  });

  it("takes a row away that the visitor may no longer see", async () => {
    const { backend, titles } = await stageList([request("a"), request("b")]);
    backend.answer("serviceRequests.get", () => apiError(404, "not-found"));
    backend.emit({ subject: "a" });
    await until(() => titles().length === 1, "the row to go");
    expect(titles()).to.deep.equal(["Title of b"]);
  });

  it("puts a new request at the top and announces it", async () => {
    const { backend, element, titles } = await stageList([request("a")]);
    backend.answer("serviceRequests.get", (id: string) => request(id));
    backend.emit({ subject: "new", type: "portico.serviceRequest.created" });
    await until(() => titles().length === 2, "the new row");
    expect(titles()[0]).to.equal("Title of new");
    expect(announced(element)).to.equal("1 new request");
  });

  it("moves nothing under somebody who is on a row: new requests wait behind a notice", async () => {
    const rows = [request("a")];
    const { backend, root, titles } = await stageList(rows);
    root.querySelector<HTMLElement>(".link")?.focus();
    backend.answer("serviceRequests.get", (id: string) => request(id));
    backend.emit({ subject: "new", type: "portico.serviceRequest.created" });
    await until(() => root.querySelector(".arrivals"), "the notice");
    expect(titles()).to.deep.equal(["Title of a"]);
    rows.unshift(request("new"));
    root.querySelector<HTMLElement>(".arrivals button")?.click();
    await until(() => titles().length === 2, "the new row");
    expect(root.querySelector(".arrivals")).to.equal(null);
  });

  it("ignores new requests that the filter leaves out", async () => {
    const { backend, root, titles } = await stageList([request("a")], { kinds: "fault" });
    backend.answer("serviceRequests.get", (id: string) => request(id, { kind: "praise" }));
    backend.emit({ subject: "new", type: "portico.serviceRequest.created" });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(titles()).to.deep.equal(["Title of a"]);
    expect(root.querySelector(".arrivals")).to.equal(null);
  });

  it("selects by a cancelable event and links only to safe addresses", async () => {
    const { element, root } = await stageList([request("a/b")], { "href-template": "request.html?id={id}" });
    const link = root.querySelector<HTMLAnchorElement>("a.link");
    expect(link?.getAttribute("href")).to.equal("request.html?id=a%2Fb");
    const chosen: string[] = [];
    element.addEventListener("crm-request-select", (event) => {
      chosen.push(event.detail.request.id);
      event.preventDefault();
    });
    const click = new MouseEvent("click", { bubbles: true, cancelable: true });
    link?.dispatchEvent(click);
    expect(chosen).to.deep.equal(["a/b"]);
    expect(click.defaultPrevented).to.equal(true);

    element.hrefTemplate = "javascript:alert('{id}')";
    await element.updateComplete;
    expect(root.querySelector("a.link")).to.equal(null);
    root.querySelector<HTMLElement>("button.link")?.click();
    expect(chosen).to.have.length(2);
  });

  it("marks the chosen row", async () => {
    const { element, root } = await stageList([request("a"), request("b")], { "selected-id": "b" });
    expect(root.querySelector('[aria-current="true"]')?.textContent?.trim()).to.equal("Title of b");
    await expectAccessible(element);
  });

  it("filters a given list without a client", async () => {
    const element = mount<CrmRequestList>(document.createElement("crm-request-list"));
    element.requests = [request("a"), request("b", { kind: "praise" })];
    await untilState(element, "ready");
    choose(element.renderRoot as ShadowRoot, "Kind", "praise");
    await element.updateComplete;
    expect(shownText(element)).to.contain("Title of b").and.not.to.contain("Title of a");
  });

  it("has every row of a long list in the document, and its details once it comes near", async () => {
    const list = create("crm-request-list") as CrmRequestList;
    list.requests = many(150);
    mount(list);
    await until(() => list.renderRoot.querySelectorAll(".row").length === 150, "all rows");
    const rows = [...list.renderRoot.querySelectorAll(".row")];
    expect(rows.map((row) => row.querySelector(".link")?.textContent)).to.eql(
      many(150).map(({ title }) => title),
    );
    const last = rows.at(-1);
    list.scrollIntoView({ block: "end" });
    await until(() => Boolean(last?.querySelector("time")), "the details of the last row");
    const chosen: string[] = [];
    list.addEventListener("crm-request-select", ({ detail }) => chosen.push(detail.request.id));
    last?.querySelector<HTMLElement>(".link")?.click();
    expect(chosen).to.eql(["n149"]);
  });

  it("prints every row of a long list with its details", async () => {
    const list = create("crm-request-list") as CrmRequestList;
    list.requests = many(150);
    mount(list);
    const rows = () => [...list.renderRoot.querySelectorAll(".row")];
    await until(() => rows().length === 150, "all rows");
    window.dispatchEvent(new Event("beforeprint"));
    expect(rows().every((row) => row.querySelector("time"))).to.equal(true);
  });

  it("speaks Chinese", async () => {
    const { element } = await stageList([request("a")], { lang: "zh-Hans" });
    await until(() => shownText(element).includes("故障报修"), "the translation");
    expect(shownText(element)).to.contain("人员已到场");
  });

  it("writes no style attribute and breaks no strict policy", async () => {
    await expectNoViolation(async () => {
      const { element, root } = await stageList([request("a")]);
      await untilState(element, "ready");
      expect(root.querySelectorAll("[style]")).to.have.length(0);
    });
  });
});
