import type { CSSResult, ReactiveController, ReactiveElement } from "lit";
import { type CrmErrorLike, failureOf } from "./errors.js";
import { importAnew } from "./import-anew.js";

/** What a module of an element's own may bring besides its code. */
interface Styled {
  readonly styles?: CSSResult;
}

export interface LazyPartOptions<Part> {
  readonly load: () => Promise<Part & Styled>;
  /** Told once, before anybody who waits for the part. */
  readonly onLoad?: (part: Part) => void;
  /** Also loads when the browser has nothing else to do: for what nearly everybody needs, only not at once. */
  readonly whenIdle?: boolean;
}

/**
 * Code that an element needs only once it is used. It loads when the pointer or the keyboard comes near, at the latest
 * when it is used, and once more after a failure. Until then what is shown stays as it is.
 */
export class LazyPart<Part> implements ReactiveController {
  /** The part, once it is here. */
  value: Part | undefined;
  /** Why the last use had to do without; cleared by the next. */
  error: CrmErrorLike | undefined;

  readonly #host: ReactiveElement;
  readonly #options: LazyPartOptions<Part>;
  #loading: Promise<Part> | undefined;

  constructor(host: ReactiveElement, options: LazyPartOptions<Part>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The part; rejects with a connection error. A failed attempt is forgotten: the next one asks the network again. */
  load(): Promise<Part> {
    this.#loading ??= this.#fetch();
    return this.#loading;
  }

  /** Does something with the part, at once if it is here; keeps the failure to be shown beside the control. */
  async use(act: (part: Part) => void): Promise<void> {
    this.error = undefined;
    try {
      act(this.value ?? (await this.load()));
    } catch (error) {
      this.error = error as CrmErrorLike;
    }
    this.#host.requestUpdate();
  }

  /** Loads ahead. Who has not used it yet is not bothered with a failure. */
  readonly warm = (): void => {
    this.load().catch(() => undefined);
  };

  hostConnected(): void {
    this.#host.addEventListener("pointerenter", this.warm, { once: true });
    this.#host.addEventListener("focusin", this.warm, { once: true });
  }

  hostUpdated(): void {
    if (!this.#options.whenIdle || this.#host.hasUpdated || savesData()) return;
    if ("requestIdleCallback" in globalThis) requestIdleCallback(this.warm);
    else setTimeout(this.warm, 2000);
  }

  async #fetch(): Promise<Part> {
    try {
      const part = await this.#options.load().catch(importAnew<Part & Styled>);
      if (part.styles?.styleSheet) adopt(this.#host, part.styles.styleSheet);
      this.value = part;
      this.#options.onLoad?.(part);
      this.#host.requestUpdate();
      return part;
    } catch (cause) {
      this.#loading = undefined;
      throw failureOf("connection", "A part of the element did not load", cause);
    }
  }
}

function adopt({ renderRoot }: ReactiveElement, sheet: CSSStyleSheet): void {
  (renderRoot as ShadowRoot).adoptedStyleSheets.push(sheet);
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
