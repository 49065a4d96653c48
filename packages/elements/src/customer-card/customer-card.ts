import type { Customer, CustomerSummary, ServiceRequest } from "@portico/contract";
import { html, nothing, type TemplateResult } from "lit";
import { Clock } from "../internal/clock.js";
import { CrmElement } from "../internal/crm-element.js";
import { type CrmRequestDetail, emit } from "../internal/events.js";
import { LazyPart } from "../internal/lazy-part.js";
import { property } from "../internal/property.js";
import { ResourceController } from "../internal/resource-controller.js";
import { partFailure } from "../internal/state-view.js";
import { commonStrings } from "../internal/strings/common.strings.js";
import { avatarStyles } from "../internal/styles/avatar.styles.js";
import { badgeStyles } from "../internal/styles/badge.styles.js";
import { baseStyles } from "../internal/styles/base.styles.js";
import { cardStyles } from "../internal/styles/card.styles.js";
import { fieldStyles } from "../internal/styles/field.styles.js";
import { contact } from "./contact.js";
import {
  type CardValue,
  chosenSections,
  customerIdOf,
  isNobody,
  isPartial,
  type SectionName,
  sectionState,
} from "./customer-card.model.js";
import { cardStrings } from "./customer-card.strings.js";
import { cardLayoutStyles } from "./customer-card.styles.js";
import { header } from "./header.js";
import { loadCard } from "./load.js";
import type { Draw } from "./parts.js";
import type { Reveal } from "./reveal.js";
import { sections } from "./sections.js";

/**
 * Shows a customer with what matters now: who it is, how to reach them, how they are graded and why, who looks after
 * them, what is open, the last contacts and what they said. Each section stands alone: one that fails empties no other.
 *
 * @operation getCustomerSummary
 * @operation getCustomer
 * @operation revealContactPoint
 * @operation streamChanges
 *
 * @slot actions - Buttons at the end of the header.
 * @slot section-contact - Replaces the body of the contact points.
 * @slot section-grades - Replaces the body of the grades.
 * @slot section-team - Replaces the body of the account team.
 * @slot section-requests - Replaces the body of the open requests.
 * @slot section-interactions - Replaces the body of the last contacts.
 * @slot section-satisfaction - Replaces the body of the satisfaction.
 * @slot initial - Replaces the view before there is anything to load.
 * @slot loading - Replaces the skeleton.
 * @slot empty - Replaces the message that there is nobody to show.
 * @slot partial - Replaces the notice over a card with a section that failed.
 * @slot stale - Replaces the notice over a card that could not be updated.
 * @slot unauthorized - Replaces the message to sign in.
 * @slot forbidden - Replaces the message that this is not for the visitor.
 * @slot not-found - Replaces the message that there is no such customer.
 * @slot offline - Replaces the message that there is no connection.
 * @slot error - Replaces the message of any other failure.
 *
 * @event {CustomEvent<CrmRequestDetail>} crm-request-select - When an open request is chosen.
 * @event {CustomEvent<CrmStateDetail>} crm-state - When the public state changes; does not bubble.
 * @event {CustomEvent<CrmErrorDetail>} crm-error - When loading fails.
 *
 * @csspart base - The root of everything drawn.
 * @csspart card - The surface.
 * @csspart header - Who the customer is.
 * @csspart avatar - The initials.
 * @csspart name - The name.
 * @csspart section - Any section.
 * @csspart contact - The section of the contact points.
 * @csspart grades - The section of the grades.
 * @csspart team - The section of the account team.
 * @csspart requests - The section of the open requests.
 * @csspart interactions - The section of the last contacts.
 * @csspart satisfaction - The section of the satisfaction.
 * @csspart counts - How many requests are open, overdue and urged.
 * @csspart row - A line of a section.
 * @csspart grade - One judgement.
 * @csspart why - The disclosure of where a judgement comes from.
 * @csspart link - The title of a request.
 * @csspart reveal - The button that shows a contact point in full.
 * @csspart reason - The field for the reason.
 * @csspart failure - The message that a part of the page did not load.
 * @csspart badge - Any badge.
 * @csspart icon - Any drawing.
 * @csspart state - A message in place of the card.
 * @csspart banner - The notice over an old or incomplete card.
 * @csspart retry - The button that tries again.
 *
 * @cssstate initial - Nothing to load from yet.
 * @cssstate loading - The first answer is awaited.
 * @cssstate ready - The card is shown.
 * @cssstate empty - There is nobody to show.
 * @cssstate partial - The card is shown, but not every section could be had.
 * @cssstate stale - The card is shown, but the last update failed.
 * @cssstate unauthorized - The visitor must sign in.
 * @cssstate forbidden - The visitor may not see the customer.
 * @cssstate not-found - There is no such customer.
 * @cssstate offline - There is no connection.
 * @cssstate error - Loading failed.
 *
 * @cssproperty [--crm-color-accent] - Links, disclosures and buttons.
 *
 * @keyboard {Tab} - Goes through contact points, reasons behind grades, links of the team and requests.
 * @keyboard {Enter|Space} "Reveal" - Asks for a reason and goes to its field.
 * @keyboard {Enter} reason - Shows the contact point in full and returns to its button.
 * @keyboard {Escape} reason - Closes the field and returns to the button.
 * @keyboard {Escape} "Hide" - Hides the contact point again.
 * @keyboard {Enter|Space} "Why" - Opens and closes the reasons behind a grade.
 * @keyboard {Enter|Space} request - Tells the page that it was chosen.
 * @keyboard {Enter|Space} "Try again" - Loads again.
 *
 * @example
 * ```html
 * <crm-customer-card customer-id="cus_1"></crm-customer-card>
 * <crm-customer-card customer-id="cus_1" sections="requests contact" heading-level="2"></crm-customer-card>
 * <crm-customer-card customer-id="cus_1" variant="compact"><button slot="actions">Call</button></crm-customer-card>
 * ```
 */
