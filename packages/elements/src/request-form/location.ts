import { html, nothing, type TemplateResult } from "lit";
import { closeIcon, icon, mapPinIcon } from "../internal/primitives/icon.js";
import { type FieldHost, renderFields } from "./fields.js";
import type { PositionFinder } from "./position-finder.js";
import type { FieldView } from "./request-form.model.js";

/** Address, way there and, on request, the visitor's own position. */
export function renderLocation(
  fields: readonly FieldView[],
  finder: PositionFinder,
  host: FieldHost,
): TemplateResult | typeof nothing {
  const { text } = host;
  const [address, ...others] = fields;
  if (!address) return nothing;
  return html`<fieldset part="location" class="group">
    <legend class="group-title">${text.place}</legend>
    ${renderFields([address], host)}
    <div class="position">${position(finder, host)}</div>
    <div class="invalid" role="alert">${finder.failure ? text.positionFailed[finder.failure] : nothing}</div>
    ${renderFields(others, host)}
  </fieldset>`;
}

function position(finder: PositionFinder, { text, values, set }: FieldHost): unknown {
  const latitude = values["/location/latitude"];
  const longitude = values["/location/longitude"];
  if (typeof latitude === "string" && typeof longitude === "string") {
    const remove = (event: Event) => {
      const place = (event.currentTarget as Element).closest(".position");
      set({ "/location/latitude": undefined, "/location/longitude": undefined });
      requestAnimationFrame(() => place?.querySelector<HTMLElement>("button")?.focus());
    };
    return html`<span class="pin">
      ${icon(mapPinIcon)}<span>${text.position(latitude, longitude)}</span>
      <button class="button quiet small" type="button" aria-label=${text.removePosition} @click=${remove}>
        ${icon(closeIcon)}
      </button>
    </span>`;
  }
  if (!finder.available) return nothing;
  return html`<button class="button" type="button" aria-disabled=${finder.finding} @click=${() => finder.find()}>
    ${icon(mapPinIcon)}${finder.finding ? text.finding : text.usePosition}
  </button>`;
}
