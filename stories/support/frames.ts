import type { StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { element } from "./element.js";

type Args = Readonly<Record<string, unknown>>;

const languages = { en: "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文", ar: "العربية" };

/** The languages side by side: what a translation does to the layout is seen at a glance. */
export function inLanguages(args: Args): StoryObj {
  return {
    args,
    tags: ["condition"],
    parameters: { room: "wide" },
    render: (current, { component, globals: { theme } }) => html`
      <div class="side-by-side">
        ${Object.entries(languages).map(
          ([locale, name]) => html`<section lang=${locale} dir=${locale === "ar" ? "rtl" : "ltr"}>
            <p class="caption">${name}</p>
            <crm-provider locale=${locale} theme=${theme}>${element(String(component), current)}</crm-provider>
          </section>`,
        )}
      </div>
    `,
  };
}

/** On a dark page. */
export const inDark = (args: Args): StoryObj => ({ args, tags: ["condition"], globals: { theme: "dark" } });

/** In the 320 CSS pixels of a small telephone, or of any page at 400 % zoom. */
export const inNarrow = (args: Args): StoryObj => ({
  args,
  tags: ["condition"],
  globals: { width: "narrow" },
});

/** On an Arabic page, which reads from right to left. */
export const inRightToLeft = (args: Args): StoryObj => ({
  args,
  tags: ["condition"],
  globals: { locale: "ar" },
});
