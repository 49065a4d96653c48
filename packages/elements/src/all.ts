/** Every class by the name of its tag without the prefix, for `register`. Defines nothing. */
import { CrmCustomerCard } from "./customer-card/customer-card.js";
import { CrmProvider } from "./provider/provider.js";
import { CrmRating } from "./rating/rating.js";
import { CrmRequestForm } from "./request-form/request-form.js";
import { CrmRequestList } from "./request-list/request-list.js";
import { CrmRequestTracker } from "./request-tracker/request-tracker.js";
import { CrmSatisfactionGauge } from "./satisfaction-gauge/satisfaction-gauge.js";

export const elements = {
  "customer-card": CrmCustomerCard,
  provider: CrmProvider,
  rating: CrmRating,
  "request-form": CrmRequestForm,
  "request-list": CrmRequestList,
  "request-tracker": CrmRequestTracker,
  "satisfaction-gauge": CrmSatisfactionGauge,
};
