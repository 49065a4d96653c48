import type { ServiceRequest } from "@portico/contract";
import { html, nothing, type PropertyValues } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Clock } from "../internal/clock.js";
import { CrmElement } from "../internal/crm-element.js";
import { type CrmRequestDetail, emit } from "../internal/events.js";
import { wordsOf } from "../internal/payload.js";
import { icon, inboxIcon, searchOffIcon } from "../internal/primitives/icon.js";
import { property } from "../internal/property.js";
import { type ElementState, ResourceController } from "../internal/resource-controller.js";
import { commonStrings } from "../internal/strings/common.strings.js";
import { badgeStyles } from "../internal/styles/badge.styles.js";
import { baseStyles } from "../internal/styles/base.styles.js";
import { cardStyles } from "../internal/styles/card.styles.js";
import { fieldStyles } from "../internal/styles/field.styles.js";
import { Task } from "../internal/task.js";
import { ChangedRows } from "./changed-rows.js";
import { type FilterChoice, filters, noFilter } from "./filters.js";
import {
  appendPage,
  chosenStates,
  givenPage,
  hasManyCustomers,
  hrefOf,
  listParameters,
  matches,
  prependRow,
  type RequestPage,
  type RequestQuery,
  readRows,
  removeRow,
  replaceRow,
  sortOf,
} from "./request-list.model.js";
import { listStrings } from "./request-list.strings.js";
import { listStyles } from "./request-list.styles.js";
import { row } from "./row.js";
import type { DrawRow, rowBlocks } from "./row-block.js";

const typingPause = 300;
const maxPageSize = 100;
const filterless: ReadonlySet<string> = new Set(["unauthorized", "forbidden", "not-found"]);

/**
 * Lists service requests: filtered, sorted, searched, page by page, and live. Changed rows change where they are; new
 * ones join at the top when that disturbs nobody, and wait behind a quiet notice otherwise.
 *
 * @operation listServiceRequests
 * @operation getServiceRequest
 * @operation streamChanges
 *
 * @slot initial - Replaces the view before there is anything to load.
 * @slot loading - Replaces the skeleton.
 * @slot empty - Replaces the message that there is nothing, or nothing that matches.
 * @slot stale - Replaces the notice over rows that could not be updated.
 * @slot unauthorized - Replaces the message to sign in.
 * @slot forbidden - Replaces the message that this is not for the visitor.
 * @slot not-found - Replaces the message that there is no such list.
 * @slot offline - Replaces the message that there is no connection.
 * @slot error - Replaces the message of any other failure.
 *
 * @event {CustomEvent<CrmRequestDetail>} crm-request-select - When a row is chosen; `preventDefault()` keeps a link from
 *   being followed.
 * @event {CustomEvent<CrmStateDetail>} crm-state - When the public state changes; does not bubble.
 * @event {CustomEvent<CrmErrorDetail>} crm-error - When loading fails.
 *
 * @csspart base - The root of everything drawn.
 * @csspart card - The surface.
 * @csspart filters - The controls over the list.
 * @csspart arrivals - The notice of new requests.
 * @csspart list - The list.
 * @csspart row - One request.
 * @csspart link - Its title, the link or button.
 * @csspart badge - State and marks.
 * @csspart about - Its number and kind.
 * @csspart holding - Who holds it and when it last changed.
 * @csspart end - How many are shown, and the next page.
 * @csspart input - A field of the filters.
 * @csspart more - The button for the next page.
 * @csspart icon - Any drawing.
 * @csspart state - A message in place of the rows.
 * @csspart banner - The notice over old rows.
 * @csspart retry - The button that tries again.
 *
 * @cssstate initial - Nothing to load from yet.
 * @cssstate loading - The first answer is awaited.
 * @cssstate ready - Rows are shown.
 * @cssstate empty - There are none, or none that match.
 * @cssstate stale - Rows are shown, but the last update failed.
 * @cssstate unauthorized - The visitor must sign in.
 * @cssstate forbidden - The visitor may not see the list.
 * @cssstate not-found - There is no such list.
 * @cssstate offline - There is no connection.
 * @cssstate error - Loading failed.
 *
 * @cssproperty [--crm-color-accent] - The chosen row and links under the pointer.
 *
 * @keyboard {Tab} - Goes through search, filters, rows and "Show more".
 * @keyboard {Escape} search - Empties it.
 * @keyboard {ArrowDown} filter - Chooses the next value.
 * @keyboard {Enter|Space} row - Tells the page that it was chosen.
 * @keyboard {Enter} row that is a link - Follows it.
 * @keyboard {Enter|Space} "Show more" - Shows the next page and goes to its first row.
 * @keyboard {Enter|Space} "Try again" - Loads again.
 *
 * @example
 * ```html
 * <crm-request-list customer-id="cus_1" states="acknowledged inProgress" href-template="request.html?id={id}">
 * </crm-request-list>
 * ```
 */
