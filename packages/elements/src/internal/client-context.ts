import type { CrmClient } from "@portico/sdk";
import type { ReactiveController, ReactiveControllerHost } from "lit";

export type { CrmClient };

/** `auto` follows the system; without a theme elements follow the page's own `color-scheme`. */
export type Theme = "light" | "dark" | "auto";

export interface PorticoContext {
  /** `undefined` until there is one, `null` after sign-out. */
  readonly client: CrmClient | null | undefined;
  /** Another number means another principal: what was loaded for the one before must go. */
  readonly session?: number | undefined;
  readonly locale?: string | undefined;
  readonly theme?: Theme | undefined;
  readonly industry?: string | undefined;
}

/** A registered symbol: two copies of the library on one page find each other's providers. */
export const porticoContext = Symbol.for("portico/context/1");

type ContextCallback = (value: PorticoContext | undefined, unsubscribe: () => void) => void;

/** An event of the context protocol of the web components' community: a provider that comes, or a request with its way back. */
class ContextEvent extends Event {
  readonly context = porticoContext;
  readonly subscribe = true;

  constructor(
    type: "context-provider" | "context-request",
    readonly contextTarget: Element,
    readonly callback?: ContextCallback,
  ) {
    super(type, { bubbles: true, composed: true });
  }
}

/** Serves those below it that ask, until they let go. */
export class ContextProvider implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #subscriptions = new Map<ContextCallback, () => void>();
  #value: PorticoContext | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addEventListener("context-request", this.#onRequest as EventListener);
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.dispatchEvent(new ContextEvent("context-provider", this.#host));
  }

  setValue(value: PorticoContext): void {
    this.#value = value;
    for (const [callback, unsubscribe] of this.#subscriptions) callback(value, unsubscribe);
  }

  readonly #onRequest = (event: ContextEvent): void => {
    const { callback } = event;
    if (event.context !== porticoContext || !callback) return;
    event.stopPropagation();
    // Who asks again keeps its subscription: another could not be told from the one it lets go of.
    const known = this.#subscriptions.get(callback);
    const unsubscribe = known ?? (() => void this.#subscriptions.delete(callback));
    if (event.subscribe) this.#subscriptions.set(callback, unsubscribe);
    callback(this.#value, unsubscribe);
  };
}

type ConsumerHost = ReactiveControllerHost & HTMLElement & { provider?: string | null };

/**
 * Follows the nearest provider, or the one that `provider="id"` names, wherever it sits. A provider says when it
 * comes to the page: then everybody asks again, so that it may come late, between or from another copy of the library.
 */
export class ContextConsumer implements ReactiveController {
  value: PorticoContext | undefined;

  readonly #host: ConsumerHost;
  #unsubscribe: (() => void) | undefined;
  #requestedId: string | null | undefined;

  constructor(host: ConsumerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("context-provider", this.#onProvider, { capture: true });
    this.#request();
  }

  hostDisconnected(): void {
    document.removeEventListener("context-provider", this.#onProvider, { capture: true });
    this.#release();
  }

  hostUpdate(): void {
    if (this.#host.isConnected && this.#host.provider !== this.#requestedId) this.#request();
  }

  #request(): void {
    this.#release();
    this.value = undefined;
    const id = this.#host.provider;
    this.#requestedId = id;
    const target = id ? this.#find(id) : this.#host;
    target?.dispatchEvent(new ContextEvent("context-request", this.#host, this.#onValue));
    this.#host.requestUpdate();
  }

  /** A provider that has not upgraded yet would let the request bubble to a stranger: it is awaited instead. */
  #find(id: string): Element | null {
    const scope = this.#host.getRootNode() as Document | ShadowRoot;
    const provider = scope.getElementById?.(id) ?? document.getElementById(id);
    return provider?.matches(":defined") ? provider : null;
  }

  #release(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  readonly #onValue: ContextCallback = (value, unsubscribe) => {
    if (unsubscribe !== this.#unsubscribe) this.#release();
    this.#unsubscribe = unsubscribe;
    this.value = value;
    this.#host.requestUpdate();
  };

  readonly #onProvider = (event: Event): void => {
    if ((event as ContextEvent).context === porticoContext) this.#request();
  };
}
