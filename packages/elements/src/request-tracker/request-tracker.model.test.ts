import type { Entry, ServiceRequest } from "@portico/contract";
import { expect } from "chai";
import {
  appendEntry,
  isStaff,
  mergeEntries,
  neededFor,
  newReplies,
  offersOf,
  prependEntries,
  readEntries,
  requestView,
  stepsOf,
  type Tracked,
  timelineOf,
} from "./request-tracker.model.js";

const now = Date.parse("2026-06-15T12:00:00Z");
const request = (members: object = {}) => ({ id: "r1", state: "inProgress", ...members }) as ServiceRequest;
const entry = (id: string, members: object = {}) =>
  ({ id, type: "reply", text: `Text ${id}`, createdAt: "2026-06-15T08:00:00Z", ...members }) as Entry;
const tracked = (...ids: string[]): Tracked => ({
  request: request(),
  entries: ids.map((id) => entry(id)),
  olderCursor: "older",
});
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);

describe("request tracker model", () => {
  it("survives a request without anything, or with the wrong thing, in it", () => {
    const hostile = [
      null,
      7,
      {},
      {
        owner: "Li",
        handler: [],
        unit: 4,
        location: "here",
        nextStep: "soon",
        attachments: {},
        rating: 5,
        status: null,
      },
      {
        nextStep: { code: 1, dueAt: "soon" },
        attachments: [null, 4, { id: 5 }],
        location: { latitude: "31" },
      },
    ];
    for (const payload of hostile) {
      const view = requestView(payload as unknown as ServiceRequest, now);
      expect(view.files).to.deep.equal([]);
      expect(view.place).to.deep.equal([]);
      expect(view.owner).to.equal(undefined);
      expect(offersOf(payload as unknown as ServiceRequest, now)).to.include({ reply: false, urge: false });
    }
    for (const payload of [null, "log", [null, 4, {}, { id: "e1" }, { id: "e2", createdAt: "soon" }]])
      expect(readEntries(payload)).to.deep.equal([]);
    expect(() =>
      timelineOf(readEntries([{ id: "e1", createdAt: "2026-01-01T00:00:00Z", author: 4, attachments: 7 }])),
    ).not.to.throw();
  });

  it("shows a place by its address, and by coordinates only without one", () => {
    const place = (location: object) => requestView(request({ location }), now).place;
    expect(
      place({ address: "120 Jiefang Road", note: "behind the school", latitude: 31, longitude: 121 }),
    ).to.deep.equal(["120 Jiefang Road", "behind the school"]);
    expect(place({ latitude: 31.2304, longitude: 121.4737 })).to.deep.equal(["31.23040, 121.47370"]);
  });

  it("says whose turn it is, by when, and that it is late", () => {
    const next = (nextStep: object, members: object = {}) =>
      requestView(request({ nextStep, ...members }), now).next;
    const labels = { en: "Repair" };
    expect(next({ code: "x", labels, dueAt: "2026-06-15T13:00:00Z" })).to.include({
      overdue: false,
      isCustomersTurn: false,
    });
    expect(next({ code: "x", labels, dueAt: "2026-06-15T11:00:00Z" })).to.include({ overdue: true });
    expect(next({ code: "x", labels }, { dueAt: "2026-06-15T11:00:00Z" })).to.include({
      dueAt: "2026-06-15T11:00:00Z",
      overdue: true,
    });
    expect(next({ code: "x", labels }, { marks: { overdue: true } })).to.include({ overdue: true });
    // While the customer is awaited, the provider's promise does not run.
    expect(
      next(
        { code: "x", labels, by: "customer" },
        { marks: { overdue: true }, dueAt: "2026-06-15T11:00:00Z" },
      ),
    ).to.include({
      isCustomersTurn: true,
      overdue: false,
      dueAt: undefined,
    });
    expect(requestView(request({ nextStep: null }), now).next).to.equal(undefined);
  });

  it("walks from accepted to closed, with the turns a request may take", () => {
    const way = (state: string) => stepsOf(state).map((step) => `${step.state}:${step.status}`);
    expect(way("acknowledged")).to.deep.equal([
      "acknowledged:current",
      "inProgress:upcoming",
      "resolved:upcoming",
      "closed:upcoming",
    ]);
    expect(way("held")).to.deep.equal([
      "acknowledged:done",
      "held:current",
      "resolved:upcoming",
      "closed:upcoming",
    ]);
    expect(way("closed")).to.deep.equal([
      "acknowledged:done",
      "inProgress:done",
      "resolved:done",
      "closed:done",
    ]);
    expect(way("rejected")).to.deep.equal(["acknowledged:done", "rejected:current"]);
    expect(way("cancelled")).to.deep.equal(["acknowledged:done", "cancelled:current"]);
    expect(way("teleported")).to.deep.equal(["acknowledged:done", "teleported:current"]);
  });

  it("offers what the backend allows and nothing else", () => {
    const offers = (members: object) => offersOf(request(members), now);
    expect(offers({ allowedActions: ["reply", "withdraw", "dance"] })).to.deep.equal({
      reply: true,
      comment: false,
      urge: false,
      urgeAllowedAt: undefined,
      withdraw: true,
      reopen: false,
      rate: false,
      close: false,
      transitions: [],
    });
    expect(offers({ allowedActions: [], allowedTransitions: ["resolved"] }).transitions).to.deep.equal([]);
    expect(
      offers({ allowedActions: ["transition"], allowedTransitions: ["resolved", 4] }).transitions,
    ).to.deep.equal(["resolved"]);
    // A customer may move what is resolved, but by the actions that have a name of their own.
    expect(
      offers({ allowedActions: ["reopen", "transition"], allowedTransitions: ["closed", "inProgress"] }),
    ).to.deep.include({ close: true, reopen: true, transitions: [] });
    expect(
      offers({ allowedActions: ["withdraw", "transition"], allowedTransitions: ["cancelled", "held"] }),
    ).to.deep.include({ withdraw: true, transitions: ["held"] });
    expect(isStaff(offers({ allowedActions: ["comment"] }))).to.equal(true);
    expect(isStaff(offers({ allowedActions: ["reply", "urge"] }))).to.equal(false);
  });

  it("shows urging as not yet possible until its time has come", () => {
    const offers = (urgeAllowedAt: string, allowedActions: string[]) =>
      offersOf(request({ urgeAllowedAt, allowedActions }), now);
    expect(offers("2026-06-15T13:00:00Z", [])).to.include({
      urge: true,
      urgeAllowedAt: "2026-06-15T13:00:00Z",
    });
    expect(offers("2026-06-15T11:00:00Z", ["urge"])).to.include({ urge: true, urgeAllowedAt: undefined });
    expect(offers("2026-06-15T11:00:00Z", [])).to.include({ urge: false });
  });

  it("knows what a new state needs beside itself", () => {
    expect(neededFor("inProgress", "resolved")).to.equal("resolution");
    expect(neededFor("acknowledged", "rejected")).to.equal("reason");
    expect(neededFor("resolved", "inProgress")).to.equal("reason");
    expect(neededFor("resolved", "closed")).to.equal(undefined);
    expect(neededFor("acknowledged", "inProgress")).to.equal(undefined);
  });

  it("groups the log by the reader's days, what was said apart from what happened", () => {
    const days = timelineOf([
      entry("a", { type: "created", text: undefined, createdAt: "2026-06-10T12:00:00Z" }),
      entry("b", { createdAt: "2026-06-10T12:30:00Z" }),
      entry("c", { type: "somethingNew", createdAt: "2026-06-12T12:00:00Z", visibility: "internal" }),
    ]);
    expect(days.map((day) => day.entries.map(({ id }) => id))).to.deep.equal([["a", "b"], ["c"]]);
    expect(days[0]?.entries.map(({ isMessage }) => isMessage)).to.deep.equal([false, true]);
    expect(days[1]?.entries[0]).to.include({ isMessage: true, internal: true });
  });

  it("keeps older entries when the latest page comes again, unless a gap would open", () => {
    const known = tracked("a", "b", "c");
    const again = mergeEntries(known, { entries: [entry("b"), entry("c"), entry("d")], olderCursor: "x" });
    expect(ids(again.entries)).to.deep.equal(["a", "b", "c", "d"]);
    expect(again.olderCursor).to.equal("older");
    const lagging = mergeEntries(known, { entries: [entry("a"), entry("b")], olderCursor: "x" });
    expect(ids(lagging.entries)).to.have.members(["a", "b", "c"]);
    const gap = mergeEntries(known, { entries: [entry("y"), entry("z")], olderCursor: "x" });
    expect(ids(gap.entries)).to.deep.equal(["y", "z"]);
    expect(gap.olderCursor).to.equal("x");
  });

  it("adds older entries and one's own once", () => {
    const known = tracked("b", "c");
    expect(
      ids(prependEntries(known, { entries: [entry("a"), entry("b")], olderCursor: null }).entries),
    ).to.deep.equal(["a", "b", "c"]);
    expect(ids(appendEntry(appendEntry(known, entry("d")), entry("d")).entries)).to.deep.equal([
      "b",
      "c",
      "d",
    ]);
  });

  it("tells what others have said since, and not what merely happened", () => {
    const later = { ...tracked("a"), entries: [entry("a"), entry("b"), entry("c", { type: "stateChange" })] };
    expect(newReplies(tracked("a"), later).map(({ id }) => id)).to.deep.equal(["b"]);
    expect(newReplies({ ...tracked(), entriesFailed: true }, later)).to.deep.equal([]);
  });
});
