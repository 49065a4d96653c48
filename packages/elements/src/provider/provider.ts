import { type ClientOptions, createClient } from "@portico/sdk";
import { css, html, LitElement, type PropertyValues } from "lit";
import { ContextProvider, type CrmClient, type Theme } from "../internal/client-context.js";
import { emit } from "../internal/events.js";
import { property } from "../internal/property.js";

/**
 * Gives a client, a locale, a theme and an industry to the elements within, and to those that name its id from afar.
 * It draws nothing of its own, stores nothing and touches nothing outside itself.
 *
 * @slot - The part of the page to serve.
 *
 * @event {CustomEvent<undefined>} crm-sign-out - After `signOut()`; the elements within have let go of their data.
 *
 * @keyboard {Tab} - Goes through what stands within: the element has no stop of its own.
 *
 * @example
 * ```html
 * <crm-provider base-url="https://crm.example.com" locale="zh-Hans">
 *   <crm-satisfaction-gauge index-id="idx_1"></crm-satisfaction-gauge>
 * </crm-provider>
 * <script type="module">
 *   document.querySelector("crm-provider").auth = () => fetchTokenFromMyPortal();
 * </script>
 * ```
 */
export class CrmProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  readonly #context = new ContextProvider(this);

  /** Where the backend is; makes a client of its own unless `client` is set. */
  @property({ attribute: "base-url" }) baseUrl: string | null = null;

  /** BCP 47 tag for the elements within; without it each follows the nearest `lang`. */
  @property() locale: string | null = null;

  /** `light`, `dark` or `auto` (the system's); without it elements follow the page's `color-scheme`. */
  @property() theme: Theme | null = null;

  /** Industry pack of the page, such as `bank`, `utility` or `expo`. */
  @property() industry: string | null = null;

  /** A client made by the host; it wins over `base-url`. */
  @property({ attribute: false }) client: CrmClient | null = null;

  /** Gives the token for each request; leave it out for guests. */
  @property({ attribute: false }) auth: ClientOptions["auth"] | null = null;

  #signedOut = false;
  #session = 0;
  #own: CrmClient | undefined;
  #followed: CrmClient | undefined;
  #unfollow: (() => void) | undefined;

  /** Ends the session on this page: running requests are aborted and every element within lets go of its data. */
  signOut(): void {
    // A client that was set a moment ago counts as set before: taking it over later would sign in again.
    this.performUpdate();
    if (this.#signedOut) return;
    this.#signedOut = true;
    this.#followed?.signOut?.();
    this.#provide();
    emit(this, "crm-sign-out", undefined);
  }

  /** Serves the elements again after `signOut()`; the next request asks `auth` anew. */
  signIn(): void {
    this.#signedOut = false;
    this.#session++;
    this.#provide();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("baseUrl") || changed.has("auth")) this.#own = undefined;
    if (changed.has("baseUrl") || changed.has("auth") || changed.has("client")) this.#signedOut = false;
    this.#provide();
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
  }

  #provide(): void {
    const client = this.#client();
    this.#follow(this.isConnected ? client : undefined);
    this.#context.setValue({
      client: this.#signedOut ? null : client,
      session: this.#session,
      locale: this.locale ?? undefined,
      theme: this.theme ?? undefined,
      industry: this.industry ?? undefined,
    });
  }

  /** The host may sign out, or another person in, on the client itself. */
  #follow(client: CrmClient | undefined): void {
    if (client === this.#followed) return;
    this.#unfollow?.();
    this.#followed = client;
    this.#unfollow = client?.onAuthChange?.((state) => {
      if (state === "signed-out") this.signOut();
      if (state === "changed") this.signIn();
    });
  }

  #client(): CrmClient | undefined {
    if (this.client) return this.client;
    if (!this.baseUrl) return undefined;
    this.#own ??= createClient({
      baseUrl: this.baseUrl,
      auth: this.auth ?? undefined,
      locale: () => this.locale ?? undefined,
    });
    return this.#own;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "crm-provider": CrmProvider;
  }
  interface HTMLElementEventMap {
    "crm-sign-out": CustomEvent<undefined>;
  }
}
