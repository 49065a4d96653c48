import { html, nothing } from "lit";
import {
  chatIcon,
  fileIcon,
  infoIcon,
  mailIcon,
  mapPinIcon,
  phoneIcon,
} from "../internal/primitives/icon.js";
import { type CardValue, contactPointsOf, own, type Point } from "./customer-card.model.js";
import { type Draw, lead, preferred, row, rows, word } from "./parts.js";
import type { Reveal } from "./reveal.js";

const icons: Readonly<Record<string, string>> = {
  phone: phoneIcon,
  mobile: phoneIcon,
  email: mailIcon,
  address: mapPinIcon,
  wechat: chatIcon,
  fax: fileIcon,
};

/** How to reach the customer; `reveal` is given when the visitor may ask for the values in full. */
export function contact(value: CardValue, draw: Draw, reveal: Reveal | undefined, failure: string): unknown {
  return rows(contactPointsOf(value).map((point) => contactPoint(point, draw, reveal, failure)));
}

function contactPoint(point: Point, draw: Draw, reveal: Reveal | undefined, failure: string): unknown {
  const { id, type, value, label, masked, primary } = point;
  const { text } = draw;
  const kind = word(draw, "point", type);
  const revealing = masked && id && reveal;
  const full = revealing && reveal.value(id);
  const isAsking = revealing && reveal.asking === id;
  const action = full ? text.hide : isAsking ? text.cancel : text.reveal;
  const onKey = (event: KeyboardEvent) => revealing && reveal.onKey(event, id);
  return row(
    lead(own(icons, type) ?? infoIcon),
    html`<span class=${full ? "full" : ""}>${full || value}</span> ${primary ? preferred(draw) : nothing}`,
    [kind, label],
    revealing
      ? html`<button
          part="reveal"
          class="button small quiet"
          type="button"
          aria-expanded=${full ? nothing : isAsking}
          aria-label="${action} ${label ?? kind}"
          @click=${(event: Event) => reveal.toggle(id, event)}
          @keydown=${onKey}
        >
          ${action}
        </button>`
      : nothing,
    isAsking
      ? html`<div part="reason" class="reason field" @keydown=${onKey}>
          <label class="label" for="reason">${text.reason}</label>
          <div class="line">
            <input
              id="reason"
              class="input"
              maxlength="500"
              autocomplete="off"
              aria-describedby="hint"
              aria-invalid=${reveal.invalid}
            />
            <button class="button primary" type="button" aria-disabled=${reveal.pending} @click=${reveal.show}>${text.show}</button>
          </div>
          <span id="hint" class=${reveal.invalid ? "invalid" : "hint"}>${text.reasonHint}</span>
          ${failure ? html`<span class="invalid" role="alert">${failure}</span>` : nothing}
        </div>`
      : nothing,
  );
}
