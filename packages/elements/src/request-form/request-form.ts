import type {
  Capabilities,
  Me,
  RequestKindDescriptor,
  ServiceRequest,
  ServiceRequestInput,
} from "@portico/contract";
import { html } from "lit";
import { attachmentStyles } from "../internal/attachments/attachments.styles.js";
import { CrmElement } from "../internal/crm-element.js";
import { type CrmErrorLike, failureState } from "../internal/errors.js";
import { emit } from "../internal/events.js";
import { property } from "../internal/property.js";
import { type ElementState, ResourceController } from "../internal/resource-controller.js";
import { baseStyles } from "../internal/styles/base.styles.js";
import { cardStyles } from "../internal/styles/card.styles.js";
import { fieldStyles } from "../internal/styles/field.styles.js";
import { fieldId } from "./fields.js";
import { FormSession } from "./form-session.js";
import { renderForm } from "./form-view.js";
import { renderKinds } from "./kinds.js";
import { attachmentsPointer, type FieldGroups, fieldGroups } from "./request-form.model.js";
import { asksRequester, type FormSetup, loadSetup, offeredKinds } from "./request-form.setup.js";
import { formStrings } from "./request-form.strings.js";
import { requestFormStyles } from "./request-form.styles.js";

export interface CrmRequestCreatedDetail {
  readonly request: ServiceRequest;
}

export interface CrmDraftDetail {
  readonly draft: "saved" | "restored" | "discarded";
}

/**
 * Takes a service request: its kind, the fields that the backend describes for it, a place, files and whom to call
 * back. Checks by the server's own rules, survives a lost connection and a reload, and makes one request however often
 * it is sent. Ends with a receipt that shows the number and what happens next.
 *
 * @operation getCapabilities
 * @operation getMe
 * @operation uploadAttachment
 * @operation createServiceRequest
 *
 * @slot intro - Above the form, until it is sent.
 * @slot receipt - Replaces the receipt.
 * @slot initial - Replaces the view before there is anything to load from.
 * @slot loading - Replaces the skeleton.
 * @slot empty - Replaces the message that there is nothing to submit.
 * @slot partial - Replaces the notice that it is not known who is signed in.
 * @slot stale - Replaces the notice over a form that could not be updated.
 * @slot unauthorized - Replaces the message to sign in.
 * @slot forbidden - Replaces the message that this is not for the visitor.
 * @slot not-found - Replaces the message that there is no such form.
 * @slot offline - Replaces the message that there is no connection.
 * @slot error - Replaces the message of any other failure.
 *
 * @event {CustomEvent<CrmRequestCreatedDetail>} crm-request-created - When the backend has taken the request.
 * @event {CustomEvent<CrmDraftDetail>} crm-draft - When a draft is saved, restored or discarded.
 * @event {CustomEvent<CrmStateDetail>} crm-state - When the public state changes; does not bubble.
 * @event {CustomEvent<CrmErrorDetail>} crm-error - When loading or sending fails.
 *
 * @csspart base - The root of everything drawn.
 * @csspart card - The surface.
 * @csspart title - The heading.
 * @csspart kinds - The kinds to choose from.
 * @csspart kind - One of them.
 * @csspart field - A field with its label, help and fault.
 * @csspart input - Where one types or chooses.
 * @csspart location - The place.
 * @csspart attachments - The files.
 * @csspart requester - Whom to call back.
 * @csspart summary - All faults, after an attempt to send.
 * @csspart failure - Why it could not be sent.
 * @csspart draft - The notice of a draft.
 * @csspart submit - The button that sends.
 * @csspart receipt - The receipt.
 * @csspart number - The number on it.
 * @csspart next - What happens next.
 * @csspart another - The button for another submission.
 * @csspart icon - Any drawing.
 * @csspart state - A message in place of the form.
 * @csspart banner - The notice over an old or incomplete form.
 * @csspart retry - The button that loads again.
 *
 * @cssstate initial - Nothing to load from yet.
 * @cssstate loading - The kinds are awaited.
 * @cssstate ready - The form or the receipt is shown.
 * @cssstate empty - No kind is offered.
 * @cssstate partial - The form is shown, but who is signed in is not known.
 * @cssstate stale - The form is shown, but the last update failed.
 * @cssstate unauthorized - The visitor must sign in; what was entered stays.
 * @cssstate forbidden - The visitor may not submit.
 * @cssstate not-found - There is no such form.
 * @cssstate offline - There is no connection; what was entered stays.
 * @cssstate error - Loading or sending failed; what was entered stays.
 *
 * @keyboard {Tab} - Goes through the fields and buttons.
 * @keyboard {Enter|Space} kind - Opens its form and goes to the heading.
 * @keyboard {ArrowDown} radio buttons - Chooses the next one.
 * @keyboard {Space} check box - Changes it.
 * @keyboard {Control+Enter|Meta+Enter} field - Sends; the focus goes to the receipt, or to the list of what is to mend.
 * @keyboard {Enter} field - Sends nothing, neither this form nor one around the element.
 * @keyboard {Enter|Space} line of what is to mend - Goes to its field.
 * @keyboard {Enter|Space} "Submit another" - Begins anew and goes to the heading.
 * @keyboard {Enter|Space} "Try again" - Loads again.
 *
 * @example
 * ```html
 * <crm-request-form kinds="fault complaint"></crm-request-form>
 * <crm-request-form kind="fault" customer-id="cus_1" channel="phone"></crm-request-form>
 * ```
 */
export class CrmRequestForm extends CrmElement<FormSetup> {
  static override styles = [baseStyles, cardStyles, fieldStyles, attachmentStyles, requestFormStyles];

