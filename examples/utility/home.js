import { createClient } from "/portico/portico.js";
import { startPortal } from "../shared/portal.js";
import texts from "./texts.js";

startPortal(texts);

// No sign-in: a guest may read what the company publishes.
const crm = createClient({ baseUrl: location.origin });
document.querySelector("crm-provider").client = crm;

const { data } = await crm.satisfactionIndices.list({ industry: "utility", metric: "csat" });
if (data[0]) document.querySelector("crm-satisfaction-gauge").setAttribute("index-id", data[0].id);
