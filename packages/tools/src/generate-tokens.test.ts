import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTokens } from "./generate-tokens.ts";
import { root } from "./repo.ts";

type Theme = "light" | "dark";
/** Colours by the private name of their token: `accent-soft`. */
type Palette = ReadonlyMap<string, string>;

const colours = readTokens().colour ?? [];
const names = colours.map(({ as = "" }) => as);
const tones = names.filter((name) => names.includes(`${name}-soft`));
const grounds = ["surface", "sunken", ...tones.map((tone) => `${tone}-soft`)];

/** Whatever is written, on whatever it may come to stand. */
const texts = [
  ...["text", "muted"].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...tones.flatMap((tone) => ["surface", "sunken", `${tone}-soft`].map((ground) => [tone, ground] as const)),
  ["on-accent", "accent"],
] as const;

/** What is seen and is no text: outlines of controls, the focus ring, stars. */
const drawings = ["border-strong", "focus", "star"].flatMap((name) =>
  ["surface", "sunken"].map((ground) => [name, ground] as const),
);

const brands = ["our own", ...globSync("stories/brands/*.css", { cwd: root })]
  .filter((file) => !file.endsWith("portals.css"))
  .map((file) => ({ brand: basename(file, ".css"), own: file === "our own" ? "" : read(file) }));

describe.each(brands)("the colours of $brand", ({ own }) => {
  it.each<Theme>(["light", "dark"])("are told apart in %s", (theme) => {
    const colour = palette(own, theme);
    expect(below(4.5, texts, colour), "text on its ground").toEqual([]);
    expect(below(3, drawings, colour), "drawings on their ground").toEqual([]);
  });
});

describe("the styles", () => {
  const sheets = globSync("packages/elements/src/**/*.styles.ts", { cwd: root })
    .filter((file) => !file.endsWith("tokens.styles.ts"))
    .map((file) => ({ file, rules: [...read(file).matchAll(/[^{}]+\{[^{}]*\}/g)].map(([rule]) => rule) }));

  it("take their colours from the tokens", () => {
    const own = sheets.flatMap(({ file, rules }) =>
      rules.filter((rule) => /#[\da-f]{3}(?:[\da-f]{3})?\b/i.test(rule)).map((rule) => `${file}: ${rule}`),
    );
    expect(own).toEqual([]);
  });

  it("lay on a ground of the tokens what may stand there", () => {
    const known = new Set([...texts, ["text", "accent-soft"] as const].map(String));
    const pairs = sheets.flatMap(({ file, rules }) =>
      rules.flatMap((rule) => {
        const ground = /background(?:-color)?: var\(--_crm-([\w-]+)\)/.exec(rule)?.[1];
        const text = /[^-]color: var\(--_crm-([\w-]+)\)/.exec(rule)?.[1];
        return ground && text && names.includes(ground) && names.includes(text)
          ? [{ file, pair: `${text},${ground}` }]
          : [];
      }),
    );
    expect(pairs.length).toBeGreaterThan(5);
    expect(pairs.filter(({ pair }) => !known.has(pair))).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The defaults with what a brand puts in their place. */
function palette(brand: string, theme: Theme): Palette {
  const found = new Map<string, string>();
  for (const { name, as = "", light, dark } of colours) {
    const given = new RegExp(`${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(brand);
    const initial = theme === "light" ? light : dark;
    found.set(as, (theme === "light" ? given?.[1] : given?.[2]) ?? initial ?? found.get("accent") ?? "");
  }
  return found;
}

function below(least: number, pairs: readonly (readonly [string, string])[], colour: Palette): string[] {
  return pairs.flatMap(([text, ground]) => {
    const found = contrast(colour.get(text) ?? "", colour.get(ground) ?? "");
    return found >= least ? [] : [`${text} on ${ground}: ${found.toFixed(2)}`];
  });
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  if (!/^#[\da-f]{6}$/i.test(colour)) throw new Error(`${colour || "nothing"} is no colour of six digits.`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
