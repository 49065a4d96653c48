import type { ServiceRequest } from "@portico/contract";
import { expect } from "chai";
import { wordsOf } from "../internal/payload.js";
import {
  appendPage,
  chosenStates,
  givenPage,
  hrefOf,
  listParameters,
  matches,
  type RequestQuery,
  readRows,
  removeRow,
  rowView,
  sortOf,
} from "./request-list.model.js";

const anything: RequestQuery = { states: [], kinds: [], sort: "-updatedAt", search: "" };
const request = (members: object): ServiceRequest =>
  ({
    id: "r1",
    number: "SR-1",
    title: "No light",
    kind: "fault",
    state: "acknowledged",
    ...members,
  }) as ServiceRequest;

describe("request list model", () => {
  it("survives rows without anything, or with the wrong thing, in them", () => {
    for (const hostile of [
      null,
      undefined,
      5,
      "row",
      [],
      {},
      { status: 3, marks: "x", handler: [], owner: { name: 7 } },
    ]) {
      const view = rowView(hostile as unknown as ServiceRequest);
      expect(view.title).to.equal(undefined);
      expect(view.holder).to.equal(undefined);
      expect(view.marks).to.deep.equal({
        overdue: false,
        urged: 0,
        supervised: false,
        escalated: false,
        reopened: 0,
      });
    }
    expect(rowView(request({ updatedAt: "yesterday", createdAt: 4 })).updatedAt).to.equal(undefined);
    expect(rowView(request({ marks: { urgedCount: -3, overdue: "yes" } })).marks).to.include({
      urged: 0,
      overdue: false,
    });
  });

  it("leaves out what cannot be told from another row", () => {
    expect(readRows([null, {}, { id: "" }, { id: 7 }, { id: "r1" }])).to.deep.equal([{ id: "r1" }]);
    for (const data of [null, undefined, "rows", { length: 1 }]) expect(readRows(data)).to.deep.equal([]);
  });

  it("names who holds a request: the handler before the unit, the unit before the first contact", () => {
    const owner = { id: "p1", name: "Li" };
    const unit = { id: "u1", name: "Crew 3" };
    expect(rowView(request({ owner })).holder).to.equal("Li");
    expect(rowView(request({ owner, unit, handler: null })).holder).to.equal("Crew 3");
    expect(rowView(request({ owner, unit, handler: { id: "p2", name: "Wang" } })).holder).to.equal("Wang");
  });

  it("keeps a choice of states within what the host offers, and never asks for everything instead", () => {
    expect(chosenStates("", [])).to.deep.equal([]);
    expect(chosenStates("open", [])).to.include.members(["acknowledged", "held"]);
    expect(chosenStates("open", ["held", "closed"])).to.deep.equal(["held"]);
    expect(chosenStates("open", ["closed"])).not.to.deep.equal([]);
    expect(chosenStates("held", ["held", "closed"])).to.deep.equal(["held"]);
  });

  it("reads attributes as words and knows its orders", () => {
    expect(wordsOf("  fault,complaint  fault ")).to.deep.equal(["fault", "complaint"]);
    expect(wordsOf("")).to.deep.equal([]);
    expect(wordsOf(undefined)).to.deep.equal([]);
    expect(wordsOf(["fault", "complaint"])).to.deep.equal(["fault", "complaint"]);
    expect(sortOf("createdAt")).to.equal("createdAt");
    expect(sortOf("price")).to.equal("-updatedAt");
  });

  it("sends only what is chosen", () => {
    expect(listParameters(anything)).to.deep.equal({ sort: "-updatedAt" });
    expect(
      listParameters({
        customerId: "c1",
        industry: "utility",
        states: ["held"],
        kinds: ["fault"],
        sort: "dueAt",
        search: "路灯",
      }),
    ).to.deep.equal({
      customerId: "c1",
      industry: "utility",
      state: ["held"],
      kind: ["fault"],
      sort: "dueAt",
      q: "路灯",
    });
  });

  it("filters, searches and sorts a given list itself", () => {
    const list = [
      request({ id: "a", title: "整条街路灯不亮", updatedAt: "2026-01-01T00:00:00Z" }),
      request({ id: "b", kind: "praise", updatedAt: "2026-01-03T00:00:00Z" }),
      request({ id: "c", state: "closed" }),
      request({ id: "d", number: "SR-99", updatedAt: "2026-01-02T00:00:00Z" }),
    ];
    const ids = (query: Partial<RequestQuery>) =>
      givenPage(list, { ...anything, ...query }).rows.map(({ id }) => id);
    expect(ids({})).to.deep.equal(["b", "d", "a", "c"]);
    expect(ids({ kinds: ["praise"] })).to.deep.equal(["b"]);
    expect(ids({ states: ["closed"] })).to.deep.equal(["c"]);
    expect(ids({ search: "灯" })).to.deep.equal(["a"]);
    expect(ids({ search: "sr-99" })).to.deep.equal(["d"]);
    expect(matches(request({ title: null, description: 4 }), { ...anything, search: "4" })).to.equal(false);
  });

  it("keeps a row once when it has moved between two pages", () => {
    const first = { rows: [request({ id: "a" }), request({ id: "b" })], nextCursor: "2", total: 3 };
    const both = appendPage(first, {
      rows: [request({ id: "b", title: "Newer" }), request({ id: "c" })],
      nextCursor: null,
    });
    expect(both.rows.map(({ id }) => id)).to.deep.equal(["a", "b", "c"]);
    expect(both.rows[1]?.title).to.equal("Newer");
    expect(both).to.include({ nextCursor: null, total: 3 });
    expect(removeRow(both, "b").total).to.equal(2);
    expect(removeRow(both, "z").total).to.equal(3);
  });

  it("leads only to http, https and relative addresses, with the id encoded", () => {
    const href = (template: string | null, id = "r 1/../x?y#z") => hrefOf(template, id);
    expect(href("request.html?id={id}")).to.equal("request.html?id=r%201%2F..%2Fx%3Fy%23z");
    expect(href("https://crm.example/{id}", "a")).to.equal("https://crm.example/a");
    expect(href("{id}", "javascript:alert(1)")).to.equal("javascript%3Aalert(1)");
    for (const bad of [
      null,
      "",
      "javascript:alert('{id}')",
      " javascript:{id}",
      "java\nscript:{id}",
      "data:text/html,{id}",
      "https://{id}:bad port",
    ]) {
      expect(href(bad), String(bad)).to.equal(undefined);
    }
  });
});
