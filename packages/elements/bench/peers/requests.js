import "./page.css";
import { kinds, markup, number, requestMarks, sorts, states, word } from "./view.js";

/** Draws the requests with the components of a library; the list is a plain one, which no component of either outruns. */
export function showRequests({ requests }, { badge, ago, searchField, select }) {
  const row = (request) => markup`<li class="row">
    <div class="what">
      <button class="link" type="button">${request.title}</button>
      <div class="about">${request.customer.displayName} · ${request.number} · ${word(request.kind)}</div>
    </div>
    <div class="line">${requestMarks(request).map(badge)}</div>
    <div class="about holding">${request.handler.name}<br>${ago(request.updatedAt)}</div>
  </li>`;

  const total = number(requests.length);
  document.querySelector("main").innerHTML = markup`<div class="list">
    <div class="filters" role="search">
      ${searchField("Number or words")}
      ${select("All states", states.map(word))} ${select("All kinds", kinds.map(word))} ${select(...sorts)}
    </div>
    <ul>${requests.map(row)}</ul>
    <p class="about">${total} of ${total}</p>
  </div>`;
}
