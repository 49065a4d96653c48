import { html, nothing, type TemplateResult } from "lit";
import type { Formats } from "../format.js";

/** How long ago or ahead, with the full date and time in its title. */
export function relativeTime(time: string | undefined, format: Formats): TemplateResult | typeof nothing {
  if (time === undefined) return nothing;
  return html`<time dir="auto" datetime=${time} title=${format.dateTime(time)}>${format.relative(time)}</time>`;
}
