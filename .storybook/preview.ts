import { type Preview, setCustomElementsManifest } from "@storybook/web-components-vite";
import { html } from "lit";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/noto-sans-arabic/wght.css";
import manifest from "../packages/elements/custom-elements.json";
import "@portico/elements/define/provider";
import { pseudoLocale, speakPseudoLocale } from "@portico/elements/pseudo-locale";
import { extractArgTypes } from "../stories/support/arg-types.js";
import { element } from "../stories/support/element.js";
import { lengthen } from "../stories/support/long-text.js";
import { sampleClient } from "../stories/support/sample-client.js";
import { snippet } from "../stories/support/snippet.js";
import { setStoryTime } from "../stories/support/story-time.js";
import DocsPage from "./docs-page.mdx";
import "./preview.css";

setCustomElementsManifest(manifest);
setStoryTime();
speakPseudoLocale();

export default {
  tags: ["autodocs"],
  globalTypes: {
    locale: {
      description: "Language",
      toolbar: {
        icon: "globe",
        dynamicTitle: true,
        items: [
          { value: "en", title: "English" },
          { value: "zh-Hans", title: "简体中文" },
          { value: "zh-Hant", title: "繁體中文" },
          { value: "ar", title: "العربية" },
          { value: pseudoLocale, title: "Pseudo" },
        ],
      },
    },
    theme: {
      description: "Theme",
      toolbar: {
        icon: "mirror",
        dynamicTitle: true,
        items: [
          { value: "light", title: "Light" },
          { value: "dark", title: "Dark" },
        ],
      },
    },
    direction: {
      description: "Reading direction",
      toolbar: {
        icon: "transfer",
        dynamicTitle: true,
        items: [
          { value: "ltr", title: "Left to right" },
          { value: "rtl", title: "Right to left" },
        ],
      },
    },
    width: {
      description: "Width of the place the element stands in",
      toolbar: {
        icon: "grow",
        dynamicTitle: true,
        items: [
          { value: "natural", title: "Natural width" },
          { value: "narrow", title: "320 px" },
        ],
      },
    },
    text: {
      description: "Length of what the backend says",
      toolbar: {
        icon: "paragraph",
        dynamicTitle: true,
        items: [
          { value: "given", title: "Text as given" },
          { value: "long", title: "Long text" },
        ],
      },
    },
  },
  initialGlobals: { locale: "en", theme: "light", direction: "ltr", width: "natural", text: "given" },
  parameters: {
    layout: "fullscreen",
    controls: { expanded: true },
    a11y: { test: "error" },
    backgrounds: { disable: true },
    docs: {
      page: DocsPage,
      extractArgTypes,
      source: { transform: snippet },
      toc: { headingSelector: "h2:not(.sbdocs-subtitle), h3" },
    },
    options: {
      storySort: { order: ["Start here", "Customer", "Requests", "Voice", "Provider", "Decisions"] },
    },
  },
  render: (args, { component }) => element(String(component), args),
  decorators: [
    (story, { args, globals }) => story({ args: globals.text === "long" ? lengthen(args) : args }),
    (story, { globals, parameters }) => {
      const { locale, theme, direction, width } = globals;
      const room = width === "narrow" ? "narrow" : (parameters.room ?? "regular");
      return html`<div
        class="stage"
        lang=${locale}
        dir=${locale === "ar" ? "rtl" : direction}
        data-theme=${theme}
      >
        <div class="room ${room}">
          <crm-provider locale=${locale} theme=${theme} .client=${sampleClient}>${story()}</crm-provider>
        </div>
      </div>`;
    },
  ],
} satisfies Preview;