export class CrmCustomerCard extends CrmElement<CardValue> {
  static override styles = [baseStyles, cardStyles, badgeStyles, avatarStyles, fieldStyles, cardLayoutStyles];

  protected override readonly resource = new ResourceController<CardValue, readonly [string]>(
    this,
    this.context,
    {
      args: () => (this.customerId ? [this.customerId] : undefined),
      load: (client, [id], signal) => loadCard(client, id, signal),
      given: () => this.summary ?? (this.customer && { customer: this.customer }),
      empty: isNobody,
      partial: isPartial,
      watch: ([customerId]) => ({ customerId }),
    },
  );

  #reveal: Reveal | undefined;
  readonly #revealing = new LazyPart(this, {
    load: () => import("./reveal.js"),
    onLoad: ({ Reveal, revealStrings }) => {
      this.#reveal = new Reveal(this, {
        scope: () => [this.context.value?.client, this.context.value?.session, this.#shownId],
        call: async (pointId, reason, options) => {
          const client = this.context.value?.client;
          if (!client || !this.#shownId) throw new Error("There is nobody to ask");
          return client.customers.revealContactPoint(this.#shownId, pointId, { reason }, options);
        },
        onChange: (isShown) => this.announce(this.text(revealStrings)[isShown ? "shown" : "hidden"]),
      });
    },
  });
  /** Shows the contact point that was asked for last. */
  #toggle = (): void => undefined;

  /** Id of the customer to load and follow. */
  @property({ attribute: "customer-id" }) customerId: string | null = null;

  /** A summary to show instead of loading one. */
  @property({ attribute: false }) summary: CustomerSummary | null = null;

  /** A customer to show when there is no summary: header and contact points alone. */
  @property({ attribute: false }) customer: Customer | null = null;

  /** `full`, or `compact` for one row. */
  @property() variant: "full" | "compact" = "full";

  /**
   * Sections to show, in this order, separated by spaces: contact, grades, team, requests, interactions, satisfaction.
   * One that is named says so when the visitor may not see it; without the attribute it is left out.
   */
  @property() sections: string | null = null;

  /** Level of the heading with the name, from 2 to 6; sections are one below. */
  @property({ attribute: "heading-level", type: Number }) headingLevel = 3;

  /** Sections whose body the host has replaced. */
  readonly #replaced = new Set<SectionName>();

  /** Judgements whose reasons are open. */
  readonly #open = new Set<string>();

  constructor() {
    super();
    this.addController(new Clock(this));
  }

  get #shownId(): string | undefined {
    return customerIdOf(this.resource.value);
  }

  get #level(): number {
    return Math.min(6, Math.max(2, Math.trunc(this.headingLevel) || 3));
  }

  readonly #retry = async (): Promise<void> => {
    await this.retry();
    await this.keepFocus();
  };

  readonly #onToggle = (judgement: string, { target }: Event): void => {
    if ((target as HTMLDetailsElement).open) this.#open.add(judgement);
    else this.#open.delete(judgement);
    this.requestUpdate();
  };

  readonly #onSlot = ({ target }: Event): void => {
    const slot = target as HTMLSlotElement;
    const name = slot.name.replace("section-", "") as SectionName;
    if (slot.assignedNodes().length > 0) this.#replaced.add(name);
    else this.#replaced.delete(name);
    this.requestUpdate();
  };

  protected override renderValue(value: CardValue): unknown {
    const draw: Draw = {
      text: this.text(cardStrings),
      format: this.format,
      locale: this.locale,
      onSelect: (request: ServiceRequest) => emit(this, "crm-request-select", { request }),
      open: this.#open,
      onToggle: this.#onToggle,
    };
    const isCompact = this.variant === "compact";
    const body = () => chosenSections(this.sections).map((name) => this.#renderSection(name, value, draw));
    return html`<div part="card" class="card ${isCompact ? "compact" : ""}">${header(value, draw, this.#level, isCompact)}${
      isCompact ? nothing : html`<div class="sections" @slotchange=${this.#onSlot}>${body()}</div>`
    }</div>`;
  }

  protected override renderSkeleton(): unknown {
    const isCompact = this.variant === "compact";
    const facts = html`<div class="bone short"></div><div class="bone short"></div>`;
    const section = html`<div class="section skeleton"><div class="bone title"></div><div class="bone area"></div></div>`;
    return html`<div class="card ${this.variant}">
      <div class="header line">
        <div class="bone round"></div>
        <div class="what ${isCompact ? "" : "skeleton"}"><div class="bone title"></div>${isCompact ? nothing : facts}</div>
      </div>
      ${isCompact ? nothing : html`<div class="sections">${chosenSections(this.sections).map(() => section)}</div>`}
    </div>`;
  }

  /** A section that is not for the visitor is left out, unless the host names it or fills it. */
  #renderSection(name: SectionName, value: CardValue, draw: Draw): TemplateResult {
    const isLeftOut = this.sections === null && /unsupported|forbidden/.test(sectionState(value, name));
    return html`<div part="section ${name}" class="section ${name}" ?hidden=${isLeftOut && !this.#replaced.has(name)}
      ><div class="section-title" role="heading" aria-level=${this.#level + 1}>${draw.text.titles[name]}</div
      ><slot name="section-${name}">${this.#renderBody(name, value, draw)}</slot></div>`;
  }

  #renderBody(name: SectionName, value: CardValue, draw: Draw): unknown {
    const { error, retry, forbidden } = this.text(commonStrings);
    const { unsupported, nothing: none } = draw.text;
    const state = sectionState(value, name);
    if (state === "failed") {
      return html`<p class="line">
        ${error.title}
        <button part="retry" class="button small" type="button" @click=${this.#retry}>${retry}</button>
      </p>`;
    }
    const body =
      state !== "available"
        ? nothing
        : name === "contact"
          ? this.#renderContact(value, draw)
          : sections[name](value, draw);
    return body === nothing
      ? html`<p class="about">${state === "available" ? none[name] : state === "forbidden" ? forbidden.title : unsupported}</p>`
      : body;
  }

  #renderContact(value: CardValue, draw: Draw): unknown {
    if (!this.context.value?.client || !this.#shownId) return contact(value, draw, undefined);
    const part = this.#revealing;
    const reveal = this.#reveal;
    const toggle = (pointId: string, opener: HTMLElement) => {
      this.#toggle = () => void part.use(() => this.#reveal?.toggle(pointId, opener));
      this.#toggle();
    };
    const field = (pointId: string) => {
      if (!reveal || !part.value) return nothing;
      const text = this.text(part.value.revealStrings);
      const { error } = reveal;
      const failure = !error ? "" : error.status === 403 ? text.notAllowed : this.failureText(error);
      return part.value.reasonField(reveal, pointId, text, failure);
    };
    const points = contact(value, draw, { reveal, toggle, field });
    return part.error ? html`${points} ${partFailure(this.text(commonStrings), this.#toggle)}` : points;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "crm-customer-card": CrmCustomerCard;
  }
  interface HTMLElementEventMap {
    "crm-request-select": CustomEvent<CrmRequestDetail>;
  }
}
