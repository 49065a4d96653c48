import { Catalogue } from "../internal/localize.js";
import { requestWords } from "../internal/strings/request.words.js";

export const english = {
  ...requestWords,
  label: "Service requests",
  filters: "Filter requests",
  search: "Search",
  searchHint: "Number or words",
  state: "State",
  allStates: "All states",
  open: "Open",
  done: "Done",
  kind: "Kind",
  allKinds: "All kinds",
  sort: "Order",
  sorts: {
    "-updatedAt": "Latest change",
    "-createdAt": "Newest first",
    createdAt: "Oldest first",
    dueAt: "Due soonest",
  },
  updated: "Updated",
  heldBy: "Held by",
  none: "No requests yet",
  noneHint: "Once there is one, you can follow it here.",
  noMatch: "Nothing matches",
  noMatchHint: "Try other words or fewer filters.",
  clear: "Clear filters",
  more: "Show more",
  loadingMore: "Loading…",
  shown: (number: string, total: string | undefined) => (total ? `${number} of ${total}` : number),
  nowShown: (number: string, total: string | undefined) =>
    total ? `${number} of ${total} requests are shown` : `${number} requests are shown`,
  arrived: (count: number, number: string) => (count === 1 ? "1 new request" : `${number} new requests`),
  show: "Show",
};

export type ListStrings = typeof english;

export const listStrings = new Catalogue<ListStrings>(english, {
  "zh-Hans": () => import("./request-list.strings.zh-hans.js"),
  "zh-Hant": () => import("./request-list.strings.zh-hant.js"),
  ar: () => import("./request-list.strings.ar.js"),
});
