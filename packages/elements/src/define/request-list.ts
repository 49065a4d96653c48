import { define } from "../internal/define.js";
import { CrmRequestList } from "../request-list/request-list.js";

define("crm-request-list", CrmRequestList);
