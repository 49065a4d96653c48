import type { ServiceRequest } from "@portico/contract";
import { html, nothing, type TemplateResult } from "lit";
import type { Formats } from "../internal/format.js";
import { labelOf } from "../internal/localize.js";
import { relativeTime } from "../internal/primitives/moment.js";
import { markBadges, stateBadge } from "../internal/primitives/request-badges.js";
import type { CommonStrings } from "../internal/strings/common.strings.js";
import { rowView } from "./request-list.model.js";
import type { ListStrings } from "./request-list.strings.js";

export interface RowOptions {
  readonly text: ListStrings;
  readonly words: CommonStrings;
  readonly format: Formats;
  readonly locale: string;
  /** Whether to say whose it is. */
  readonly named: boolean;
  readonly selected: boolean;
  readonly fresh: boolean;
  readonly href: string | undefined;
  readonly onSelect: (event: MouseEvent) => void;
}

/** One request. Only its title is the link, and its reach is stretched over the row: it reads short and hits large. */
export function row(request: ServiceRequest, index: number, options: RowOptions): TemplateResult {
  const { text, words, format, selected, fresh } = options;
  const view = rowView(request);
  return html`<li part="row" class="row ${selected ? "selected" : ""} ${fresh ? "fresh" : ""}">
    <div class="what">
      ${link(view.title ?? words.untitled, index, options)}
      <p id="about-${index}" part="about" class="about">
        ${options.named && view.customer ? html`<bdi>${view.customer}</bdi>` : nothing}
        ${view.number ? html`<bdi class="number">${view.number}</bdi>` : nothing}
        ${view.kind ? html`<span>${words.kinds[view.kind] ?? view.kind}</span>` : nothing}
      </p>
    </div>
    <div class="standing" id="standing-${index}">
      ${stateBadge(view.state, words, labelOf(view.statusLabels, options.locale))} ${markBadges(view.marks, words, format)}
    </div>
    <div part="holding" class="holding">
      ${
        view.holder === undefined
          ? nothing
          : html`<span class="holder"><span class="visually-hidden">${text.heldBy} </span><bdi>${view.holder}</bdi></span>`
      }
      <span class="muted"><span class="visually-hidden">${text.updated} </span>${relativeTime(view.updatedAt, format)}</span>
    </div>
  </li>`;
}

function link(title: string, index: number, { href, selected, onSelect }: RowOptions): TemplateResult {
  const current = selected ? "true" : nothing;
  const described = `standing-${index} about-${index}`;
  return href === undefined
    ? html`<button part="link" class="link" type="button" aria-current=${current} aria-describedby=${described} @click=${onSelect}><bdi>${title}</bdi></button>`
    : html`<a part="link" class="link" href=${href} aria-current=${current} aria-describedby=${described} @click=${onSelect}><bdi>${title}</bdi></a>`;
}
