import { createClient } from "/portico/portico.js";
import { signIn, startPortal } from "../shared/portal.js";
import texts from "./texts.js";

startPortal(texts);

const $ = (selector) => document.querySelector(selector);

const { person, auth } = await signIn({ as: "customer", industry: "bank" });
const crm = createClient({ baseUrl: location.origin, auth });
$("crm-provider").client = crm;

$("crm-request-list").addEventListener("crm-request-select", (event) => {
  event.preventDefault();
  track(event.detail.request.id);
});
$("crm-request-form").addEventListener("crm-request-created", (event) => track(event.detail.request.id));

if (person) {
  $("crm-customer-card").setAttribute("customer-id", person.id);
  $("crm-request-list").setAttribute("customer-id", person.id);
  await Promise.all([showLatest(), offerRating(), showGauge()]);
}

function track(requestId) {
  $("crm-request-tracker").setAttribute("request-id", requestId);
}

async function showLatest() {
  const { data } = await crm.serviceRequests.list({ customerId: person.id, limit: 1 });
  if (data[0]) track(data[0].id);
}

/** Asks for a rating of the last matter that is over and not yet rated. */
async function offerRating() {
  const { data } = await crm.serviceRequests.list({ customerId: person.id, state: ["resolved", "closed"] });
  const request = data.find(({ allowedActions }) => allowedActions.includes("rate"));
  if (!request) return;
  $(".rated").textContent = `${request.number} · ${request.title}`;
  $("#rate crm-rating").setAttribute("request-id", request.id);
  $("#rate").hidden = false;
}

async function showGauge() {
  const { data } = await crm.satisfactionIndices.list({ industry: "bank", metric: "csat" });
  if (data[0]) $("crm-satisfaction-gauge").setAttribute("index-id", data[0].id);
}
