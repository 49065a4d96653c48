// Made by `npm run generate` from custom-elements.json.
export { CrmCustomerCard } from "./components/customer-card.js";
export { CrmProvider } from "./components/provider.js";
export { CrmRating } from "./components/rating.js";
export { CrmRequestForm } from "./components/request-form.js";
export { CrmRequestList } from "./components/request-list.js";
export { CrmRequestTracker } from "./components/request-tracker.js";
export { CrmSatisfactionGauge } from "./components/satisfaction-gauge.js";