export class CrmRequestList extends CrmElement<RequestPage> {
  static override styles = [baseStyles, cardStyles, badgeStyles, fieldStyles, listStyles];

  protected override readonly resource: ResourceController<RequestPage, [RequestQuery]> =
    new ResourceController(this, this.context, {
      args: () => [this.#query],
      load: async (client, [query], signal): Promise<RequestPage> => {
        const shown = this.resource.value?.rows.length ?? 0;
        const limit = Math.min(maxPageSize, Math.max(this.#size, shown));
        const { data, nextCursor, total } = await client.serviceRequests.list(
          { ...listParameters(query), limit, total: true },
          { signal },
        );
        this.#waiting = [];
        return { rows: readRows(data), nextCursor, total: total ?? undefined };
      },
      given: () => this.requests && givenPage(this.requests, this.#query),
      empty: ({ rows, nextCursor }) => rows.length === 0 && nextCursor === null,
      watch: ([{ customerId }]) => ({ resource: "serviceRequests", ...(customerId ? { customerId } : {}) }),
      onChange: (change) => !this.resource.pending && this.#changed.take(change),
    });

  readonly #more = new Task(this, () => [this.context.value?.client, this.#key]);

  readonly #changed = new ChangedRows(this, {
    client: () => this.context.value?.client,
    isWanted: (id, isNew) => isNew || this.#has(id),
    isBusy: () => this.resource.pending,
    onRow: (request, isNew) => this.#take(request, isNew),
    onGone: (id) => this.#update((page) => removeRow(page, id)),
  });

  /** Id of the customer whose requests to list; without it, all that the visitor may see. */
  @property({ attribute: "customer-id" }) customerId: string | null = null;

  /** Requests to show instead of loading them. */
  @property({ attribute: false }) requests: readonly ServiceRequest[] | null = null;

  /** States to restrict the list to, separated by spaces. */
  @property() states = "";

  /** Kinds to restrict the list to, separated by spaces. */
  @property() kinds = "";

  /** `-updatedAt`, `-createdAt`, `createdAt` or `dueAt`; the visitor may choose another. */
  @property() sort = "-updatedAt";

  /** Rows of a page, from 1 to 100. */
  @property({ attribute: "page-size", type: Number }) pageSize = 20;

  /** Address of a request's own page with `{id}` in it; without it rows are buttons. */
  @property({ attribute: "href-template" }) hrefTemplate: string | null = null;

  /** Id of the row that is marked as the present one. */
  @property({ attribute: "selected-id" }) selectedId: string | null = null;

  #choice: FilterChoice = noFilter;
  /** The visitor has filtered and waits to hear what there is. */
  #isAsked = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #knownKey: string | undefined;
  /** New requests that are not shown yet, and those that came in while the visitor looked on. */
  #waiting: readonly string[] = [];
  #fresh: ReadonlySet<string> = new Set();
  #rowBlocks: typeof rowBlocks | undefined;

  constructor() {
    super();
    this.addController(new Clock(this));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const key = this.#key;
    if (this.#knownKey === key) return;
    this.#knownKey = key;
    this.#waiting = [];
    this.#fresh = new Set();
    this.#changed.forget();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.#isAsked || this.resource.pending) return;
    this.#isAsked = false;
    if (this.state === "ready") this.announce(this.text(listStrings).nowShown(...this.#counts()));
  }

  /** What the contract takes, whatever the attribute says. */
  get #size(): number {
    return Math.min(maxPageSize, Math.max(1, Math.trunc(this.pageSize) || 20));
  }

  get #query(): RequestQuery {
    const kinds = wordsOf(this.kinds);
    return {
      customerId: this.customerId ?? undefined,
      industry: this.context.value?.industry,
      states: chosenStates(this.#choice.state, wordsOf(this.states)),
      kinds: this.#choice.kind ? [this.#choice.kind] : kinds,
      sort: sortOf(this.sort),
      search: this.#choice.search,
    };
  }

  get #key(): string {
    return JSON.stringify(this.#query);
  }

  get #isFiltered(): boolean {
    return Object.values(this.#choice).some(Boolean);
  }

  #has(id: string): boolean {
    return this.resource.value?.rows.some((request) => request.id === id) ?? false;
  }

  #update(change: (page: RequestPage) => RequestPage): void {
    if (this.resource.value) this.resource.patch(change(this.resource.value));
  }

  /** Rows keep their place when they change; a new one takes the top only where nobody is looking at a row. */
  #take(request: ServiceRequest, isNew: boolean): void {
    if (this.#has(request.id)) {
      this.#update((page) => replaceRow(page, request));
      return;
    }
    const query = this.#query;
    if (!isNew || !matches(request, { ...query, search: "" })) return;
    const disturbs = this.getBoundingClientRect().top < 0 || this.shadowRoot?.activeElement?.closest(".row");
    if (disturbs || query.search || !query.sort.startsWith("-")) {
      this.#waiting = [...new Set([...this.#waiting, request.id])];
    } else {
      this.#fresh = new Set([...this.#fresh, request.id]);
      this.#update((page) => prependRow(page, request));
    }
    this.announce(this.#arrived(Math.max(1, this.#waiting.length)));
  }

  readonly #onType = (event: Event): void => {
    // Half-written Pinyin is nothing to search for.
    if ((event as InputEvent).isComposing) return;
    const search = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#choose({ search }), typingPause);
  };

  #choose(choice: Partial<FilterChoice>): void {
    clearTimeout(this.#typing);
    this.#choice = { ...this.#choice, ...choice };
    this.#isAsked = true;
    this.requestUpdate();
  }

  readonly #clear = (): void => {
    this.#choose(noFilter);
    this.renderRoot.querySelector<HTMLElement>("#search")?.focus();
  };

