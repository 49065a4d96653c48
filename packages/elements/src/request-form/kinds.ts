import type { RequestKindDescriptor } from "@portico/contract";
import { html, nothing, type TemplateResult } from "lit";
import { labelOf } from "../internal/localize.js";
import { chevronRightIcon, icon } from "../internal/primitives/icon.js";
import type { FormStrings } from "./request-form.strings.js";

export interface KindsOptions {
  readonly text: FormStrings;
  readonly locale: string;
  readonly choose: (code: string) => void;
}

/** The first step: what it is about. */
export function renderKinds(kinds: readonly RequestKindDescriptor[], options: KindsOptions): TemplateResult {
  const { text, locale, choose } = options;
  return html`<div part="card" class="card">
    <h2 part="title" class="card-title" tabindex="-1">${text.chooseKind}</h2>
    <ul part="kinds" class="kinds">
      ${kinds.map(({ code, labels, description }) => {
        const details = labelOf(description, locale);
        return html`<li>
          <button
            part="kind"
            class="kind"
            type="button"
            @click=${() => choose(code)}
          >
            <span class="kind-text">
              <span class="kind-label">${labelOf(labels, locale) ?? code}</span>
              ${details ? html`<span class="hint"><bdi>${details}</bdi></span>` : nothing}
            </span>
            ${icon(chevronRightIcon)}
          </button>
        </li>`;
      })}
    </ul>
  </div>`;
}
