import { cardStrings } from "../customer-card/customer-card.strings.js";
import { revealStrings } from "../customer-card/reveal.strings.js";
import { attachmentStrings } from "../internal/attachments/attachments.strings.js";
import { uploadStrings } from "../internal/attachments/uploads.strings.js";
import type { Catalogue } from "../internal/localize.js";
import { scoreStrings } from "../internal/parts/score-scale.strings.js";
import { commonStrings } from "../internal/strings/common.strings.js";
import { fillingStrings } from "../request-form/filling.strings.js";
import { formStrings } from "../request-form/request-form.strings.js";
import { listStrings } from "../request-list/request-list.strings.js";
import { panelStrings } from "../request-tracker/panels.strings.js";
import { trackerStrings } from "../request-tracker/request-tracker.strings.js";
import { gaugeStrings } from "../satisfaction-gauge/satisfaction-gauge.strings.js";

/** What each element says, in the order in which one catalogue comes upon another; within an element a key is unique. */
export const catalogues = {
  "crm-customer-card": [commonStrings, cardStrings, revealStrings],
  "crm-request-form": [commonStrings, formStrings, fillingStrings, attachmentStrings, uploadStrings],
  "crm-request-list": [commonStrings, listStrings],
  "crm-request-tracker": [
    commonStrings,
    trackerStrings,
    panelStrings,
    attachmentStrings,
    uploadStrings,
    scoreStrings,
  ],
  "crm-satisfaction-gauge": [commonStrings, gaugeStrings],
  "crm-rating": [commonStrings, scoreStrings],
} as const;

/** An element that has texts of its own. */
export type ElementTag = keyof typeof catalogues;

type StringsOf<Read> = Read extends Catalogue<infer Strings> ? Strings : never;
type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** Every text of an element, by its key. */
export type ElementTexts<Tag extends ElementTag> = Intersection<StringsOf<(typeof catalogues)[Tag][number]>>;

/** The English texts of an element: what a translator starts from. */
export function englishTexts<Tag extends ElementTag>(tag: Tag): ElementTexts<Tag> {
  return Object.assign({}, ...catalogues[tag].map(({ english }) => english));
}
