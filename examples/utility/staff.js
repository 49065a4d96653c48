import { createClient } from "/portico/portico.js";
import { signIn, startPortal } from "../shared/portal.js";
import { followRequest } from "./follow-request.js";
import texts from "./texts.js";

startPortal(texts);

const { auth } = await signIn({ as: "agent", industry: "utility" });
document.querySelector("crm-provider").client = createClient({ baseUrl: location.origin, auth });

followRequest(document.querySelector("crm-request-list"), document.querySelector("crm-request-tracker"));
