import { html, nothing, type TemplateResult } from "lit";
import { closeIcon, icon, mapPinIcon } from "../internal/primitives/icon.js";
import { partFailure } from "../internal/state-view.js";
import { commonStrings } from "../internal/strings/common.strings.js";
import { type FieldHost, renderFields } from "./fields.js";
import type { FormSession } from "./form-session.js";
import type { FormViewOptions } from "./form-view.js";
import type { FieldView } from "./request-form.model.js";

/** Address, way there and, on request, the visitor's own position. */
export function renderLocation(
  fields: readonly FieldView[],
  { session, read }: Pick<FormViewOptions, "session" | "read">,
  host: FieldHost,
): TemplateResult | typeof nothing {
  const { text } = host;
  const { position: finder, filling } = session;
  const [address, ...others] = fields;
  if (!address) return nothing;
  return html`<fieldset part="location" class="group">
    <legend class="group-title">${text.place}</legend>
    ${renderFields([address], host)}
    <div class="position">${position(session, host)}</div>
    <div class="invalid" role="alert">${filling.value && finder?.failure ? read(filling.value.fillingStrings).positionFailed[finder.failure] : nothing}</div>
    ${filling.error ? partFailure(read(commonStrings), () => session.findPosition()) : nothing}
    ${renderFields(others, host)}
  </fieldset>`;
}

function position(session: FormSession, { text, values, set }: FieldHost): unknown {
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
  if (!("geolocation" in navigator)) return nothing;
  const finding = session.position?.finding ?? false;
  return html`<button class="button" type="button" aria-disabled=${finding} @click=${() => session.findPosition()}>
    ${icon(mapPinIcon)}${finding ? text.finding : text.usePosition}
  </button>`;
}
