/** Everything in one file, for a page without a bundler: all tags defined, and the client beside them. */
import "../define/customer-card.js";
import "../define/provider.js";
import "../define/rating.js";
import "../define/request-form.js";
import "../define/request-list.js";
import "../define/request-tracker.js";
import "../define/satisfaction-gauge.js";
import { CrmCustomerCard } from "../customer-card/customer-card.js";
import { register as registerElements } from "../internal/define.js";
import { CrmProvider } from "../provider/provider.js";
import { CrmRating } from "../rating/rating.js";
import { CrmRequestForm } from "../request-form/request-form.js";
import { CrmRequestList } from "../request-list/request-list.js";
import { CrmRequestTracker } from "../request-tracker/request-tracker.js";
import { CrmSatisfactionGauge } from "../satisfaction-gauge/satisfaction-gauge.js";

export { createClient } from "@portico/sdk";

/** Defines every element under another prefix as well, for a page that already has another copy of this file. */
export function register({ prefix }: { readonly prefix: string }): void {
  const elements = {
    "customer-card": CrmCustomerCard,
    provider: CrmProvider,
    rating: CrmRating,
    "request-form": CrmRequestForm,
    "request-list": CrmRequestList,
    "request-tracker": CrmRequestTracker,
    "satisfaction-gauge": CrmSatisfactionGauge,
  };
  registerElements({ prefix, elements });
}
