import { html, nothing, type TemplateResult } from "lit";
import type { Formats } from "../internal/format.js";
import type { Catalogue } from "../internal/localize.js";
import {
  arrowRightIcon,
  banIcon,
  bellIcon,
  checkIcon,
  icon,
  refreshIcon,
  starIcon,
} from "../internal/primitives/icon.js";
import { partFailure } from "../internal/state-view.js";
import { commonStrings } from "../internal/strings/common.strings.js";
import type { Panel, RequestActions } from "./actions.js";
import type { Offers } from "./request-tracker.model.js";
import type { TrackerStrings } from "./request-tracker.strings.js";

export interface ActionOptions {
  readonly offers: Offers;
  /** The state the request is in. */
  readonly state: string;
  readonly text: TrackerStrings;
  readonly read: <Strings extends object>(catalogue: Catalogue<Strings>) => Strings;
  readonly format: Formats;
  /** Why the last attempt failed, in words. */
  readonly failure: string | undefined;
  readonly onOpen: (panel: Panel) => void;
  readonly onClose: () => void;
}

const icons: Readonly<Record<Panel, string>> = {
  urge: bellIcon,
  withdraw: banIcon,
  reopen: refreshIcon,
  rate: starIcon,
  close: checkIcon,
  transition: arrowRightIcon,
};

/** The buttons for what may be done, and below them the panel of the one that is open. */
export function actionBar(actions: RequestActions, options: ActionOptions): TemplateResult | typeof nothing {
  const { offers, text, format, failure, onOpen, onClose } = options;
  const { panels } = actions;
  const offered = panelOrder.filter((panel) => isOffered(panel, offers));
  if (offered.length === 0) return failure ? alert(failure) : nothing;
  const until = offers.urgeAllowedAt;
  const button = (panel: Panel) => {
    const waits = panel === "urge" && until !== undefined;
    const open = actions.panel === panel;
    return html`<button
      id="open-${panel}"
      part="action"
      class="button ${panel === "rate" ? "primary" : ""}"
      type="button"
      aria-expanded=${open}
      aria-disabled=${waits}
      aria-describedby=${waits ? "urge-wait" : nothing}
      @click=${() => waits || (open ? onClose() : onOpen(panel))}
    >
      ${icon(icons[panel])}${text[panel]}
    </button>`;
  };
  const shown = offered.find((panel) => panel === actions.panel);
  return html`<section part="actions" class="section actions">
    <h3 class="section-title">${text.actions}</h3>
    <div class="buttons">${offered.map(button)}</div>
    ${
      until === undefined
        ? nothing
        : html`<p id="urge-wait" class="hint"><bdi>${text.urgeWait(format.relative(until), format.dateTime(until))}</bdi></p>`
    }
    ${panels.error && actions.wanted ? partFailure(options.read(commonStrings), () => actions.wanted && onOpen(actions.wanted)) : nothing}
    ${shown && panels.value ? panels.value.renderPanel(shown, actions, options) : failure ? alert(failure) : nothing}
  </section>`;
}

const panelOrder: readonly Panel[] = ["rate", "close", "urge", "transition", "reopen", "withdraw"];

function isOffered(panel: Panel, offers: Offers): boolean {
  return panel === "transition" ? offers.transitions.length > 0 : offers[panel];
}

/** What went wrong, told at once. */
export function alert(message: string): TemplateResult {
  return html`<p part="failure" class="invalid" role="alert">${message}</p>`;
}