  readonly #showArrivals = async (): Promise<void> => {
    await this.resource.retry();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".link")?.focus();
  };

  readonly #showMore = async (): Promise<void> => {
    const page = this.resource.value;
    const client = this.context.value?.client;
    if (!client || !page?.nextCursor) return;
    const cursor = page.nextCursor;
    const query = listParameters(this.#query);
    const next = await this.#more.run((signal) =>
      client.serviceRequests.list({ ...query, limit: this.#size, cursor }, { signal }),
    );
    if (!next) return;
    this.#update((before) => appendPage(before, { rows: readRows(next.data), nextCursor: next.nextCursor }));
    this.announce(this.text(listStrings).nowShown(...this.#counts()));
    await this.updateComplete;
    // With the last page the button is gone: the keyboard goes on at the first row that came.
    if (!next.nextCursor) this.renderRoot.querySelectorAll<HTMLElement>(".link")[page.rows.length]?.focus();
  };

  /** One listener for all rows: their titles are the links, in the order of the rows. */
  readonly #onClick = (event: MouseEvent): void => {
    const link = (event.target as Element).closest(".link");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const index = [...this.renderRoot.querySelectorAll(".link")].indexOf(link);
    const request = this.resource.value?.rows[index];
    if (request && !emit(this, "crm-request-select", { request }, true)) event.preventDefault();
  };

  #counts(): [shown: string, total: string | undefined] {
    const { rows, total } = this.resource.value ?? { rows: [] };
    return [this.format.number(rows.length), total === undefined ? undefined : this.format.number(total)];
  }

  protected override stateMessage(state: ElementState, previous: ElementState | undefined): string {
    const text = this.text(listStrings);
    if (state === "empty") return this.#isFiltered ? text.noMatch : text.none;
    return super.stateMessage(state, previous);
  }

  protected override renderBody(): unknown {
    const { state } = this;
    const filters =
      state === "empty" && !this.#isFiltered
        ? nothing
        : html`<div class=${filterless.has(state) ? "reserved" : ""}>${this.#renderFilters()}</div>`;
    return html`<div part="card" class="card">${filters} ${super.renderBody()}</div>`;
  }

  protected override renderValue(page: RequestPage): unknown {
    const text = this.text(listStrings);
    const { format, locale } = this;
    const named = hasManyCustomers(page.rows);
    const draw: DrawRow<ServiceRequest> = (request, index, detailed) =>
      row(request, index, {
        text,
        format,
        locale,
        named,
        detailed,
        selected: request.id === this.selectedId,
        fresh: this.#fresh.has(request.id),
        href: hrefOf(this.hrefTemplate, request.id),
      });
    const first = repeat(
      page.rows.slice(0, maxPageSize),
      ({ id }) => id,
      (request, index) => draw(request, index, true),
    );
    const others = page.rows.slice(maxPageSize);
    return html`${this.#renderArrivals()}
      <ul part="list" role="list" aria-label=${text.label} @click=${this.#onClick}>${first}${others.length > 0 ? this.#renderOthers(others, draw) : nothing}</ul>
      ${this.#renderEnd(page)}`;
  }

  #renderOthers(rows: readonly ServiceRequest[], draw: DrawRow<ServiceRequest>): unknown {
    if (this.#rowBlocks) return this.#rowBlocks(rows, maxPageSize, draw);
    void this.#loadRowBlocks();
    return nothing;
  }

  /** What draws thousands comes with them; where it did not come, the next drawing asks for it again. */
  async #loadRowBlocks(): Promise<void> {
    this.#rowBlocks = (await import("./row-block.js").catch(() => undefined))?.rowBlocks;
    if (this.#rowBlocks) this.requestUpdate();
  }

  protected override renderEmpty(): unknown {
    const text = this.text(listStrings);
    const filtered = this.#isFiltered;
    return html`${this.#renderArrivals()}
      <slot name="empty">
        <div part="state" class="state">
          ${icon(filtered ? searchOffIcon : inboxIcon)}
          <p class="state-title">${filtered ? text.noMatch : text.none}</p>
          <p class="state-hint">${filtered ? text.noMatchHint : text.noneHint}</p>
          ${filtered ? html`<button class="button small" type="button" @click=${this.#clear}>${text.clear}</button>` : nothing}
        </div>
      </slot>`;
  }

  protected override renderSkeleton(): unknown {
    const bones = html`<div class="row"><div class="bone title"></div><div class="bone short"></div><div class="bone short"></div></div>`;
    return Array.from({ length: Math.min(this.#size, 10) }, () => bones);
  }

  #renderFilters(): unknown {
    return filters({
      choice: this.#choice,
      sort: sortOf(this.sort),
      states: wordsOf(this.states),
      kinds: wordsOf(this.kinds),
      text: this.text(listStrings),
      onChoice: (choice) => this.#choose(choice),
      onSort: (sort) => {
        this.sort = sort;
      },
      onType: this.#onType,
    });
  }

  #arrived(count: number): string {
    return this.text(listStrings).arrived(count, this.format.number(count));
  }

  #renderArrivals(): unknown {
    if (this.#waiting.length === 0) return nothing;
    return html`<div part="arrivals" class="arrivals">
      ${this.#arrived(this.#waiting.length)}
      <button class="button small quiet" type="button" @click=${this.#showArrivals}>${this.text(listStrings).show}</button>
    </div>`;
  }

  #renderEnd(page: RequestPage): unknown {
    const text = this.text(listStrings);
    const { error, pending } = this.#more;
    return html`<div part="end" class="end">
      <bdi>${text.shown(...this.#counts())}</bdi>
      ${error ? html`<span class="invalid" role="alert">${this.text(commonStrings).error.title}</span>` : nothing}
      ${
        page.nextCursor
          ? html`<button part="more" class="button small" type="button" aria-disabled=${pending} @click=${this.#showMore}>
              ${pending ? text.loadingMore : text.more}
            </button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "crm-request-list": CrmRequestList;
  }
  interface HTMLElementEventMap {
    "crm-request-select": CustomEvent<CrmRequestDetail>;
  }
}
