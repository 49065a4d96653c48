import { type Bundle, bundle, sum } from "../bundle.ts";
import { weighCdn } from "./cdn.ts";
import type { Measure } from "./measure.ts";
import { definedElements, elementExtras, hostSource, sdkEntries, takingAll } from "./sources.ts";

/** Budgets in KB of brotli; design, "Budgets". */
const budgets = { page: 45, element: 22, language: 2, extra: 2, wrapper: 1, wrappers: 2 };

/** These draw a whole record at first sight and miss the 22: each has a ceiling of its own, so that it only shrinks. */
const elementCeilings: Readonly<Record<string, number>> = {
  "customer-card": 26,
  "request-list": 25,
  "request-form": 28,
  "request-tracker": 30,
};

/** Every text of every element at once: for hosts that lay words of their own over ours, and for trying layouts. */
const extraCeilings: Readonly<Record<string, number>> = { catalogues: 5, "pseudo-locale": 6 };

/** What small elements may add to the shared core. */
const onTopBudgets: Readonly<Record<string, number>> = { "satisfaction-gauge": 3, rating: 4 };

/** Budgets of the client in KB of gzip, as its peers publish theirs: a resource by itself, and what is more than that. */
const sdkBudgets = { whole: 14, oneResource: 12, validating: 22, resource: 1 };
const sdkCeilings: Readonly<Record<string, number>> = {
  core: 7,
  changes: 1.5,
  outbox: 10,
  "outbox/file": 3,
  testing: 20,
  validation: 10,
};

const page = ["customer-card", "request-form", "request-tracker", "satisfaction-gauge", "rating"];

export async function measureAll(): Promise<Measure[]> {
  const elements = definedElements();
  const bundles = new Map<string, Bundle>();
  for (const element of elements) bundles.set(element, await bundle(hostSource({ elements: [element] })));
  return [
    weigh(
      "page: card, form, tracker, gauge, rating, client",
      await bundle(hostSource({ elements: page })),
      budgets.page,
    ),
    ...weighCdn(),
    ...Array.from(bundles, ([element, weight]) =>
      weigh(`${element} with Lit, context and client`, weight, elementCeilings[element] ?? budgets.element),
    ),
    ...(await onTopOfCore()),
    ...(await measureExtras()),
    ...(await measureWrappers(elements)),
    ...(await measureSdk()),
    ...Array.from(bundles, ([element, weight]) => measureLanguages(element, weight)).flat(),
  ];
}

function weigh(what: string, { initial, lazy }: Bundle, budget: number): Measure {
  const parts = lazy.filter((chunk) => languageOf(chunk) === undefined);
  return { what, bytes: initial.brotli, lazy: sum(parts.map(({ brotli }) => brotli)), budget };
}

async function onTopOfCore(): Promise<Measure[]> {
  const core = hostSource({ core: true });
  const withElement = (element: string) => hostSource({ core: true, elements: [element] });
  return Promise.all(
    Object.entries(onTopBudgets).map(async ([element, budget]) => ({
      what: `${element} on top of the shared core`,
      bytes: await added(withElement(element), core),
      budget,
    })),
  );
}

/** What is imported beside elements, such as what takes over from a server. */
function measureExtras(): Promise<Measure[]> {
  const element = hostSource({ elements: ["rating"] });
  return Promise.all(
    elementExtras().map(async (name) => ({
      what: `${name} on top of an element`,
      bytes: await added(`${takingAll(`@portico/elements/${name}`)}\n${element}`, element),
      budget: extraCeilings[name] ?? budgets.extra,
    })),
  );
}

/** What React components add to React and the elements. */
async function measureWrappers(elements: string[]): Promise<Measure[]> {
  const bare = (names: string[]) =>
    [takingAll("react"), ...names.map((name) => `import "@portico/elements/define/${name}";`)].join("\n");
  const wrapped = (names: string[]) =>
    `${bare(names)}\n${takingAll("react", ...names.map((name) => `@portico/react/${name}`)).replaceAll("taken", "wrapped")}`;
  const weighed = async (what: string, names: string[], budget: number) => ({
    what,
    bytes: await added(wrapped(names), bare(names)),
    budget,
  });
  return [
    await weighed("React, one component", ["rating"], budgets.wrapper),
    await weighed("React, all components", ["provider", ...elements], budgets.wrappers),
  ];
}

/** The client as hosts take it: whole, one resource alone, and with the validators of every payload; then each entry. */
async function measureSdk(): Promise<Measure[]> {
  const whole = hostSource({});
  const gzip = async (what: string, source: string, budget: number): Promise<Measure> => ({
    what: `SDK, ${what} (gzip)`,
    bytes: (await bundle(source)).initial.gzip,
    budget,
  });
  return Promise.all([
    gzip("whole", whole, sdkBudgets.whole),
    gzip(
      "one resource",
      takingAll("@portico/sdk/core", "@portico/sdk/service-requests"),
      sdkBudgets.oneResource,
    ),
    gzip("with validators", `${whole}\n${takingAll("@portico/sdk/validation")}`, sdkBudgets.validating),
    ...sdkEntries().map((entry) =>
      gzip(
        `${entry} by itself`,
        takingAll(`@portico/sdk/${entry}`),
        sdkCeilings[entry] ?? sdkBudgets.resource,
      ),
    ),
  ]);
}

/** What another language costs an element before it shows in it; the words of lazy parts come with those. */
function measureLanguages(element: string, { lazy }: Bundle): Measure[] {
  const bytes = new Map<string, number>();
  for (const chunk of lazy.filter(({ nested }) => !nested)) {
    const language = languageOf(chunk);
    if (language) bytes.set(language, (bytes.get(language) ?? 0) + chunk.brotli);
  }
  return Array.from(bytes, ([language, bytes]) => ({
    what: `${language} of ${element}`,
    bytes,
    budget: budgets.language,
  })).sort((one, other) => (one.what < other.what ? -1 : 1));
}

function languageOf({ modules }: Bundle["lazy"][number]): string | undefined {
  return modules.map((path) => /\.(?:strings|words)\.([\w-]+)\.js$/.exec(path)?.[1]).find(Boolean);
}

/** What one source weighs more than another. */
async function added(more: string, less: string): Promise<number> {
  const [large, small] = await Promise.all([bundle(more), bundle(less)]);
  return large.initial.brotli - small.initial.brotli;
}
