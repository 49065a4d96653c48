import type { CrmElement } from "../crm-element.js";
import type { Answer } from "./fake-backend.js";
import { FakeBackend } from "./fake-backend.js";
import { create, mount } from "./fixture.js";

/** What the shared suites must know about an element; `x.subject.ts` in the element's folder exports it as `subject`. */
export interface Subject {
  readonly tag: string;
  /** The attribute that names what to load; left out by an element that loads without one. */
  readonly idAttribute?: string;
  /** Further attributes the element needs. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The property and object of given mode; left out by an element that has none. */
  readonly given?: { readonly property: string; readonly value: unknown };
  /** Good answers, by operation; a function gets the call's arguments. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Answers with as much in them as comes most often, where the good ones are scarce: the skeleton is measured by it. */
  readonly usual?: Readonly<Record<string, Answer>>;
  /** A text that is shown when the resource of this id has come. */
  readonly shows: (id: string) => string;
  /** Answers that lead to `empty` and `partial`; an element without them must not document these states. */
  readonly empty?: Readonly<Record<string, Answer>>;
  readonly partial?: Readonly<Record<string, Answer>>;
}

export const ids = ["id-1", "id-2", "id-3"] as const;
export const [firstId, secondId] = ids;

export interface Stage {
  readonly backend: FakeBackend;
  readonly provider: HTMLElementTagNameMap["crm-provider"];
  readonly element: CrmElement;
}

/** An element that loads, within a provider whose client is under the test's control. */
export function stage(
  subject: Subject,
  backend = new FakeBackend(subject.answers),
  children: readonly Node[] = [],
): Stage {
  const element = createSubject(subject);
  element.append(...children);
  const provider = mount<HTMLElementTagNameMap["crm-provider"]>(providerOf(backend, element));
  return { backend, provider, element };
}

export function createSubject({ tag, idAttribute, attributes }: Subject, id = firstId): CrmElement {
  return create(tag, { ...attributes, ...(idAttribute ? { [idAttribute]: id } : {}) });
}

export function providerOf(
  backend: FakeBackend,
  ...children: readonly Node[]
): HTMLElementTagNameMap["crm-provider"] {
  const provider = document.createElement("crm-provider");
  provider.client = backend.client;
  provider.append(...children);
  return provider;
}
