import "@ui5/webcomponents/dist/Tag.js";
import { setDefaultFontLoading } from "@ui5/webcomponents-base/dist/config/Fonts.js";
import { daysAgo, markup } from "./view.js";

// Its fonts come from another host: the benchmark neither counts them nor waits for them.
setDefaultFontLoading(false);

const designs = { info: "Information", success: "Positive", warning: "Critical", danger: "Negative" };

/** What both of its pages draw with; it has no component for a time. */
export const ui5 = {
  badge: ({ text, tone }) =>
    markup`<ui5-tag design="${designs[tone] ?? "Neutral"}" hide-state-icon>${text}</ui5-tag>`,
  ago: (time) => markup`<time datetime="${time}">${daysAgo(time)}</time>`,
};
