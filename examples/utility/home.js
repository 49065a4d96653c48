import { createClient } from "/portico/portico.js";
import { startPortal } from "../shared/portal.js";
import texts from "./texts.js";

startPortal(texts);

// No sign-in: a guest may read what the company publishes.
const crm = createClient({ baseUrl: location.origin });
document.querySelector("crm-provider").client = crm;

const { data } = await crm.satisfactionIndices.list({ industry: "utility" });
const main = document.querySelector("crm-satisfaction-gauge");
const [first, ...others] = data;
if (first) main.setAttribute("index-id", first.id);
main.after(...others.map(smallGauge));

function smallGauge({ id }) {
  const gauge = document.createElement("crm-satisfaction-gauge");
  gauge.setAttribute("index-id", id);
  return gauge;
}
