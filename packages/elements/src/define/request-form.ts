import { define } from "../internal/define.js";
import { CrmRequestForm } from "../request-form/request-form.js";

define("crm-request-form", CrmRequestForm);
