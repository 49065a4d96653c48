import { existsSync, globSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundle, sum } from "./bundle.ts";
import { root } from "./repo.ts";

/** Bytes are counted in KB of 1000, as the peers' published figures are. */
const kilobyte = 1000;

const page = ["customer-card", "request-form", "request-tracker", "satisfaction-gauge", "rating"];
const locales = ["zh-hans", "zh-hant", "ar"];

/** Budgets in KB; design, "Budgets". */
const budgets = { page: 45, element: 22, gauge: 3, rating: 4, sdkGzip: 14, locale: 2 };

interface Measure {
  what: string;
  bytes: number;
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
  const wholePage = await bundle(source({ elements: page }));
  const sdk = await bundle(source({}));

  const onTopOfCore = async (element: string) =>
    (await bundle(source({ core: true, elements: [element] }))).initial.brotli - core.initial.brotli;
  const single = async (element: string): Promise<Measure> => ({
    what: `${element} with Lit, context and client`,
    bytes: (await bundle(source({ elements: [element] }))).initial.brotli,
    budget: budgets.element,
  });

  return [
    {
      what: "page: card, form, tracker, gauge, rating, client",
      bytes: wholePage.initial.brotli,
      budget: budgets.page,
    },
    ...(await Promise.all(definedElements().map(single))),
    {
      what: "gauge on top of the shared core",
      bytes: await onTopOfCore("satisfaction-gauge"),
      budget: budgets.gauge,
    },
    { what: "rating on top of the shared core", bytes: await onTopOfCore("rating"), budget: budgets.rating },
    { what: "SDK core (gzip)", bytes: sdk.initial.gzip, budget: budgets.sdkGzip },
    ...locales.flatMap((locale) => {
      const chunks = wholePage.lazy.filter(({ modules }) =>
        modules.some((path) => path.includes(`.${locale}.js`)),
      );
      const bytes = sum(chunks.map((chunk) => chunk.brotli));
      return chunks.length > 0
        ? [{ what: `locale ${locale} of the page`, bytes, budget: budgets.locale }]
        : [];
    }),
  ];
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

function isWithinBudget({ bytes, budget }: Measure): boolean {
  return bytes <= budget * kilobyte;
}

function formatTable(measures: Measure[]): string {
  const width = Math.max(...measures.map(({ what }) => what.length));
  const kilobytes = (value: number) => value.toFixed(1).padStart(6);
  const rows = measures.map((measure) => {
    const verdict = isWithinBudget(measure) ? "" : "  over budget";
    return `${measure.what.padEnd(width)} ${kilobytes(measure.bytes / kilobyte)}  ${kilobytes(measure.budget)}${verdict}`;
  });
  return [`${"KB (1000 bytes), brotli 11".padEnd(width)}   size  budget`, ...rows].join("\n");
}
