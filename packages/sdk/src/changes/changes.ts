import type { Change, ChangePage, QueryOf } from "@portico/contract";
import type { Api } from "../core/api.js";
import { path } from "../core/path.js";
import type { Query, RequestOptions } from "../types.js";
import { type ChangeFilter, Feed, type SubscribeOptions } from "./subscription.js";

/** The feed of changes. */
export const changes = (api: Api) => {
  const feed = new Feed(api);
  return {
    /** One read of the feed; without `after` it is empty and its cursor means now. */
    list: (query?: Query<QueryOf<"listChanges">>, options?: RequestOptions) =>
      api.call<ChangePage>(
        { operation: "listChanges", method: "GET", path: path`/v1/changes`, query },
        options,
      ),

    /** Follows the feed until the returned function is called. All subscriptions share one connection. */
    subscribe: (filter: ChangeFilter, onChange: (change: Change) => void, options?: SubscribeOptions) =>
      feed.subscribe(filter, onChange, options),
  };
};
