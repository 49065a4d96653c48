import { html, nothing } from "lit";
import { avatar } from "../internal/primitives/avatar.js";
import { type CardValue, countsOf, gradesOf, headerOf, sectionState } from "./customer-card.model.js";
import { type Draw, dotted, markBadge, word } from "./parts.js";

/** Who it is. The compact one has the counts beside it and, of the grades, those that call for attention. */
export function header(value: CardValue, draw: Draw, level: number, isCompact: boolean) {
  const { name, language, alternateNames, kind, number, parent, marks } = headerOf(value);
  const isOfPeople = kind === "person" || kind === "household";
  const shown = isCompact
    ? [...marks, ...gradesOf(value)].filter(({ list, tone }) => list === "tier" || /^[wd]a/.test(tone))
    : marks;
  return html`<div part="header" class="header line">${avatar(name, isOfPeople ? "person" : "organization")}<div class="what"
      ><div part="name" class="card-title" role="heading" aria-level=${level}><bdi lang=${language}>${name}</bdi></div
      >${isCompact ? nothing : alternateNames.map((other) => html`<div class="muted"><bdi lang=${other.language}>${other.name}</bdi></div>`)}<div class="about"
      >${dotted([word(draw, "kind", kind), number, !isCompact && parent && draw.text.partOf(parent)])}</div
      ><div class="line">${shown.map((mark) => markBadge(draw, mark))}</div></div
    >${isCompact && sectionState(value, "requests") === "available" ? counts(value, draw) : nothing}<slot name="actions"></slot></div>`;
}

/** How many requests are open, overdue and urged. */
export function counts(value: CardValue, { text, format }: Draw) {
  const { open, overdue, urged } = countsOf(value);
  const count = (term: string, number: number, tone = "") =>
    html`<div class=${number > 0 ? tone : ""}><dt>${term}</dt><dd>${format.number(number)}</dd></div>`;
  return html`<dl part="counts" class="counts">${count(text.open, open)}${count(text.overdue, overdue, "danger")}${count(
    text.urged(1, ""),
    urged,
    "warning",
  )}</dl>`;
}
