import { existsSync, globSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Bundle, bundle, sum } from "./bundle.ts";
import { root } from "./repo.ts";

/** Bytes are counted in KB of 1000, as the peers' published figures are. */
const kilobyte = 1000;

const page = ["customer-card", "request-form", "request-tracker", "satisfaction-gauge", "rating"];
const locales = ["zh-hans", "zh-hant", "ar"];

/** Budgets in KB; design, "Budgets". */
const budgets = { page: 45, element: 22, gauge: 3, rating: 4, locale: 2 };

/** Budgets of the client in KB of gzip, as its peers publish theirs. */
const sdkBudgets = { whole: 14, oneResource: 12, validating: 22 };

/** These draw a whole record at first sight and miss the 22: each has a ceiling of its own, so that it only shrinks. */
const ceilings: Readonly<Record<string, number>> = {
  "customer-card": 26,
  "request-list": 25,
  "request-form": 28,
  "request-tracker": 30,
};

interface Measure {
  what: string;
  /** What must be here before anything shows: the entry and all it imports statically. */
  bytes: number;
  /** What may come later: parts behind a touch or a click, and what follows the feed. Texts of other languages apart. */
  lazy?: number;
  budget: number;
}

/** `npm run size`: weighs what pages load, compressed, and fails when something is over its budget. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean", default: false } } });
  const missing = ["sdk/dist/index.js", "elements/dist/define/provider.js"].filter(
    (path) => !existsSync(built(path)),
  );
  if (missing.length > 0) {
    console.error(`Not built: ${missing.join(", ")}. Run \`npm run build\` first.`);
    return 1;
  }
  const measures = await measure();
  console.log(values.json ? JSON.stringify(measures, null, 2) : formatTable(measures));
  return measures.every(isWithinBudget) ? 0 : 1;
}

async function measure(): Promise<Measure[]> {
  const core = await bundle(source({ core: true }));
  const single = await Promise.all(
    definedElements().map(async (element) => ({
      element,
      ...(await bundle(source({ elements: [element] }))),
    })),
  );
  const wholePage = await bundle(source({ elements: page }));

  const weigh = (what: string, { initial, lazy }: Bundle, budget: number): Measure => ({
    what,
    bytes: initial.brotli,
    lazy: sum(lazy.filter((chunk) => localeOf(chunk) === undefined).map((chunk) => chunk.brotli)),
    budget,
  });
  const onTopOfCore = async (element: string) =>
    (await bundle(source({ core: true, elements: [element] }))).initial.brotli - core.initial.brotli;

  return [
    weigh("page: card, form, tracker, gauge, rating, client", wholePage, budgets.page),
    ...single.map(({ element, ...bundle }) =>
      weigh(`${element} with Lit, context and client`, bundle, ceilings[element] ?? budgets.element),
    ),
    {
      what: "gauge on top of the shared core",
      bytes: await onTopOfCore("satisfaction-gauge"),
      budget: budgets.gauge,
    },
    { what: "rating on top of the shared core", bytes: await onTopOfCore("rating"), budget: budgets.rating },
    ...(await measureSdk()),
    ...single.flatMap(({ element, lazy }) => heaviestLocale(element, lazy)),
  ];
}

/** The client as hosts take it: whole, one resource alone, and with the validators of every payload. */
async function measureSdk(): Promise<Measure[]> {
  const taken = {
    whole: source({}),
    oneResource: takingAll(["sdk/dist/core.js", "sdk/dist/resources/service-requests.js"]),
    validating: `${source({})}\n${takingAll(["sdk/dist/validation.js"])}`,
  };
  const gzip = async (script: string) => (await bundle(script)).initial.gzip;
  return [
    { what: "SDK, whole (gzip)", bytes: await gzip(taken.whole), budget: sdkBudgets.whole },
    {
      what: "SDK, one resource (gzip)",
      bytes: await gzip(taken.oneResource),
      budget: sdkBudgets.oneResource,
    },
    {
      what: "SDK with validators (gzip)",
      bytes: await gzip(taken.validating),
      budget: sdkBudgets.validating,
    },
  ];
}

/** What another language costs an element before it shows in it; the words of lazy parts come with those. */
function heaviestLocale(element: string, lazy: Bundle["lazy"]): Measure[] {
  const weights = locales.map((locale) => ({
    locale,
    bytes: sum(
      lazy.filter((chunk) => !chunk.nested && localeOf(chunk) === locale).map((chunk) => chunk.brotli),
    ),
  }));
  const [heaviest] = weights.sort((one, other) => other.bytes - one.bytes);
  if (!heaviest?.bytes) return [];
  return [{ what: `${heaviest.locale} of ${element}`, bytes: heaviest.bytes, budget: budgets.locale }];
}

function localeOf({ modules }: Bundle["lazy"][number]): string | undefined {
  return locales.find((locale) => modules.some((path) => path.includes(`.${locale}.js`)));
}

/** What a host would write: the client, and with elements the provider that hands it to them. */
function source({ elements = [], core = false }: { elements?: string[]; core?: boolean }): string {
  const define = elements.length > 0 || core ? ["provider", ...elements] : [];
  const shared = core ? sharedModules() : [];
  return [
    `import { createClient, isCrmError } from ${importable("sdk/dist/index.js")};`,
    ...define.map((name) => `import ${importable(`elements/dist/define/${name}.js`)};`),
    ...shared.map((path, index) => `import * as shared${index} from ${importable(path)};`),
    `globalThis.portico = [createClient, isCrmError, ${shared.map((_, index) => `shared${index}`).join(", ")}];`,
  ].join("\n");
}

/** A host that takes everything these modules export. */
function takingAll(paths: string[]): string {
  return [
    ...paths.map((path, index) => `import * as taken${index} from ${importable(path)};`),
    `globalThis.taken = [${paths.map((_, index) => `taken${index}`).join(", ")}];`,
  ].join("\n");
}

/** The shared core is what elements keep in `internal/`; what one adds to it is its own folder. */
function sharedModules(): string[] {
  return globSync("elements/dist/internal/**/*.js", {
    cwd: join(root, "packages"),
    exclude: ["**/test/**", "**/*.test.js", "**/*.strings.*.js"],
  });
}

function built(path: string): string {
  return join(root, "packages", path);
}

function importable(path: string): string {
  return JSON.stringify(built(path));
}

function definedElements(): string[] {
  return readdirSync(built("elements/dist/define"))
    .filter((file) => file.endsWith(".js") && file !== "provider.js")
    .map((file) => file.slice(0, -".js".length));
}

function isWithinBudget({ bytes, budget }: Pick<Measure, "bytes" | "budget">): boolean {
  return bytes <= budget * kilobyte;
}

function formatTable(measures: Measure[]): string {
  const width = Math.max(...measures.map(({ what }) => what.length));
  const kilobytes = (bytes: number | undefined) =>
    (bytes === undefined ? "" : (bytes / kilobyte).toFixed(1)).padStart(8);
  const rows = measures.map(({ what, bytes, lazy, budget }) => {
    const verdict = isWithinBudget({ bytes, budget }) ? "" : "  over budget";
    return `${what.padEnd(width)}${kilobytes(bytes)}${kilobytes(lazy)}${kilobytes(budget * kilobyte)}${verdict}`;
  });
  return [`${"KB (1000 bytes), brotli 11".padEnd(width)} initial    lazy  budget`, ...rows].join("\n");
}
