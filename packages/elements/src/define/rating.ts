import { define } from "../internal/define.js";
import { CrmRating } from "../rating/rating.js";

define("crm-rating", CrmRating);
