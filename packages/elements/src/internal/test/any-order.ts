import { expect } from "chai";
import fc from "fast-check";
import type { CrmElement } from "../crm-element.js";
import { apiError, FakeBackend } from "./fake-backend.js";
import { mount, shownText, untilState } from "./fixture.js";
import { createSubject, firstId, ids, providerOf, type Subject } from "./subject.js";

/** Something that happens to an element while its requests run. */
type Move =
  | { readonly do: "ask"; readonly id: string }
  | { readonly do: "answer" | "fail"; readonly which: number }
  | { readonly do: "retry" | "remove" | "return" | "sign out" | "sign in" };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("ask"), id: fc.constantFrom(...ids) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom("answer", "answer", "fail"), which: fc.nat(7) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("retry", "remove", "return", "sign out", "sign in") }),
  },
);

/**
 * Plays random sequences of moves, with answers in any order, and looks after each one: nothing but the id asked for
 * last is ever shown, and nothing at all after sign-out. In the end, with good answers, that id is what shows. A failure
 * prints the seed and the shortest sequence that leads to it.
 */
export async function expectRightInAnyOrder(subject: Subject): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 20 }), fc.boolean(), async (moves, heedsAbort) => {
      const play = new Play(subject, heedsAbort);
      for (const each of moves) {
        await play.make(each);
        play.check();
      }
      await play.end();
    }),
    { numRuns: 40, includeErrorInReport: true },
  );
}

class Play {
  readonly #subject: Subject;
  readonly #backend: FakeBackend;
  readonly #element: CrmElement;
  readonly #provider: HTMLElementTagNameMap["crm-provider"];
  #asked: string = firstId;
  #isSignedOut = false;

  constructor(subject: Subject, heedsAbort: boolean) {
    this.#subject = subject;
    this.#backend = new FakeBackend(subject.answers);
    this.#backend.heedsAbort = heedsAbort;
    this.#backend.hold();
    this.#element = createSubject(subject);
    this.#provider = mount(providerOf(this.#backend, this.#element));
  }

  async make(move: Move): Promise<void> {
    const { idAttribute } = this.#subject;
    switch (move.do) {
      case "ask":
        if (!idAttribute) return;
        this.#asked = move.id;
        this.#element.setAttribute(idAttribute, move.id);
        break;
      case "answer":
        this.#backend.releaseOne(move.which);
        break;
      case "fail":
        this.#backend.releaseOne(move.which, apiError(500, "internal"));
        break;
      case "retry":
        void this.#element.retry();
        break;
      case "remove":
        this.#element.remove();
        break;
      case "return":
        this.#provider.append(this.#element);
        break;
      case "sign out":
        this.#provider.signOut();
        this.#isSignedOut = true;
        break;
      case "sign in":
        this.#provider.signIn();
        this.#isSignedOut = false;
        break;
    }
    await settled();
  }

  /** Off the page nothing is drawn, so nothing is looked at. */
  check(): void {
    if (!this.#element.isConnected) return;
    const text = shownText(this.#element);
    const { idAttribute, shows } = this.#subject;
    const forbidden = ids.filter((id) => this.#isSignedOut || (idAttribute && id !== this.#asked));
    for (const id of forbidden) expect(text).not.to.contain(shows(id));
    if (this.#isSignedOut) expect(this.#element.state).to.equal("unauthorized");
  }

  async end(): Promise<void> {
    await this.make({ do: "return" });
    await this.make({ do: "sign in" });
    this.#backend.release();
    await settled();
    await this.#element.retry();
    await untilState(this.#element, "ready");
    this.check();
    expect(shownText(this.#element)).to.contain(this.#subject.shows(this.#asked));
    this.#provider.parentElement?.remove();
  }
}

/** A task of its own: all that is under way by promises alone has ended by then. */
async function settled(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
}
