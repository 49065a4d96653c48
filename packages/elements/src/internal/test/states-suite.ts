import { expect } from "chai";
import type { CrmElement } from "../crm-element.js";
import type { ElementState } from "../resource-controller.js";
import { expectAccessible } from "./accessibility.js";
import { apiError, connectionError, FakeBackend } from "./fake-backend.js";
import { announced, create, mount, shownText, untilState } from "./fixture.js";
import { createSubject, firstId, type Subject, stage } from "./subject.js";

const failures: readonly { state: ElementState; code: string; error: () => Error }[] = [
  { state: "unauthorized", code: "unauthenticated", error: () => apiError(401, "unauthenticated") },
  { state: "forbidden", code: "forbidden", error: () => apiError(403, "forbidden") },
  { state: "not-found", code: "not-found", error: () => apiError(404, "not-found") },
  { state: "offline", code: "connection", error: connectionError },
  { state: "error", code: "internal", error: () => apiError(500, "internal") },
];

/** Drives an element through all eleven public states with a client that fails on demand. */
export function statesSuite(subject: Subject): void {
  const { tag, given, shows } = subject;

  describe(`<${tag}> states`, () => {
    it("is initial and quiet without anything to load from", async () => {
      const element = mount<CrmElement>(createSubject(subject));
      await untilState(element, "initial");
      expect(shownText(element)).not.to.contain(shows(firstId));
    });

    it("is loading, with a skeleton that takes its room at once and shows after a moment", async () => {
      const backend = new FakeBackend(subject.answers);
      backend.hold();
      const { element } = stage(subject, backend);
      await untilState(element, "loading");
      const skeleton = element.shadowRoot?.querySelector(".skeleton");
      if (!skeleton) throw new Error("There is no skeleton");
      expect(skeleton.getBoundingClientRect().height).to.be.greaterThan(0);
      expect(getComputedStyle(skeleton).visibility).to.equal("hidden");
      // A page in the background does not run its animations: the time is moved by hand.
      for (const animation of skeleton.getAnimations()) animation.currentTime = 250;
      expect(getComputedStyle(skeleton).visibility).to.equal("visible");
      backend.release();
      await untilState(element, "ready");
    });

    it("is ready, tells each state once and can be read by everybody", async () => {
      const backend = new FakeBackend(subject.answers);
      const states: ElementState[] = [];
      const element = createSubject(subject);
      element.addEventListener("crm-state", (event) => states.push(event.detail.state));
      mount(element);
      const provider = document.createElement("crm-provider");
      provider.client = backend.client;
      element.replaceWith(provider);
      provider.append(element);
      await untilState(element, "ready");
      expect(states.filter((state) => state !== "initial")).to.deep.equal(["loading", "ready"]);
      expect(shownText(element)).to.contain(shows(firstId));
      await expectAccessible(element);
    });

    if (given) {
      it("shows a given object without any request", async () => {
        const backend = new FakeBackend(subject.answers);
        const { element, provider } = stage(subject, backend);
        element.remove();
        const fed = create(tag, subject.attributes, { [given.property]: given.value });
        backend.calls.length = 0;
        provider.append(fed);
        await untilState(fed, "ready");
        expect(backend.calls).to.deep.equal([]);
        expect(backend.followers).to.equal(0);
      });
    }

    for (const state of ["empty", "partial"] as const) {
      const answers = subject[state];
      if (!answers) continue;
      it(`is ${state} and says so`, async () => {
        const { element } = stage(subject, new FakeBackend({ ...subject.answers, ...answers }));
        await untilState(element, state);
        expect(announced(element)).not.to.equal("");
        await expectAccessible(element);
      });
    }

    for (const { state, code, error } of failures) {
      it(`is ${state} after ${code}, says so, and recovers by retry()`, async () => {
        const backend = new FakeBackend(subject.answers);
        backend.fault = error();
        const codes: string[] = [];
        const element = createSubject(subject);
        element.addEventListener("crm-error", (event) => codes.push(event.detail.code));
        const provider = document.createElement("crm-provider");
        provider.client = backend.client;
        provider.append(element);
        mount(provider);
        await untilState(element, state);
        expect(codes).to.deep.equal([code]);
        expect(element.error?.code).to.equal(code);
        expect(announced(element)).not.to.equal("");
        expect(shownText(element)).to.contain(announced(element));
        await expectAccessible(element);
        backend.fault = undefined;
        await element.retry();
        await untilState(element, "ready");
        expect(element.error).to.equal(undefined);
      });

      it(`lets the host replace what it shows when ${state}`, async () => {
        const backend = new FakeBackend(subject.answers);
        backend.fault = error();
        const own = document.createElement("p");
        own.slot = state;
        own.textContent = "The host's own words";
        const { element } = stage(subject, backend, [own]);
        await untilState(element, state);
        expect(own.assignedSlot?.name).to.equal(state);
      });
    }

    it("is stale when a reload fails: the last good value stays", async () => {
      const { backend, element } = stage(subject);
      await untilState(element, "ready");
      backend.fault = connectionError();
      await element.retry();
      await untilState(element, "stale");
      expect(shownText(element)).to.contain(shows(firstId));
      await expectAccessible(element);
      backend.fault = undefined;
      window.dispatchEvent(new Event("online"));
      await untilState(element, "ready");
    });

    it("withdraws a value that the visitor may no longer see", async () => {
      const { backend, element } = stage(subject);
      await untilState(element, "ready");
      backend.fault = apiError(403, "forbidden");
      await element.retry();
      await untilState(element, "forbidden");
      expect(shownText(element)).not.to.contain(shows(firstId));
    });

    it("fails softly with a client that lacks every method", async () => {
      const backend = new FakeBackend();
      for (const operation of Object.keys(subject.answers)) backend.remove(operation);
      const { element } = stage(subject, backend);
      await untilState(element, "error");
      expect(element.error?.code).to.be.oneOf(["unsupported", "unexpected"]);
    });
  });
}
