import { expect } from "chai";
import type { LitElement } from "lit";
import type { CrmElement } from "../crm-element.js";
import { expectRightInAnyOrder } from "./any-order.js";
import { FakeBackend } from "./fake-backend.js";
import { mount, shownText, until, untilState } from "./fixture.js";
import { createSubject, firstId, providerOf, type Subject, stage } from "./subject.js";

/** Moves an element about while its requests run: nothing is lost, nothing leaks, nothing late is shown. */
export function lifecycleSuite(subject: Subject): void {
  const { tag, shows } = subject;

  describe(`<${tag}> life cycle`, () => {
    it("waits for a provider that comes later", async () => {
      const element = mount<CrmElement>(createSubject(subject));
      await untilState(element, "initial");
      const provider = providerOf(new FakeBackend(subject.answers));
      element.replaceWith(provider);
      provider.append(element);
      await untilState(element, "ready");
    });

    it("uses the provider that it names, also when that one comes later", async () => {
      const element = createSubject(subject);
      element.setAttribute("provider", "afar");
      const page = document.createElement("div");
      page.append(element);
      mount(page);
      await untilState(element, "initial");
      const provider = providerOf(new FakeBackend(subject.answers));
      provider.id = "afar";
      page.append(provider);
      await untilState(element, "ready");
    });

    it("asks nothing again when it is moved within its provider", async () => {
      const { backend, provider, element } = stage(subject);
      await untilState(element, "ready");
      const calls = backend.calls.length;
      const place = document.createElement("div");
      provider.append(place);
      place.append(element);
      await untilState(element, "ready");
      expect(backend.calls.length).to.equal(calls);
    });

    it("aborts what runs when it is removed, and resumes when it is back", async () => {
      const backend = new FakeBackend(subject.answers);
      backend.hold();
      const { provider, element } = stage(subject, backend);
      await untilState(element, "loading");
      element.remove();
      await until(
        () => backend.calls.every((call) => call.signal?.aborted !== false),
        "every request to be aborted",
      );
      expect(backend.followers).to.equal(0);
      backend.release();
      provider.append(element);
      await untilState(element, "ready");
    });

    it("starts over with another client", async () => {
      const { provider, element } = stage(subject);
      await untilState(element, "ready");
      const other = new FakeBackend(subject.answers);
      other.hold();
      provider.client = other.client;
      await untilState(element, "loading");
      expect(shownText(element)).not.to.contain(shows(firstId));
      other.release();
      await untilState(element, "ready");
    });

    it("lets go of everything at sign-out, also in mid-flight", async () => {
      const { backend, provider, element } = stage(subject);
      await untilState(element, "ready");
      backend.hold();
      void element.retry();
      provider.signOut();
      await untilState(element, "unauthorized");
      expect(shownText(element)).not.to.contain(shows(firstId));
      expect(backend.followers).to.equal(0);
      backend.release();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(element.state).to.equal("unauthorized");
    });

    it("shows nothing of one principal to the next", async () => {
      const { backend, element } = stage(subject);
      await untilState(element, "ready");
      backend.hold();
      backend.tellAuth("changed");
      await untilState(element, "loading");
      expect(shownText(element)).not.to.contain(shows(firstId));
      backend.release();
      await untilState(element, "ready");
    });

    it("changes to the client around it when it is moved to another provider", async () => {
      const { backend, element } = stage(subject);
      await untilState(element, "ready");
      const other = new FakeBackend(subject.answers);
      other.hold();
      mount(providerOf(other)).append(element);
      await untilState(element, "loading");
      expect(shownText(element)).not.to.contain(shows(firstId));
      expect(backend.followers).to.equal(0);
      other.release();
      await untilState(element, "ready");
    });

    it("asks again when its page comes back from the back-forward cache, and keeps what it shows", async () => {
      const { backend, element } = stage(subject);
      await untilState(element, "ready");
      const calls = backend.calls.length;
      const states: string[] = [];
      element.addEventListener("crm-state", ({ detail }) => states.push(detail.state));
      window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }));
      expect(backend.calls.length).to.equal(calls);
      window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      await until(() => backend.calls.length > calls, "another request");
      await element.updateComplete;
      expect(states).to.deep.equal([]);
    });

    it("is deaf while it is off the page", async () => {
      const { backend, element } = stage(subject);
      await untilState(element, "ready");
      element.remove();
      await until(() => backend.followers === 0, "the end of the subscription");
      const calls = backend.calls.length;
      window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      window.dispatchEvent(new Event("online"));
      expect(backend.calls.length).to.equal(calls);
    });

    it("draws on whatever templates leave in its properties where they have nothing to set", async () => {
      const { element } = stage(subject);
      await untilState(element, "ready");
      const members = element as unknown as Record<string, unknown>;
      for (const name of (element.constructor as typeof LitElement).elementProperties.keys()) {
        const own = members[String(name)];
        for (const value of [undefined, null, false, "", own]) {
          members[String(name)] = value;
          await element.updateComplete;
        }
      }
      await untilState(element, "ready");
      expect(shownText(element)).to.contain(shows(firstId));
    });

    it("never shows what was not asked for last, whatever happens in which order", async () => {
      await expectRightInAnyOrder(subject);
    }).timeout(60_000);
  });
}
