// Made by `npm run generate` from custom-elements.json.
import type { CrmCustomerCard } from "./customer-card/customer-card.js";
import type { CrmProvider } from "./provider/provider.js";
import type { CrmRating } from "./rating/rating.js";
import type { CrmRequestForm } from "./request-form/request-form.js";
import type { CrmRequestList } from "./request-list/request-list.js";
import type { CrmRequestTracker } from "./request-tracker/request-tracker.js";
import type { CrmSatisfactionGauge } from "./satisfaction-gauge/satisfaction-gauge.js";

export type { Tag, TagAttributes, TagEvent, TagListeners, TagProperties, Written } from "./markup.js";

/** Every tag, with what may stand in its markup. */
export interface CrmTags {
  /** Shows a customer with what matters now: who it is, how to reach them, how they are graded and why, who looks after them, what is open, the last contacts and what they said. Each section stands alone: one that fails empties no other. */
  "crm-customer-card": {
    element: CrmCustomerCard;
    property: "customerId" | "summary" | "customer" | "variant" | "sections" | "headingLevel" | "provider";
    attributes: { "customer-id": "customerId"; "heading-level": "headingLevel" };
    event: "crm-request-select" | "crm-state" | "crm-error";
  };
  /** Gives a client, a locale, a theme and an industry to the elements within, and to those that name its id from afar. It draws nothing of its own, stores nothing and touches nothing outside itself. */
  "crm-provider": {
    element: CrmProvider;
    property: "baseUrl" | "locale" | "theme" | "industry" | "client" | "auth";
    attributes: { "base-url": "baseUrl" };
    event: "crm-sign-out";
  };
  /** Asks for one rating: satisfaction in five stars, recommendation from 0 to 10, or ease from 1 to 7. With a `request-id` it sends the rating of that request, once, however often it is clicked; without one it is an input for the form around it. */
  "crm-rating": {
    element: CrmRating;
    property: "metric" | "requestId" | "rating" | "value" | "comment" | "withComment" | "name" | "required" | "disabled" | "readonly" | "provider";
    attributes: { "request-id": "requestId"; "with-comment": "withComment" };
    event: "crm-rating" | "change" | "crm-state" | "crm-error";
  };
  /** Takes a service request: its kind, the fields that the backend describes for it, a place, files and whom to call back. Checks by the server's own rules, survives a lost connection and a reload, and makes one request however often it is sent. Ends with a receipt that shows the number and what happens next. */
  "crm-request-form": {
    element: CrmRequestForm;
    property: "kind" | "kinds" | "customerId" | "channel" | "capabilities" | "me" | "value" | "provider";
    attributes: { "customer-id": "customerId" };
    event: "crm-request-created" | "crm-draft" | "crm-state" | "crm-error";
  };
  /** Lists service requests: filtered, sorted, searched, page by page, and live. Changed rows change where they are; new ones join at the top when that disturbs nobody, and wait behind a quiet notice otherwise. */
  "crm-request-list": {
    element: CrmRequestList;
    property: "customerId" | "requests" | "states" | "kinds" | "sort" | "pageSize" | "hrefTemplate" | "selectedId" | "provider";
    attributes: { "customer-id": "customerId"; "page-size": "pageSize"; "href-template": "hrefTemplate"; "selected-id": "selectedId" };
    event: "crm-request-select" | "crm-state" | "crm-error";
  };
  /** Follows one service request: where it stands, who holds it, what comes next and by when, and all that was said and done. Offers to reply, urge, withdraw, reopen and rate, and to those who handle it a note and a new state; each only while the backend allows it. Live. */
  "crm-request-tracker": {
    element: CrmRequestTracker;
    property: "requestId" | "request" | "entries" | "provider";
    attributes: { "request-id": "requestId" };
    event: "crm-request-changed" | "crm-state" | "crm-error";
  };
  /** Shows how satisfied customers are: a figure on its scale with its target, and beside it the sample and the interval that say how far to trust it. CSAT, NPS, CES and a backend's own indices; grey while the sample is small. */
  "crm-satisfaction-gauge": {
    element: CrmSatisfactionGauge;
    property: "indexId" | "index" | "compact" | "provider";
    attributes: { "index-id": "indexId" };
    event: "crm-state" | "crm-error";
  };
}
