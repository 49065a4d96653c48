import { createClient } from "/portico/portico.js";
import { choose, chosen, signIn, startPortal } from "../shared/portal.js";
import { keepChecklist } from "./checklist.js";
import texts from "./texts.js";

startPortal(texts);

const $ = (selector) => document.querySelector(selector);

for (const anchor of document.querySelectorAll("[data-phase]")) {
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    choose({ phase: anchor.dataset.phase });
    showPhase();
  });
}
showPhase();

const { person, auth } = await signIn({ as: "customer", industry: "expo" });
const crm = createClient({ baseUrl: location.origin, auth });
$("crm-provider").client = crm;

if (person) {
  $("crm-customer-card").setAttribute("customer-id", person.id);
  $("crm-request-list").setAttribute("customer-id", person.id);
  keepChecklist(document.querySelectorAll(".checklist input"), person.id);
}

$("crm-request-list").addEventListener("crm-request-select", (event) => {
  event.preventDefault();
  track(event.detail.request.id);
});
for (const form of document.querySelectorAll("crm-request-form")) {
  form.addEventListener("crm-request-created", (event) => track(event.detail.request.id));
}
$("#survey").addEventListener("submit", sendSurvey);

function showPhase() {
  const phase = chosen("phase") ?? "before";
  for (const anchor of document.querySelectorAll("[data-phase]")) {
    anchor.ariaCurrent = anchor.dataset.phase === phase ? "step" : null;
  }
  for (const stage of document.querySelectorAll("[data-stage]")) stage.hidden = stage.dataset.stage !== phase;
}

function track(requestId) {
  $("crm-request-tracker").setAttribute("request-id", requestId);
}

async function sendSurvey(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const rating = form.querySelector("crm-rating");
  const plan = form.querySelector(":checked").parentElement.textContent.trim();
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    await crm.ratings.create({ metric: "nps", score: rating.value, comment: rating.comment || undefined });
    const title = `${form.querySelector("legend").textContent} ${plan}`;
    const request = await crm.serviceRequests.create({
      kind: "opinion",
      title,
      channel: "web",
      industry: "expo",
    });
    $("#number").textContent = request.number;
    $("#noted").hidden = false;
    $("#failed").hidden = true;
    form.hidden = true;
  } catch {
    $("#failed").hidden = false;
    button.disabled = false;
  }
}
