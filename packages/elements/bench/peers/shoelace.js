import "@shoelace-style/shoelace/dist/themes/light.css";
import "@shoelace-style/shoelace/dist/components/badge/badge.js";
import "@shoelace-style/shoelace/dist/components/relative-time/relative-time.js";
import { setBasePath } from "@shoelace-style/shoelace/dist/utilities/base-path.js";
import { markup } from "./view.js";

setBasePath("shoelace");

const variants = { info: "primary" };

/** What both of its pages draw with. */
export const shoelace = {
  badge: ({ text, tone }) => markup`<sl-badge variant="${variants[tone] ?? tone}" pill>${text}</sl-badge>`,
  ago: (time) => markup`<sl-relative-time date="${time}"></sl-relative-time>`,
};
