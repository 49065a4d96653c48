/** The classes, without defining a tag. `@portico/elements/define/…` defines one. */
export { CrmCustomerCard } from "./customer-card/customer-card.js";
export { register } from "./internal/define.js";
export type { CrmErrorLike } from "./internal/errors.js";
export type {
  CrmErrorDetail,
  CrmErrorEvent,
  CrmRequestDetail,
  CrmStateDetail,
  CrmStateEvent,
} from "./internal/events.js";
export type { ElementState } from "./internal/resource-controller.js";
export { version } from "./internal/version.js";
export { CrmProvider } from "./provider/provider.js";
export { CrmRating, type CrmRatingDetail } from "./rating/rating.js";
export {
  type CrmDraftDetail,
  type CrmRequestCreatedDetail,
  CrmRequestForm,
} from "./request-form/request-form.js";
export { CrmRequestList } from "./request-list/request-list.js";
export { CrmRequestTracker } from "./request-tracker/request-tracker.js";
export { CrmSatisfactionGauge } from "./satisfaction-gauge/satisfaction-gauge.js";
