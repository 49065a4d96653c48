import type { RequirementId } from "@portico/contract/requirements";
import type { Store } from "@portico/server";

export type Fetch = (request: Request) => Promise<Response>;

/** One small, named way in which a backend breaks the contract, switched on in the reference server. */
export interface Defect {
  /** Kebab-case, unique: `row-dropped-at-page-turn`. */
  readonly name: string;
  /** What it does, as a sentence about the backend: "The last row of a page is left out of the next one." */
  readonly summary: string;
  /** The requirements it breaks; a check that cites one of them must catch it. */
  readonly breaks: readonly [RequirementId, ...RequirementId[]];
  /** In the HTTP layer: wraps the server's own way from request to answer. Made anew for every run. */
  readonly http?: (next: Fetch) => Fetch;
  /** Behind it: wraps what keeps the data. Made anew for every run. */
  readonly store?: (store: Store) => Store;
}
