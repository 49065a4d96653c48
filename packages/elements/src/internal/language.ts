import { isServer, type ReactiveController, type ReactiveControllerHost } from "lit";

type Direction = "ltr" | "rtl";
type LanguageHost = ReactiveControllerHost & HTMLElement;

interface RootWatch {
  readonly listeners: Set<() => void>;
  readonly observer: MutationObserver;
}

const watches = new WeakMap<Node, RootWatch>();

/** Calls back on any change of `lang` or `dir` below a root; all listeners of a root share one observer. */
function watchRoot(root: Node, listener: () => void): () => void {
  let watch = watches.get(root);
  if (!watch) {
    const listeners = new Set<() => void>();
    const observer = new MutationObserver(() => {
      for (const notify of listeners) notify();
    });
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ["lang", "dir"] });
    watch = { listeners, observer };
    watches.set(root, watch);
  }
  const { listeners, observer } = watch;
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      observer.disconnect();
      watches.delete(root);
    }
  };
}

/** The element and its hosts, from the inside out: one per tree scope. */
function* scopes(element: Element): Generator<Element> {
  let current: Element | null = element;
  while (current) {
    yield current;
    const root: Node = current.getRootNode();
    current = root instanceof ShadowRoot ? root.host : null;
  }
}

function nearest(element: Element, attribute: "lang" | "dir"): string | undefined {
  for (const scope of scopes(element)) {
    const value = scope.closest(`[${attribute}]`)?.getAttribute(attribute);
    if (value) return value;
  }
  return undefined;
}

const rightToLeft = /^(ar|dv|fa|he|ps|ur|yi)\b/i;

/** Follows the nearest `lang` and `dir`, through shadow roots, live. */
export class Language implements ReactiveController {
  readonly #host: LanguageHost;
  readonly #preferred: () => string | undefined;
  #stops: (() => void)[] = [];
  #nearestLang: string | undefined;
  #nearestDir: string | undefined;

  /** @param preferred a locale that beats the ancestors' `lang`, but not the host's own. */
  constructor(host: LanguageHost, preferred: () => string | undefined) {
    this.#host = host;
    this.#preferred = preferred;
    host.addController(this);
  }

  /** A BCP 47 tag, as the page gives it; many servers write `zh_CN`. */
  get tag(): string {
    const tag = this.#host.getAttribute("lang") || this.#preferred() || this.#nearestLang || "en";
    return tag.replaceAll("_", "-");
  }

  get dir(): Direction {
    const nearestDir = this.#nearestDir?.toLowerCase();
    if (nearestDir === "rtl" || nearestDir === "ltr") return nearestDir;
    return rightToLeft.test(this.tag) ? "rtl" : "ltr";
  }

  hostConnected(): void {
    if (isServer) return;
    this.#stops = [...scopes(this.#host)].map((scope) => watchRoot(scope.getRootNode(), this.#read));
    this.#read();
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  readonly #read = (): void => {
    const before = `${this.tag} ${this.dir}`;
    this.#nearestLang = nearest(this.#host, "lang");
    this.#nearestDir = nearest(this.#host, "dir");
    if (before !== `${this.tag} ${this.dir}`) this.#host.requestUpdate();
  };
}
