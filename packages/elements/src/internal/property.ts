import type { PropertyDeclaration, ReactiveElement } from "lit";

/**
 * Lit's `@property` for fields, as this compiler writes decorators. Lit's own carries the other kind of decorators
 * along: 200 bytes in every element.
 */
export const property = (options?: PropertyDeclaration) => (prototype: ReactiveElement, name: string) =>
  (prototype.constructor as typeof ReactiveElement).createProperty(name, options);

/** A property of the element's own: a change draws again, and no attribute sets it. */
export const state = () => property({ state: true });
