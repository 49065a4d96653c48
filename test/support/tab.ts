import { type AuthReason, createClient, type FeedStatus } from "@portico/sdk";
import { sharedAuth } from "@portico/sdk/share-auth";

/** What a tab has been told of the feed. */
export interface Heard {
  readonly ids: readonly string[];
  readonly status: FeedStatus | undefined;
  readonly resyncs: number;
}

/** A host's page: a client with one subscription, and the session that all tabs of the portal share. */
export class Tab {
  #token = "";
  #ids: string[] = [];
  #status: FeedStatus | undefined;
  #resyncs = 0;
  readonly #crm = createClient({ baseUrl: "", auth: () => this.#token });

  follow(token: string): void {
    this.#token = token;
    this.#crm.changes.subscribe({}, ({ id }) => this.#ids.push(id), {
      onStatus: (status) => {
        this.#status = status;
      },
      onResync: () => {
        this.#resyncs += 1;
      },
    });
  }

  /** Somebody else takes over; what was heard for the last person is forgotten. */
  becomes(token: string): void {
    this.#token = token;
    this.#crm.signOut();
    this.#ids = [];
    this.#status = undefined;
  }

  heard(): Heard {
    return { ids: this.#ids, status: this.#status, resyncs: this.#resyncs };
  }

  /** Signs in again and again by a refresh token that the tabs share and that is good for one use. */
  async rotate(times: number): Promise<void> {
    const auth = sharedAuth(renew);
    for (let time = 0; time < times; time++) {
      await createClient({ baseUrl: "", auth, retry: { limit: 0 } }).me.get();
    }
  }
}

/** The refresh token is a cookie that scripts do not see. */
async function renew({ reason }: { reason: AuthReason }): Promise<string | null> {
  const response = await fetch("/session", { method: "POST", body: reason });
  return response.ok ? response.text() : null;
}

Object.assign(globalThis, { tab: new Tab() });
