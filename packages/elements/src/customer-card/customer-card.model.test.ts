import type { CustomerSummary } from "@portico/contract";
import { expect } from "chai";
import {
  type CardValue,
  chosenSections,
  contactPointsOf,
  countsOf,
  gradesOf,
  headerOf,
  interactionsOf,
  isNobody,
  isPartial,
  requestsOf,
  satisfactionOf,
  sectionState,
  teamOf,
} from "./customer-card.model.js";

const cardOf = (members: object) => members as CardValue;
const graded = (...data: object[]) =>
  cardOf({ customer: { id: "c" }, assessments: { status: "available", data } });

describe("customer card model", () => {
  it("takes the sections a host names, in its order, each once and no other", () => {
    expect(chosenSections("team,  contact team nonsense toString")).to.deep.equal(["team", "contact"]);
    expect(chosenSections("")).to.deep.equal([]);
    expect(chosenSections(null)).to.have.length(6);
  });

  it("prefers the judgement with its labels over the customer's plain code", () => {
    const labels = { en: "Gold" };
    const value = cardOf({
      customer: { id: "c", tier: "gold", segment: "corporate" },
      assessments: { status: "available", data: [{ kind: "tier", code: "gold", labels }] },
    });
    expect(headerOf(value).marks).to.deep.equal([
      { list: "segment", code: "corporate", labels: undefined, tone: "neutral" },
      { list: "tier", code: "gold", labels, tone: "neutral" },
    ]);
  });

  it("gives a known grade its tone and leaves an unknown one neutral, whatever it is called", () => {
    const tones = gradesOf(
      graded(
        { kind: "risk", code: "high" },
        { kind: "risk", code: "constructor" },
        { kind: "constructor", code: "name" },
        { kind: "mood", code: "high" },
      ),
    ).map(({ tone }) => tone);
    expect(tones).to.deep.equal(["danger", "neutral", "neutral", "neutral"]);
  });

  it("leaves old judgements out and marks those that have run out", () => {
    const grades = gradesOf(
      graded(
        { kind: "value", code: "A", current: false },
        { kind: "value", code: "B", validUntil: "2026-01-01T00:00:00Z" },
        { kind: "risk", code: "low", validUntil: "2026-03-01T00:00:00Z" },
      ),
      Date.parse("2026-02-01T00:00:00Z"),
    );
    expect(grades.map(({ code, outdated }) => [code, outdated])).to.deep.equal([
      ["B", true],
      ["low", false],
    ]);
  });

  it("puts the first person to talk to first and links only what is an address", () => {
    const data = [
      { member: { name: "Second" }, phone: "call me", email: "x@example.com?bcc=y@example.com" },
      { member: { name: "First" }, primary: true, phone: "+86 (21) 5555-0110", email: "a.b@example.com" },
    ];
    const team = teamOf(cardOf({ accountTeam: { status: "available", data } }));
    expect(team.map(({ name, reaches }) => [name, ...reaches.map(({ href }) => href)])).to.deep.equal([
      ["First", "tel:+86215555-0110", "mailto:a.b@example.com"],
      ["Second", undefined, undefined],
    ]);
  });

  it("treats a contact point as masked unless it is told otherwise", () => {
    const contactPoints = [
      { id: "1", value: "1**" },
      { id: "2", value: "22", masked: false },
    ];
    const points = contactPointsOf(cardOf({ customer: { contactPoints } }));
    expect(points.map(({ masked }) => masked)).to.deep.equal([true, false]);
  });

  it("is partial when a section failed or the backend has no summary, not when one is not for the visitor", () => {
    const customer = { id: "c" };
    expect(isPartial(cardOf({ customer, satisfaction: { status: "failed" } }))).to.equal(true);
    expect(isPartial(cardOf({ customer, isAlone: true }))).to.equal(true);
    expect(isPartial(cardOf({ customer, satisfaction: { status: "forbidden" } }))).to.equal(false);
    expect(isPartial(cardOf({ customer }))).to.equal(false);
  });

  it("reads a section whose status it does not know for what it holds", () => {
    const requests = { status: "delayed", openCount: 2 };
    expect(sectionState(cardOf({ requests }), "requests")).to.equal("available");
    expect(countsOf(cardOf({ requests })).open).to.equal(2);
  });

  const sections: (keyof CustomerSummary)[] = [
    "assessments",
    "accountTeam",
    "requests",
    "interactions",
    "satisfaction",
  ];
  const members = (section: unknown) => Object.fromEntries(sections.map((name) => [name, section]));
  const hollow = { id: null, kind: [], code: 7, name: {}, member: "x", subject: 1, value: {}, marks: [] };

  for (const [name, value] of Object.entries({
    "an empty object": {},
    "nulls everywhere": { customer: null, ...members(null) },
    texts: { customer: "x", ...members("x") },
    lists: { customer: [], ...members([]) },
    "sections without a status": { customer: {}, ...members({}) },
    "data that is no list": { customer: { contactPoints: "x" }, ...members({ data: { length: 3 } }) },
    "rows that are none": {
      customer: { contactPoints: [null, 1, "x", hollow], alternateNames: [null, {}, { name: 3 }], parent: 4 },
      ...members({ status: 3, data: [null, 1, "x", [], hollow], average: "4", sampleSize: -1, last: [] }),
    },
    "figures that are none": {
      customer: {},
      ...members({ average: Number.NaN, sampleSize: Infinity, scale: "1-5", openCount: "2" }),
    },
  })) {
    it(`survives ${name}`, () => {
      const card = cardOf(value);
      expect(isNobody(card)).to.equal(true);
      expect(headerOf(card).marks).to.deep.equal([]);
      for (const read of [contactPointsOf, gradesOf, teamOf, requestsOf, interactionsOf])
        expect(read(card)).to.deep.equal([]);
      expect(countsOf(card)).to.deep.equal({ open: 0, overdue: 0, urged: 0 });
      expect(satisfactionOf(card)).to.equal(undefined);
      expect(chosenSections(null).map((section) => sectionState(card, section))).to.have.length(6);
    });
  }
});
