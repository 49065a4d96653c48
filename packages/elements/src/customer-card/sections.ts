import { html, nothing } from "lit";
import { labelOf } from "../internal/localize.js";
import { textOf } from "../internal/payload.js";
import { avatar } from "../internal/primitives/avatar.js";
import { badge } from "../internal/primitives/badge.js";
import { arrowDownIcon, arrowUpIcon, chevronRightIcon, icon, starIcon } from "../internal/primitives/icon.js";
import { relativeTime } from "../internal/primitives/moment.js";
import { markBadges, stateBadge } from "../internal/primitives/request-badges.js";
import {
  type CardValue,
  countsOf,
  type Grade,
  gradesOf,
  interactionsOf,
  requestsOf,
  satisfactionOf,
  teamOf,
} from "./customer-card.model.js";
import { counts } from "./header.js";
import { atEnd, bar, type Draw, dotted, lead, markBadge, preferred, row, rows, word } from "./parts.js";

/** Draws the body of each section that is in the summary; `nothing` when there is nothing in it. */
export const sections = { grades, team, requests, interactions, satisfaction };

function grades(value: CardValue, draw: Draw): unknown {
  const list = gradesOf(value);
  return list.length > 0 ? html`<dl>${list.map((grade) => gradeCell(grade, draw))}</dl>` : nothing;
}

function gradeCell(grade: Grade, draw: Draw): unknown {
  const { score, outdated, reason, method, source, assessor, assessedAt, validUntil } = grade;
  const { text, format } = draw;
  const title = word(draw, "grade", grade.list);
  const why = () =>
    html`${reason ? html`<p>${reason}</p>` : nothing}<p>${dotted([
      method,
      assessor ?? word(draw, "source", source),
      assessedAt && format.date(assessedAt),
      validUntil && text.validUntil(format.date(validUntil)),
    ])}</p>`;
  return html`<div part="grade"><dt>${title}</dt><dd><div class="line">${markBadge(draw, grade)}${
    outdated ? badge(text.outdated, "warning") : nothing
  }${score === undefined ? nothing : html`<span class="score">${format.number(score)}</span>`}</div>${
    score === undefined ? nothing : bar(score, 0, 100, grade.tone)
  }<details part="why" @toggle=${(event: Event) => draw.onToggle(grade.list, event)}><summary>${icon(chevronRightIcon)}${
    text.why
  }<span class="visually-hidden"> ${title}</span></summary>${draw.open.has(grade.list) ? why() : nothing}</details></dd></div>`;
}

function team(value: CardValue, draw: Draw): unknown {
  return rows(
    teamOf(value).map(({ name, role, primary, reaches }) =>
      row(avatar(name), name, primary ? preferred(draw) : nothing, [
        word(draw, "role", role),
        ...reaches.map((reach) =>
          reach.href ? html`<a href=${reach.href}>${reach.value}</a>` : reach.value,
        ),
      ]),
    ),
  );
}

function requests(value: CardValue, draw: Draw): unknown {
  const { text, format, locale, onSelect } = draw;
  const list = requestsOf(value);
  if (list.length + countsOf(value).open === 0) return nothing;
  return [
    counts(value, draw),
    rows(
      list.map(({ request, number, title, state, labels, marks }) =>
        row(
          nothing,
          html`<button part="link" class="link" type="button" @click=${() => onSelect(request)}>${title ?? text.untitled}</button>`,
          nothing,
          [number],
          atEnd([
            stateBadge(state, text, textOf(labelOf(labels, locale))),
            ...markBadges(marks, text, format),
          ]),
        ),
      ),
    ),
  ];
}

function interactions(value: CardValue, draw: Draw): unknown {
  const { text, format } = draw;
  return rows(
    interactionsOf(value).map(({ inbound, channel, subject, agent, occurredAt }) =>
      row(
        inbound ? lead(arrowDownIcon, text.inbound) : lead(arrowUpIcon, text.outbound),
        subject,
        nothing,
        [word(draw, "channel", channel), agent],
        atEnd(relativeTime(occurredAt, format)),
      ),
    ),
  );
}

function satisfaction(value: CardValue, { text, format }: Draw): unknown {
  const view = satisfactionOf(value);
  if (!view) return nothing;
  const { metric, average, minimum, maximum, sampleSize, score, comment, answeredAt } = view;
  const figure = (number: number) =>
    [number, maximum].map((each) => format.number(each, { maximumFractionDigits: 1 })).join(" / ");
  return html`<div class="line mean"><bdi>${figure(average)}</bdi><span class="about"
      >${text.answers(sampleSize, format.number(sampleSize))}</span><span class="about end">${metric.toUpperCase()}</span></div
    >${bar(average, minimum, maximum, "info")}${
      score === undefined
        ? nothing
        : rows([
            row(
              lead(starIcon),
              comment ?? text.last,
              nothing,
              [comment && text.last, figure(score)],
              atEnd(relativeTime(answeredAt, format)),
            ),
          ])
    }`;
}
