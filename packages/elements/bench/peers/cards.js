import "./page.css";
import { customerMarks, date, gradeMark, initials, markup, number, requestMarks, word } from "./view.js";

const primary = { text: "Primary", tone: "neutral" };

/** Draws the customers with the components of a library; lists are plain ones, which no component of either outruns. */
export function showCards({ customers }, library) {
  const { card, avatar, badge, icon, ago, meter, disclosure } = library;

  const row = (lead, title, facts, end = "", isPrimary = false) =>
    markup`<li class="row">${lead}<div class="what"><div class="title">${title} ${isPrimary ? badge(primary) : ""}</div><div class="about">${facts}</div></div><div class="about line end">${end}</div></li>`;

  const section = (title, body) => markup`<section><h4>${title}</h4>${body}</section>`;
  const count = (term, value) => markup`<div><dt>${term}</dt><dd>${number(value)}</dd></div>`;

  const header = (customer) => markup`<div slot="header" class="header">
    ${avatar(initials(customer.displayName), "L")}
    <div class="what">
      <h3>${customer.displayName}</h3>
      ${customer.alternateNames.map(({ name }) => markup`<div class="about">${name}</div>`)}
      <div class="about">${word(customer.kind)} · ${customer.number}</div>
      <div class="line">${customerMarks(customer).map(badge)}</div>
    </div>
  </div>`;

  const point = ({ type, value, label, primary: isPrimary }) =>
    row(icon(type), value, [word(type), label].filter(Boolean).join(" · "), "", isPrimary);

  const grade = (assessment) => {
    const { kind, score, method, source, assessedAt, validUntil } = assessment;
    return markup`<div>
      <dt>${word(kind)}</dt>
      <dd>
        <div class="line">${badge(gradeMark(assessment))}<span class="end">${score}</span></div>
        ${score === undefined ? "" : meter(word(kind), score)}
        ${disclosure(
          "Why",
          markup`<p>${method} · ${word(source)} · ${date(assessedAt)} · Valid until ${date(validUntil)}</p>`,
        )}
      </dd>
    </div>`;
  };

  const member = ({ member: { name }, role, primary: isPrimary, phone }) =>
    row(
      avatar(initials(name), "S"),
      name,
      markup`${word(role)}${phone ? markup` · <a href="tel:${phone.replaceAll(" ", "")}">${phone}</a>` : ""}`,
      "",
      isPrimary,
    );

  const request = (request) =>
    row(
      "",
      markup`<button class="link" type="button">${request.title}</button>`,
      request.number,
      requestMarks(request).map(badge),
    );

  const interaction = ({ direction, subject, channel, agent, occurredAt }) =>
    row(icon(direction), subject, `${word(channel)} · ${agent.name}`, ago(occurredAt));

  const satisfied = ({ metric, average, scale, sampleSize, last }) => markup`<div class="line">
      <strong>${average} / ${scale.maximum}</strong>
      <span class="about">${number(sampleSize)} answers</span>
      <span class="about end">${metric.toUpperCase()}</span>
    </div>
    ${meter("Satisfaction", ((average - 1) / 4) * 100)}
    <ul>${row(icon("star"), last.comment, `Last answer · ${last.score} / ${scale.maximum}`, ago(last.createdAt))}</ul>`;

  const customerCard = ({ customer, assessments, accountTeam, requests, interactions, satisfaction }) =>
    card(markup`${header(customer)}
      <div class="body">
        ${section("Contact", markup`<ul>${customer.contactPoints.map(point)}</ul>`)}
        ${section("Grades", markup`<dl class="grades">${assessments.data.map(grade)}</dl>`)}
        ${section("Account team", markup`<ul>${accountTeam.data.map(member)}</ul>`)}
        ${section(
          "Open requests",
          markup`<dl class="counts">
            ${count("Open", requests.openCount)}${count("Overdue", requests.overdueCount)}${count("Urged", requests.urgedCount)}
          </dl>
          <ul>${requests.data.map(request)}</ul>`,
        )}
        ${section("Last contacts", markup`<ul>${interactions.data.map(interaction)}</ul>`)}
        ${section("Satisfaction", satisfied(satisfaction))}
      </div>`);

  document.querySelector("main").innerHTML = customers.map(customerCard).join("");
}
