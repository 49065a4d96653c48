import type { CrmElement } from "../crm-element.js";
import type { CrmErrorDetail, CrmStateDetail } from "../events.js";
import { type ElementState, elementStates } from "../resource-controller.js";
import { apiError, connectionError, FakeBackend } from "./fake-backend.js";
import { mount, untilState } from "./fixture.js";
import { createSubject, providerOf, type Subject } from "./subject.js";

/** What the backend fails with, by the state it leads to. */
export const faults = {
  unauthorized: apiError(401, "unauthenticated"),
  forbidden: apiError(403, "forbidden"),
  "not-found": apiError(404, "not-found"),
  offline: connectionError(),
  error: apiError(500, "internal"),
} as const;

/** An element in a state, with what it told on the way. */
export interface Situation {
  readonly backend: FakeBackend;
  readonly element: CrmElement;
  readonly states: CrmStateDetail[];
  readonly errors: CrmErrorDetail[];
  /** The custom states in force each time that a state was told. */
  readonly customStates: (readonly ElementState[])[];
}

/** The states an element can be in; `empty` and `partial` are unknown to some. */
export function statesOf(subject: Subject): ElementState[] {
  return elementStates.filter((state) => (state !== "empty" && state !== "partial") || subject[state]);
}

/** Brings an element to a state. */
export async function situate(
  subject: Subject,
  state: ElementState,
  children: readonly Node[] = [],
): Promise<Situation> {
  const special = state === "empty" || state === "partial" ? subject[state] : undefined;
  const backend = new FakeBackend({ ...subject.answers, ...special });
  if (state === "loading") backend.hold();
  if (state in faults) backend.fault = faults[state as keyof typeof faults];

  const element = createSubject(subject);
  element.append(...children);
  const situation: Situation = { backend, element, states: [], errors: [], customStates: [] };
  element.addEventListener("crm-state", ({ detail }) => {
    situation.states.push(detail);
    situation.customStates.push(customStates(element));
  });
  const surroundings: HTMLElement = state === "initial" ? document.createElement("div") : providerOf(backend);
  // Not at the element itself: the event is meant to be heard from outside.
  surroundings.addEventListener("crm-error", ({ detail }) => situation.errors.push(detail));
  surroundings.append(element);
  mount(surroundings);

  if (state === "stale") {
    await untilState(element, "ready");
    backend.fault = faults.offline;
    await element.retry();
  }
  await untilState(element, state);
  return situation;
}

/** Lets the backend answer well from now on. */
export function heal({ backend }: Situation, subject: Subject): void {
  backend.fault = undefined;
  for (const [operation, answer] of Object.entries(subject.answers)) backend.answer(operation, answer);
}

export function customStates(element: Element): ElementState[] {
  return elementStates.filter((state) => element.matches(`:state(${state})`));
}
