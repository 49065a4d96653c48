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
import { atEnd, type Draw, lead, preferred, row, rows, word } from "./parts.js";
import type { Reveal } from "./reveal.js";

const icons: Readonly<Record<string, string>> = {
  phone: phoneIcon,
  mobile: phoneIcon,
  email: mailIcon,
  address: mapPinIcon,
  wechat: chatIcon,
  fax: fileIcon,
};

/** What shows masked values in full; its code comes with the first press of a button. */
export interface Revealing {
  readonly reveal: Reveal | undefined;
  readonly toggle: (pointId: string, opener: HTMLElement) => void;
  /** The field for the reason. */
  readonly field: (pointId: string) => unknown;
}

/** How to reach the customer; `revealing` is given when the visitor may ask for the values in full. */
export function contact(value: CardValue, draw: Draw, revealing: Revealing | undefined): unknown {
  return rows(contactPointsOf(value).map((point) => contactPoint(point, draw, revealing)));
}

function contactPoint(point: Point, draw: Draw, revealing: Revealing | undefined): unknown {
  const { id, type, value, label, masked, primary } = point;
  const { text } = draw;
  const kind = word(draw, "point", type);
  const asked = masked && id ? revealing : undefined;
  const reveal = id ? asked?.reveal : undefined;
  const full = id && reveal?.value(id);
  const isAsking = reveal !== undefined && reveal.asking === id;
  const action = full ? text.hide : isAsking ? text.cancel : text.reveal;
  const shown = full ? html`<span class="full">${full}</span>` : value;
  const badge = primary ? preferred(draw) : nothing;
  const leading = lead(own(icons, type) ?? infoIcon);
  if (!asked || !id) return row(leading, shown, badge, [kind, label]);
  const button = html`<button
    part="reveal"
    class="button small quiet"
    type="button"
    aria-expanded=${full ? nothing : isAsking}
    aria-label="${action} ${label ?? kind}"
    @click=${(event: Event) => asked.toggle(id, event.currentTarget as HTMLElement)}
    @keydown=${(event: KeyboardEvent) => reveal?.onKey(event, id)}
  >
    ${action}
  </button>`;
  return row(leading, shown, badge, [kind, label], [atEnd(button), isAsking ? asked.field(id) : nothing]);
}
