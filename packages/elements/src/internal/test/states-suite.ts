import { expect } from "chai";
import type { ElementState } from "../resource-controller.js";
import { expectAccessible } from "./accessibility.js";
import { FakeBackend } from "./fake-backend.js";
import { announced, create, shownText, until, untilState } from "./fixture.js";
import { customStates, faults, heal, situate, statesOf } from "./situations.js";
import { firstId, type Subject, stage } from "./subject.js";

type Failure = keyof typeof faults;

const failures = Object.keys(faults) as Failure[];
const withValue: ReadonlySet<ElementState> = new Set(["ready", "partial", "stale"]);
const silent: ReadonlySet<ElementState> = new Set(["initial", "loading", "ready"]);
const hasButton: ReadonlySet<ElementState> = new Set([
  "partial",
  "stale",
  "unauthorized",
  "offline",
  "error",
]);

/** What an element has told by the time it is in a state, after `initial`. */
function toldBefore(state: ElementState): ElementState[] {
  if (state === "initial") return [];
  if (state === "loading") return ["loading"];
  return state === "stale" ? ["loading", "ready", "stale"] : ["loading", state];
}

/** Drives an element through all eleven public states with a client that fails on demand. */
export function statesSuite(subject: Subject): void {
  const { tag, given, shows } = subject;

  describe(`<${tag}> states`, () => {
    it("are those that its documentation names", async () => {
      expect(statesOf(subject)).to.have.members(await documentedStates(tag));
    });

    for (const state of statesOf(subject)) inState(subject, state);

    it("loading takes its room at once and shows after a moment", async () => {
      const { element } = await situate(subject, "loading");
      const skeleton = element.shadowRoot?.querySelector(".skeleton");
      if (!skeleton) throw new Error("There is no skeleton");
      expect(skeleton.getBoundingClientRect().height).to.be.greaterThan(0);
      expect(getComputedStyle(skeleton).visibility).to.equal("hidden");
      // A page in the background does not run its animations: the time is moved by hand.
      for (const animation of skeleton.getAnimations()) animation.currentTime = 250;
      expect(getComputedStyle(skeleton).visibility).to.equal("visible");
    });

    if (given) {
      it("ready needs no request for a given object", async () => {
        const { backend, provider, element } = stage(subject);
        element.remove();
        const fed = create(tag, subject.attributes, { [given.property]: given.value });
        backend.calls.length = 0;
        provider.append(fed);
        await untilState(fed, "ready");
        expect(backend.calls).to.deep.equal([]);
        expect(backend.followers).to.equal(0);
      });
    }

    for (const failure of ["offline", "error"] as const) {
      it(`stale keeps the last good value over ${failure}`, async () => {
        const { backend, element } = await situate(subject, "ready");
        backend.fault = faults[failure];
        await element.retry();
        await untilState(element, "stale");
        expect(shownText(element)).to.contain(shows(firstId));
        expect(element.error).to.equal(faults[failure]);
      });
    }

    it("stale ends by itself when the connection is back", async () => {
      const situation = await situate(subject, "stale");
      heal(situation, subject);
      window.dispatchEvent(new Event("online"));
      await untilState(situation.element, "ready");
    });

    for (const failure of ["unauthorized", "forbidden", "not-found"] as const) {
      it(`${failure} withdraws a value that the visitor may no longer see`, async () => {
        const { backend, element } = await situate(subject, "ready");
        backend.fault = faults[failure];
        await element.retry();
        await untilState(element, failure);
        expect(shownText(element)).not.to.contain(shows(firstId));
      });
    }

    it("error is what a client that lacks every method leads to", async () => {
      const backend = new FakeBackend();
      for (const operation of Object.keys(subject.answers)) backend.remove(operation);
      const { element } = stage(subject, backend);
      await untilState(element, "error");
      expect(element.error?.code).to.be.oneOf(["unsupported", "unexpected"]);
    });
  });
}

/** What holds in each state alike. */
function inState(subject: Subject, state: ElementState): void {
  const { shows } = subject;
  const fails = failures.some((failure) => failure === state);

  it(`${state} is the only one, is told once, and with its error when it is a failure`, async () => {
    const { element, states, errors, customStates: inForce } = await situate(subject, state);
    expect(customStates(element)).to.deep.equal([state]);
    expect(inForce).to.deep.equal(states.map((told) => [told.state]));
    expect(states.map((told) => told.state).filter((told) => told !== "initial")).to.deep.equal(
      toldBefore(state),
    );
    const error = fails ? faults[state as Failure] : state === "stale" ? faults.offline : undefined;
    expect(element.error).to.equal(error);
    expect(states.at(-1)?.error).to.equal(error);
    expect(errors).to.deep.equal(error ? [{ error, code: error.code }] : []);
  });

  it(`${state} shows ${withValue.has(state) ? "the value" : "no value"}, is heard ${silent.has(state) ? "by nobody" : "by a screen reader"} and is accessible`, async () => {
    const { element } = await situate(subject, state);
    expect(shownText(element).includes(shows(firstId))).to.equal(withValue.has(state));
    expect(announced(element) === "").to.equal(silent.has(state));
    // An element may have a more telling word for what is empty to it.
    if (state !== "empty") expect(shownText(element)).to.contain(announced(element));
    await expectAccessible(element);
  });

  if (state !== "ready") {
    it(`${state} can be shown in the host's own way`, async () => {
      const own = document.createElement("p");
      own.slot = state;
      own.textContent = "The host's own words";
      const { element } = await situate(subject, state, [own]);
      expect(own.assignedSlot?.name).to.equal(state);
      expect(own.getClientRects()).not.to.have.length(0);
      for (const fallback of own.assignedSlot?.children ?? [])
        expect(fallback.getClientRects()).to.have.length(0);
      expect(shownText(element).includes(shows(firstId))).to.equal(withValue.has(state));
    });
  }

  if (state !== "initial" && state !== "loading") {
    it(`${state} becomes ready by retry()${silent.has(state) ? ", and tells nothing" : ", and says so"}`, async () => {
      const situation = await situate(subject, state);
      const { element, states } = situation;
      states.length = 0;
      heal(situation, subject);
      await element.retry();
      await untilState(element, "ready");
      expect(element.error).to.equal(undefined);
      expect(shownText(element)).to.contain(shows(firstId));
      expect(announced(element) === "").to.equal(silent.has(state));
      expect(states.at(-1)?.state).to.equal(state === "ready" ? undefined : "ready");
    });
  }

  if (hasButton.has(state)) {
    it(`${state} has a button that tries again and leaves the keyboard within`, async () => {
      const situation = await situate(subject, state);
      const { element } = situation;
      const button = element.shadowRoot?.querySelector<HTMLButtonElement>('[part="retry"]');
      if (!button) throw new Error("There is no button");
      heal(situation, subject);
      button.focus();
      button.click();
      await untilState(element, "ready");
      await until(() => element.shadowRoot?.activeElement, "the focus to stay within");
    });
  }
}

/** The `@cssstate` names of an element, by the manifest that hosts read. */
async function documentedStates(tag: string): Promise<string[]> {
  const manifest = await (await fetch("/packages/elements/custom-elements.json")).json();
  const declarations = (manifest as Manifest).modules.flatMap(({ declarations = [] }) => declarations);
  return declarations.find(({ tagName }) => tagName === tag)?.cssStates?.map(({ name }) => name) ?? [];
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly cssStates?: readonly { readonly name: string }[];
    }[];
  }[];
}
