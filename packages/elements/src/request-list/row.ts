import type { ServiceRequest } from "@portico/contract";
import { html, nothing, type TemplateResult } from "lit";
import type { Formats } from "../internal/format.js";
import { labelOf } from "../internal/localize.js";
import { relativeTime } from "../internal/primitives/moment.js";
import { markBadges, stateBadge } from "../internal/primitives/request-badges.js";
import { type RowView, rowView } from "./request-list.model.js";
import type { ListStrings } from "./request-list.strings.js";

export interface RowOptions {
  readonly text: ListStrings;
  readonly format: Formats;
  readonly locale: string;
  /** Whether to say whose it is. */
  readonly named: boolean;
  readonly selected: boolean;
  readonly fresh: boolean;
  readonly href: string | undefined;
  /** Whether to draw more than what it is about. */
  readonly detailed: boolean;
}

/**
 * One request. Only its title is the link, and its reach is stretched over the row: it reads short and hits large. No
 * blank stands between the tags: in a list of thousands each would be a node of its own.
 */
export function row(request: ServiceRequest, index: number, options: RowOptions): TemplateResult {
  const { text, named, selected, fresh, detailed } = options;
  const view = rowView(request);
  return html`<li part="row" class=${`row${selected ? " selected" : ""}${fresh ? " fresh" : ""}`}><div class="what">${link(
    view.title ?? text.untitled,
    index,
    options,
  )}<p id="about-${index}" part="about" class="about">${
    named && view.customer ? html`<bdi>${view.customer}</bdi>` : nothing
  }<bdi class="number">${view.number}</bdi><span>${text.kinds[view.kind] ?? view.kind}</span></p></div>${detailed ? details(view, index, options) : nothing}</li>`;
}

/** Where it stands, who holds it and since when. */
function details(view: RowView, index: number, { text, format, locale }: RowOptions): TemplateResult {
  return html`<div class="standing" id="standing-${index}">${stateBadge(
    view.state,
    text,
    labelOf(view.statusLabels, locale),
  )}${markBadges(view.marks, text, format)}</div><div part="holding" class="holding">${
    view.holder === undefined
      ? nothing
      : html`<span class="holder"><span class="visually-hidden">${text.heldBy} </span><bdi>${view.holder}</bdi></span>`
  }<span class="muted"><span class="visually-hidden">${text.updated} </span>${relativeTime(view.updatedAt, format)}</span></div>`;
}

function link(title: string, index: number, { href, selected }: RowOptions): TemplateResult {
  const current = selected ? "true" : nothing;
  const described = `standing-${index} about-${index}`;
  return href === undefined
    ? html`<button part="link" class="link" type="button" aria-current=${current} aria-describedby=${described}><bdi>${title}</bdi></button>`
    : html`<a part="link" class="link" href=${href} aria-current=${current} aria-describedby=${described}><bdi>${title}</bdi></a>`;
}