  protected override readonly resource = new ResourceController(this, this.context, {
    args: () => [] as const,
    load: (client, _args, signal) => loadSetup(client, signal),
    given: (): FormSetup | null =>
      this.capabilities && { capabilities: this.capabilities, me: this.me ?? undefined },
    empty: (setup) => offeredKinds(setup, this).length === 0,
    partial: ({ me }) => me === null,
  });

  readonly #session: FormSession = new FormSession(this, this.context, {
    setup: () => this.resource.value,
    fields: (kind) => Object.values(this.#groups(kind)).flat(),
    language: () => this.locale,
  });

  /** Code of the one kind to submit; leaves out the choice. */
  @property() kind: string | null = null;

  /** Codes of the kinds to offer, in this order, separated by spaces. */
  @property() kinds: string | null = null;

  /** Id of the customer on whose behalf an agent submits. */
  @property({ attribute: "customer-id" }) customerId: string | null = null;

  /** Code of the channel through which it came. */
  @property() channel = "web";

  /** Capabilities to draw the form from, instead of loading them. */
  @property({ attribute: false }) capabilities: Capabilities | null = null;

  /** Who submits, beside given `capabilities`; without it the form asks what it asks a guest. */
  @property({ attribute: false }) me: Me | null = null;

  /** What to fill in beforehand; ignored once the visitor has typed. */
  @property({ attribute: false }) value: Partial<ServiceRequestInput> | null = null;

  /** After an attempt that was refused. */
  #listsFaults = false;
  #copied = false;

  /** Where the form stands; after a failure to send that is `offline`, `unauthorized`, `forbidden` or `error`. */
  override get state(): ElementState {
    const { failure } = this.#session;
    return failure && this.resource.value ? failureState(failure) : super.state;
  }

  /** Why loading or sending failed, if it did. */
  override get error(): CrmErrorLike | undefined {
    return this.#session.failure ?? super.error;
  }

  /** Sends again what could not be sent, else loads the form again. Nothing that was entered is lost. */
  override async retry(): Promise<void> {
    await (this.#session.failure ? this.#submit() : super.retry());
  }

  protected override willUpdate(): void {
    this.#session.follow();
  }

  /** What a server cannot draw, such as the draft, comes with the second drawing: a moment after the first. */
  protected override firstUpdated(): void {
    queueMicrotask(() => this.requestUpdate());
  }

  readonly #submit = async (): Promise<void> => {
    const outcome = await this.#session.submit();
    if (outcome === "busy") return;
    this.#listsFaults = outcome === "refused";
    this.#copied = false;
    this.requestUpdate();
    const { request, failure, filling } = this.#session;
    if (request) emit(this, "crm-request-created", { request });
    if (outcome === "refused") await this.#focus(".summary");
    else if (request) await this.#focus("h2");
    else await this.updateComplete;
    // After the update, which says the state's own word.
    if (!filling.value) return;
    const { fillingStrings, numberOf, failureText } = filling.value;
    const text = this.text(fillingStrings);
    if (request)
      // The heading has the focus and says the rest.
      this.announce(`${text.number} ${numberOf(request)}`);
    else if (failure) this.announce(failureText(failure, text));
  };

  readonly #choose = (code: string | null): void => {
    this.#listsFaults = false;
    this.#session.choose(code);
    void this.#focus("h2");
  };

  readonly #another = (): void => {
    this.#session.restart();
    void this.#focus("h2");
  };

  /** Where the clipboard is refused the number can still be selected by one click. */
  readonly #copy = async (number: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(number);
    } catch {
      return;
    }
    this.#copied = true;
    const { filling } = this.#session;
    if (filling.value) this.announce(this.text(filling.value.fillingStrings).copied);
  };

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  protected override renderValue(setup: FormSetup): unknown {
    const session = this.#session;
    const { request, offered, kind, filling } = session;
    const { format, locale } = this;
    const text = this.text(formStrings);
    if (request && filling.value) {
      const copied = this.#copied;
      return filling.value.renderReceipt(request, {
        text: this.text(filling.value.fillingStrings),
        format,
        locale,
        copied,
        copy: this.#copy,
        another: this.#another,
      });
    }
    const step = kind
      ? renderForm(kind, {
          session,
          setup,
          groups: this.#groups(kind),
          text,
          read: (catalogue) => this.text(catalogue),
          format,
          locale,
          summary: this.#listsFaults,
          submit: this.#submit,
          change: () => this.#choose(null),
          show: (pointer) =>
            void this.#focus(pointer === attachmentsPointer ? "#attachments" : `#${fieldId(pointer)}`),
          announce: (message) => this.announce(message),
        })
      : renderKinds(offered, { text, locale, choose: this.#choose });
    return html`<slot name="intro"></slot>${step}`;
  }

  protected override renderSkeleton(): unknown {
    const row = html`<div class="bone row"></div>`;
    const rows = this.kind
      ? html`<div class="bone line"></div><div class="bone area"></div>${row}${row}`
      : html`<div class="kinds">${row}${row}${row}${row}</div>`;
    return html`<div class="card ${this.kind ? "form" : ""}"><div class="bone title"></div>${rows}</div>`;
  }

  #groups(kind: RequestKindDescriptor): FieldGroups {
    const asks = asksRequester(kind, this.resource.value?.me, this.customerId);
    return fieldGroups(kind, this.#session.entry.values, asks, this.text(formStrings), this.locale);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "crm-request-form": CrmRequestForm;
  }
  interface HTMLElementEventMap {
    "crm-request-created": CustomEvent<CrmRequestCreatedDetail>;
    "crm-draft": CustomEvent<CrmDraftDetail>;
  }
}
