import { CrmCustomerCard } from "../customer-card/customer-card.js";
import { define } from "../internal/define.js";

define("crm-customer-card", CrmCustomerCard);
