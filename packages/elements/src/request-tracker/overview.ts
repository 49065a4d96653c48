import { html, nothing, type TemplateResult } from "lit";
import type { Formats } from "../internal/format.js";
import { labelOf } from "../internal/localize.js";
import { givenScore } from "../internal/parts/given-score.js";
import { ratingScales } from "../internal/parts/score-scale.model.js";
import { alertIcon, clockIcon, icon } from "../internal/primitives/icon.js";
import { markBadges, stateBadge } from "../internal/primitives/request-badges.js";
import type { CommonStrings } from "../internal/strings/common.strings.js";
import type { FileView, RequestView } from "./request-tracker.model.js";
import type { TrackerStrings } from "./request-tracker.strings.js";
import { files } from "./timeline.js";

export interface OverviewOptions {
  readonly text: TrackerStrings;
  readonly words: CommonStrings;
  readonly format: Formats;
  readonly locale: string;
  /** Whether the reader is one of those who handle requests. */
  readonly staff: boolean;
  /** Absent where there is no client to download with. */
  readonly onDownload?: ((file: FileView) => void) | undefined;
}

/** What it is about, its number and where it stands. */
export function heading(view: RequestView, { text, format, locale }: OverviewOptions): TemplateResult {
  return html`<header part="header" class="heading">
    <div>
      <h2 id="title" part="title" class="card-title"><bdi>${view.title ?? text.untitled}</bdi></h2>
      <p part="meta" class="meta">
        ${view.number ? html`<bdi class="number">${view.number}</bdi>` : nothing}
        ${view.kind ? html`<span>${text.kinds[view.kind] ?? view.kind}</span>` : nothing}
      </p>
    </div>
    <div class="standing">
      ${stateBadge(view.state, text, labelOf(view.statusLabels, locale))} ${markBadges(view.marks, text, format)}
    </div>
  </header>`;
}

/** What comes next, whose turn it is and by when; plainly, when that time has passed. */
export function nextStep({ next }: RequestView, options: OverviewOptions): TemplateResult | typeof nothing {
  if (!next) return nothing;
  const { text, format, locale, staff } = options;
  const { isCustomersTurn, dueAt, overdue } = next;
  const turn = staff ? text.customersTurn : text.yourTurn;
  const tell = overdue ? text.overdueSince : text.dueBy;
  const due = dueAt ? tell(format.dateTime(dueAt), format.relative(dueAt)) : overdue && text.overdue;
  return html`<div part="next" class="next ${overdue ? "danger" : isCustomersTurn ? "warning" : ""}">
    ${icon(overdue ? alertIcon : clockIcon)}
    <div>
      <p class="small">${isCustomersTurn ? turn : text.next}</p>
      <p class="next-step">${labelOf(next.labels, locale)}</p>
      ${due ? html`<p class="small"><bdi>${due}</bdi></p>` : nothing}
    </div>
  </div>`;
}

/** Who holds it, where it is about, when it came in and how it was rated; to staff also whose it is. */
export function facts(
  view: RequestView,
  { text, words, format, locale, staff }: OverviewOptions,
): TemplateResult {
  const { score, metric } = view;
  const rating =
    metric &&
    score !== undefined &&
    givenScore(metric, score, ratingScales[metric].maximum, { text: words, format });
  const terms: readonly (readonly [term: string | undefined, ...facts: readonly unknown[]])[] = [
    [text.roles.customer, ...(staff ? view.customer : [])],
    [text.handler, view.handler?.name],
    [text.unit, labelOf(view.unitLabels, locale) ?? view.unit],
    [text.owner, view.owner?.name],
    [text.place, ...view.place],
    [text.createdAt, view.createdAt && format.dateTime(view.createdAt)],
    [text.yourRating, rating],
  ];
  return html`<section class="section">
    <h3 class="section-title">${text.about}</h3>
    <dl part="facts" class="facts">
      ${terms.map(([term, ...facts]) =>
        facts.some(Boolean)
          ? html`<dt>${term}</dt><dd>${facts.map((fact) => html`<div><bdi>${fact}</bdi></div>`)}</dd>`
          : nothing,
      )}
    </dl>
  </section>`;
}

/** The matter in the requester's words, its files, and what came of it. */
export function matter(view: RequestView, options: OverviewOptions): TemplateResult | typeof nothing {
  const { text } = options;
  const { description, resolution, refused } = view;
  if (!description && !resolution && view.files.length === 0) return nothing;
  return html`<section class="section">
    ${description ? html`<p part="description" class="words"><bdi>${description}</bdi></p>` : nothing}
    ${files(view.files, options)}
    ${
      resolution
        ? html`<div part="resolution" class="outcome ${refused ? "refused" : ""}">
            <h3 class="section-title">${refused ? text.refusal : text.resolution}</h3>
            <p class="words"><bdi>${resolution}</bdi></p>
          </div>`
        : nothing
    }
  </section>`;
}
