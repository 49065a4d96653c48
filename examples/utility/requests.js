import { createClient } from "/portico/portico.js";
import { signIn, startPortal } from "../shared/portal.js";
import { followRequest } from "./follow-request.js";
import texts from "./texts.js";

startPortal(texts);

const { person, auth } = await signIn({ as: "customer", industry: "utility" });
document.querySelector("crm-provider").client = createClient({ baseUrl: location.origin, auth });

const list = document.querySelector("crm-request-list");
if (person) list.setAttribute("customer-id", person.id);
followRequest(list, document.querySelector("crm-request-tracker"));
