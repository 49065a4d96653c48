import { isPrefix, prefixRule } from "../internal/define.js";
import type { CrmProvider } from "../provider/provider.js";

/** What every provider of the page is, unless it says otherwise itself. */
type ProviderDefaults = Partial<Pick<CrmProvider, "baseUrl" | "locale" | "theme" | "industry">>;

interface Configuration {
  /** What the tags begin with. */
  readonly prefix: string;
  readonly defaults: ProviderDefaults;
}

interface Setting {
  readonly holds: (value: unknown) => boolean;
  readonly rule: string;
}

const text: Setting = {
  holds: (value) => typeof value === "string" && value !== "",
  rule: "must be a text that is not empty.",
};
const settings: Readonly<Record<string, Setting>> = {
  baseUrl: text,
  locale: text,
  theme: {
    holds: (value) => ["light", "dark", "auto"].includes(value as string),
    rule: 'must be "light", "dark" or "auto".',
  },
  industry: text,
  prefix: { holds: isPrefix, rule: prefixRule },
};

const place = '<script type="application/json" data-portico>';

/** Reads the page's configuration, which a policy lets pass as it is data; says on the console what is wrong in it. */
export function readConfiguration(): Configuration {
  const [block, another] = document.querySelectorAll("script[data-portico]");
  if (another) complain(`there is more than one ${place}; the first is read.`);
  const { prefix = "crm", ...defaults } = block ? parse(block.textContent) : {};
  return { prefix, defaults: defaults as ProviderDefaults };
}

function parse(source: string): Record<string, string> {
  try {
    const entries = Object.entries(JSON.parse(source) as object);
    return Object.fromEntries(entries.filter(([key, value]) => isSetting(key, value)));
  } catch (error) {
    complain(`what stands in ${place} is left out, as it is not JSON: ${(error as Error).message}`);
    return {};
  }
}

function isSetting(key: string, value: unknown): boolean {
  const setting = Object.hasOwn(settings, key) ? settings[key] : undefined;
  if (setting?.holds(value)) return true;
  const why = setting
    ? `${setting.rule} ${JSON.stringify(value)} is left out.`
    : `is no setting. There are ${Object.keys(settings).join(", ")}.`;
  complain(`"${key}" in ${place} ${why}`);
  return false;
}

function complain(what: string): void {
  console.error(`Portico: ${what}`);
}

/** A provider's own attributes and properties come after its constructor, and so win over the defaults. */
export function withDefaults(Provider: typeof CrmProvider, defaults: ProviderDefaults): typeof CrmProvider {
  return class extends Provider {
    constructor() {
      super();
      Object.assign(this, defaults);
    }
  };
}
