import { html, nothing, type TemplateResult } from "lit";
import { attachmentField } from "../internal/attachments/attachment-field.js";
import type { Formats } from "../internal/format.js";
import type { Catalogue } from "../internal/localize.js";
import { partFailure } from "../internal/state-view.js";
import { commonStrings } from "../internal/strings/common.strings.js";
import { alert } from "./action-bar.js";
import type { RequestActions } from "./actions.js";
import type { Offers } from "./request-tracker.model.js";
import type { TrackerStrings } from "./request-tracker.strings.js";

export interface ReplyOptions {
  readonly offers: Offers;
  readonly text: TrackerStrings;
  readonly read: <Strings extends object>(catalogue: Catalogue<Strings>) => Strings;
  readonly format: Formats;
  /** Whether the writer is one of those who handle requests. */
  readonly staff: boolean;
  /** Why the last attempt failed, in words. */
  readonly failure: string | undefined;
  readonly announce: (message: string) => void;
}

/** Where one answers. Text that can no longer be sent stays to be copied. */
export function replyBox(actions: RequestActions, options: ReplyOptions): TemplateResult | typeof nothing {
  const { offers, text, failure } = options;
  const closed = !offers.reply && !offers.comment;
  if (closed && actions.replyText === "") return nothing;
  const note = offers.comment && (actions.isComment || !offers.reply);
  const { pending } = actions.replying;
  const { value: acting } = actions.panels;
  const lacking = actions.panels.error && !actions.wanted;
  const fault = actions.replyMissing
    ? acting && options.read(acting.panelStrings).required[actions.replyMissing]
    : failure;
  return html`<section part="reply" class="section reply ${note ? "note" : ""} ${actions.files.drop.over ? "dropping" : ""}"
    @focusin=${() => void actions.learnLimits()}
  >
    <h3 id="reply-title" class="section-title">${note ? text.comment : text.reply}</h3>
    ${offers.reply && offers.comment ? audience(actions, text) : nothing}
    <textarea
      id="reply"
      part="input"
      class="input"
      rows="3"
      maxlength="4000"
      aria-labelledby="reply-title"
      aria-describedby="reply-hint"
      aria-invalid=${actions.replyMissing === "text"}
      ?readonly=${closed || pending}
      .value=${actions.replyText}
      @input=${(event: Event) => actions.writeReply({ text: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
    <p id="reply-hint" class="hint">${closed ? text.replyClosed : note ? text.commentHint : options.staff ? text.replyHintStaff : text.replyHint}</p>
    ${
      closed
        ? nothing
        : html`${attachmentField(actions.files, {
            read: options.read,
            format: options.format,
            limits: actions.limits,
            announce: options.announce,
          })}
          <div class="buttons">
            <button
              part="submit"
              class="button primary"
              type="button"
              aria-disabled=${pending}
              @click=${() => void actions.reply(note)}
            >
              ${pending ? text.sending : note ? text.addNote : text.send}
            </button>
          </div>`
    }
    ${fault ? alert(fault) : nothing}
    ${lacking ? partFailure(options.read(commonStrings), () => void actions.reply(note)) : nothing}
  </section>`;
}

/** Who shall read it: a slip here would show a customer what was meant for colleagues, so it is said twice. */
function audience(actions: RequestActions, text: TrackerStrings): TemplateResult {
  const option = (isComment: boolean, label: string) => html`<label class="choice">
    <input
      type="radio"
      name="audience"
      .checked=${actions.isComment === isComment}
      @change=${() => actions.writeReply({ isComment })}
    />
    ${label}
  </label>`;
  return html`<div class="audience" role="radiogroup" aria-label=${text.audience}>
    ${option(false, text.replyToCustomer)} ${option(true, text.comment)}
  </div>`;
}
