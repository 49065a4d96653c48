/** Loads only the elements that stand on the page, now or later, each once. */
import { define } from "../internal/define.js";
import { readConfiguration, withDefaults } from "./configuration.js";

const classes: Readonly<Record<string, () => Promise<CustomElementConstructor>>> = {
  "customer-card": async () => (await import("../customer-card/customer-card.js")).CrmCustomerCard,
  provider: async () => withDefaults((await import("../provider/provider.js")).CrmProvider, defaults),
  rating: async () => (await import("../rating/rating.js")).CrmRating,
  "request-form": async () => (await import("../request-form/request-form.js")).CrmRequestForm,
  "request-list": async () => (await import("../request-list/request-list.js")).CrmRequestList,
  "request-tracker": async () => (await import("../request-tracker/request-tracker.js")).CrmRequestTracker,
  "satisfaction-gauge": async () =>
    (await import("../satisfaction-gauge/satisfaction-gauge.js")).CrmSatisfactionGauge,
};

/** What the files of all elements ask for: it comes beside the first of them instead of after it. */
const core = () => import("../internal/crm-element.js");

/** After each round of loading, on the document. */
interface DiscoveryDetail {
  readonly loaded: readonly string[];
  readonly failed: readonly string[];
}

declare global {
  interface DocumentEventMap {
    "crm-discovery-complete": CustomEvent<DiscoveryDetail>;
  }
}

const { prefix, defaults } = readConfiguration();
const loading = new Map<string, Promise<boolean>>();
const told = new Set<string>();
const watched = new WeakSet<Node>();
const awaited = new Set<string>();
/** What the network lost is asked for again, ever more rarely. */
let pause = 4000;

const observer = new MutationObserver((mutations) => {
  void loadAll(mutations.flatMap(({ addedNodes }) => [...addedNodes].flatMap(namesIn)));
});

const ownScript = [...document.scripts].find(({ src }) => src === import.meta.url);
const preloaded = ownScript?.dataset.preload?.split(/[\s,]+/).filter(Boolean) ?? [];
void loadAll([...preloaded, ...watch(document)], true);

/** Names of the elements to load in a tree that is looked after from now on. */
function watch(root: Document | ShadowRoot): string[] {
  if (watched.has(root)) return [];
  watched.add(root);
  observer.observe(root, { childList: true, subtree: true });
  return namesIn(root);
}

function namesIn(node: Node): string[] {
  if (!("querySelectorAll" in node)) return [];
  const within = [...(node as ParentNode).querySelectorAll("*")];
  return (node instanceof Element ? [node, ...within] : within).flatMap((element) => {
    const { localName, shadowRoot } = element;
    const isOurs = localName.startsWith(`${prefix}-`);
    const isDefined = element.matches(":defined");
    if (isOurs) return isDefined ? [] : [localName.slice(prefix.length + 1)];
    if (!isDefined) awaitRoots(localName);
    return shadowRoot ? watch(shadowRoot) : [];
  });
}

/** Somebody else's element may get its shadow root, with ours in it, only when it is defined. */
function awaitRoots(tag: string): void {
  if (awaited.has(tag)) return;
  awaited.add(tag);
  void customElements.whenDefined(tag).then(() => loadAll(namesIn(document)));
}

/** The first round is told even where there is nothing to load, so that a page may wait for it. */
async function loadAll(names: readonly string[], isFirst = false): Promise<void> {
  if (names.length === 0 && !isFirst) return;
  const unique = [...new Set(names)];
  const outcomes = await Promise.all(unique.map(load));
  const tagsThat = (came: boolean) =>
    unique.filter((_, index) => outcomes[index] === came).map((name) => `${prefix}-${name}`);
  const detail: DiscoveryDetail = { loaded: tagsThat(true), failed: tagsThat(false) };
  document.dispatchEvent(new CustomEvent("crm-discovery-complete", { detail }));
  const lost = unique.filter((name) => !loading.has(name));
  if (lost.length === 0) return;
  setTimeout(() => void loadAll(lost), pause);
  pause *= 2;
}

/** Whether it came. A failure is told once and forgotten, to be tried again. */
function load(name: string): Promise<boolean> {
  const started = loading.get(name) ?? start(name);
  loading.set(name, started);
  return started;
}

async function start(name: string): Promise<boolean> {
  const tag = `<${prefix}-${name}>`;
  if (!Object.hasOwn(classes, name)) {
    tell(name, `there is no ${tag}, if it is to be ours, but ${Object.keys(classes).join(", ")}.`);
    return false;
  }
  try {
    const [elementClass] = await Promise.all([classes[name]?.(), core()]);
    if (elementClass) define(`${prefix}-${name}`, elementClass);
    return true;
  } catch (error) {
    loading.delete(name);
    tell(name, `${tag} did not load and is tried again.`, error);
    return false;
  }
}

function tell(name: string, ...what: unknown[]): void {
  if (!told.has(name)) console.error("Portico:", ...what);
  told.add(name);
}
