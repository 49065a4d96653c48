import type { Change, ChangePage, QueryOf } from "@portico/contract";
import { delay } from "../core/abort.js";
import type { Api } from "../core/api.js";
import type { CrmError } from "../core/errors.js";
import { guarded } from "../core/guarded.js";
import { loaded } from "../core/load.js";
import { path } from "../core/path.js";
import type { Query, RequestOptions } from "../types.js";
import type { ChangeFilter, Feed, SubscribeOptions } from "./subscription.js";

/** The feed of changes. What follows it loads with the first subscription: many pages have none. */
export const changes = (api: Api, load = () => import("./subscription.js")) => {
  let feed: Feed | undefined;

  /** Subscribes as soon as the code is here; a network that keeps it back is asked again, ever more slowly. */
  const subscribeLate = async (
    filter: ChangeFilter,
    onChange: (change: Change) => void,
    options: SubscribeOptions & { readonly signal: AbortSignal },
  ) => {
    const { signal, onStatus, onResync } = options;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        const { Feed } = await loaded(load(), signal);
        feed ??= new Feed(api);
      } catch (error) {
        if (signal.aborted) return;
        guarded(() => onStatus?.("reconnecting", error as CrmError));
        await delay(Math.random() * Math.min(30_000, 1000 * 2 ** failures), signal).catch(() => undefined);
        continue;
      }
      feed.subscribe(filter, onChange, options);
      if (failures > 0 && !signal.aborted) guarded(() => onResync?.());
      return;
    }
  };

  return {
    /** One read of the feed; without `after` it is empty and its cursor means now. */
    list: (query?: Query<QueryOf<"listChanges">>, options?: RequestOptions) =>
      api.call<ChangePage>(
        { operation: "listChanges", method: "GET", path: path`/v1/changes`, query },
        options,
      ),

    /** Follows the feed until the returned function is called. All subscriptions share one connection. */
    subscribe(
      filter: ChangeFilter,
      onChange: (change: Change) => void,
      options: SubscribeOptions = {},
    ): () => void {
      if (feed) return feed.subscribe(filter, onChange, options);
      const stopped = new AbortController();
      const signal = options.signal ? AbortSignal.any([options.signal, stopped.signal]) : stopped.signal;
      void subscribeLate(filter, onChange, { ...options, signal });
      return () => stopped.abort();
    },
  };
};
