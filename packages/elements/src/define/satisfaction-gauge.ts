import { define } from "../internal/define.js";
import { CrmSatisfactionGauge } from "../satisfaction-gauge/satisfaction-gauge.js";

define("crm-satisfaction-gauge", CrmSatisfactionGauge);
