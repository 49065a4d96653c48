import type { RequestKindDescriptor } from "@portico/contract";
import { html, nothing, type TemplateResult } from "lit";
import { attachmentField } from "../internal/attachments/attachment-field.js";
import { attachmentStrings } from "../internal/attachments/attachments.strings.js";
import type { CrmErrorLike } from "../internal/errors.js";
import type { Formats } from "../internal/format.js";
import { type Catalogue, labelOf } from "../internal/localize.js";
import { icon, userIcon } from "../internal/primitives/icon.js";
import { partFailure } from "../internal/state-view.js";
import { commonStrings } from "../internal/strings/common.strings.js";
import { type FieldHost, renderFields } from "./fields.js";
import type { FormSession } from "./form-session.js";
import { renderLocation } from "./location.js";
import { attachmentsPointer, type FieldGroups } from "./request-form.model.js";
import { attachmentLimits, type FormSetup } from "./request-form.setup.js";
import type { FormStrings } from "./request-form.strings.js";

export interface FormViewOptions {
  readonly session: FormSession;
  readonly setup: FormSetup;
  readonly groups: FieldGroups;
  readonly text: FormStrings;
  readonly read: <Strings extends object>(catalogue: Catalogue<Strings>) => Strings;
  readonly format: Formats;
  readonly locale: string;
  /** Whether the last attempt was refused, so that all faults are listed. */
  readonly summary: boolean;
  readonly submit: () => void;
  /** Goes back to the choice of kinds. */
  readonly change: () => void;
  /** Takes the visitor to the field of a fault. */
  readonly show: (pointer: string) => void;
  readonly announce: (message: string) => void;
}

/** The second step: the fields of one kind and the button that sends them. */
export function renderForm(kind: RequestKindDescriptor, options: FormViewOptions): TemplateResult {
  const { session, groups, text, format, summary, submit } = options;
  const { sending, failure, files } = session;
  const said = filled(options);
  const host: FieldHost = {
    text,
    format,
    values: session.entry.values,
    faultOf: ({ pointer }) => said?.messages.get(pointer),
    set: (changes) => session.set(changes),
    check: (pointer) => session.entry.check(pointer),
  };
  return html`<div
    part="card"
    class=${files.drop.over ? "card form dropping" : "card form"}
    role="form"
    aria-labelledby="title"
    @keydown=${(event: KeyboardEvent) => isSend(event) && submit()}
  >
    ${head(kind, options)}
    ${said?.draft} ${summary ? said?.summary : nothing}
    ${renderFields(groups.matter, host)} ${renderLocation(groups.place, options, host)}
    ${kind.attachmentsAllowed ? attachments(options, said?.messages.get(attachmentsPointer)) : nothing}
    ${requester(kind, options, host)} ${failure ? failed(failure, options) : nothing}
    <div class="actions">
      <button part="submit" class="button primary" type="button" aria-disabled=${sending} @click=${submit}>
        ${sending ? text.sending : failure ? text.sendAgain : text.submit}
      </button>
    </div>
  </div>`;
}

function head(
  { code, labels, description }: RequestKindDescriptor,
  options: FormViewOptions,
): TemplateResult {
  const { session, text, locale, change } = options;
  const label = labelOf(labels, locale) ?? code;
  const details = labelOf(description, locale);
  return html`<div class="head">
    <div>
      <h2 id="title" part="title" class="card-title" tabindex="-1">${label}</h2>
      ${details ? html`<p class="hint"><bdi>${details}</bdi></p>` : nothing}
    </div>
    ${
      session.offered.length > 1
        ? html`<button
            class="button quiet small"
            type="button"
            aria-label=${text.changeKind(label)}
            @click=${change}
          >
            ${text.change}
          </button>`
        : nothing
    }
  </div>`;
}

function attachments(options: FormViewOptions, invalid: string | undefined): TemplateResult {
  const { session, setup, read, format, announce } = options;
  return attachmentField(session.files, { read, format, limits: attachmentLimits(setup), announce, invalid });
}

/** Whether to stay unknown, whom to call back, or who is signed in. */
function requester(kind: RequestKindDescriptor, options: FormViewOptions, host: FieldHost): TemplateResult {
  const { setup, groups, text } = options;
  const { principal, displayName } = setup.me ?? {};
  const known = principal === "customer" && displayName && kind.requester !== "none";
  const anonymous = host.values["/anonymous"] === true && kind.anonymousAllowed;
  return html`
    ${groups.anonymity.length > 0 ? renderFields(groups.anonymity, host) : nothing}
    ${
      groups.requester.length > 0
        ? html`<fieldset part="requester" class="group" aria-describedby=${kind.requester === "required" ? "requester-hint" : nothing}>
            <legend class="group-title">${text.requester}</legend>
            ${kind.requester === "required" ? html`<p id="requester-hint" class="hint">${text.requesterHint}</p>` : nothing}
            ${renderFields(groups.requester, host)}
          </fieldset>`
        : nothing
    }
    ${known && !anonymous ? html`<p class="signed-in hint">${icon(userIcon)}${text.signedIn(displayName)}</p>` : nothing}
  `;
}

/** Why it was not sent; without the words for it, that a part of the form is missing. */
function failed(error: CrmErrorLike, { session, read, submit }: FormViewOptions): TemplateResult {
  const { value: filling } = session.filling;
  const common = read(commonStrings);
  return filling
    ? filling.renderFailure(error, read(filling.fillingStrings), common)
    : partFailure(common, submit);
}

/** What is said about the entry and its draft, as far as there is somebody who filled it in. */
function filled({ session, groups, read, format, show }: FormViewOptions) {
  const { faults, draft } = session;
  const { value: filling } = session.filling;
  if (!filling) return undefined;
  const text = read(filling.fillingStrings);
  const others = read(attachmentStrings).files;
  const lines = filling.faultLines(faults, Object.values(groups).flat(), { others, show, text, format });
  return {
    messages: new Map(lines.map(({ pointer, message }) => [pointer, message])),
    summary: lines.length > 0 ? filling.renderSummary(lines, text, format) : nothing,
    draft: draft?.notice
      ? filling.renderDraftNotice(draft.notice, () => session.toggleDraft(), text)
      : nothing,
  };
}

/** Enter alone makes a line in a text and sends nothing anywhere. */
function isSend(event: KeyboardEvent): boolean {
  const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing;
  if (sends) event.preventDefault();
  return sends;
}
