import { render } from "lit";
import type { CrmElement } from "../crm-element.js";
import "../../define/provider.js";

const containers: HTMLElement[] = [];

afterEach(() => {
  for (const container of containers.splice(0)) container.remove();
});

/** Puts a template on the page until the end of the test and returns its first element. */
export function mount<Mounted extends Element = HTMLElement>(template: unknown): Mounted {
  const container = document.createElement("div");
  document.body.append(container);
  containers.push(container);
  render(template, container);
  const first = container.firstElementChild;
  if (!first) throw new Error("The template holds no element");
  return first as Mounted;
}

/** An element by its tag, with attributes and properties, not yet on the page. */
export function create(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  properties: Readonly<Record<string, unknown>> = {},
): CrmElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return Object.assign(element, properties) as unknown as CrmElement;
}

/** Waits until a condition holds; fails after five seconds with what was awaited. */
export async function until(condition: () => unknown, what = "the condition"): Promise<void> {
  const deadline = performance.now() + 5000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export async function untilState(element: CrmElement, state: CrmElement["state"]): Promise<void> {
  await until(() => element.matches(`:state(${state})`), `state ${state}, it is ${element.state}`);
  await element.updateComplete;
}

/** The text an element draws, without what only a screen reader hears. */
export function shownText(element: Element): string {
  const base = element.shadowRoot?.querySelector(".base");
  const copy = base?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll(".visually-hidden, style") ?? []) hidden.remove();
  return copy?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}

/** What the element last said to a screen reader. */
export function announced(element: Element): string {
  return element.shadowRoot?.querySelector('[role="status"]')?.textContent?.trim() ?? "";
}
