import { define } from "../internal/define.js";
import { CrmRequestTracker } from "../request-tracker/request-tracker.js";

define("crm-request-tracker", CrmRequestTracker);
