import { createClient } from "/portico/portico.js";
import { chosen, link, signIn, startPortal } from "../shared/portal.js";
import texts from "./texts.js";

startPortal(texts);

const $ = (selector) => document.querySelector(selector);

const { person, auth } = await signIn({ as: "manager", industry: "bank" });
const crm = createClient({ baseUrl: location.origin, auth });

let search = new AbortController();
$("#query").addEventListener("input", find);
$("#mine").addEventListener("change", find);
$("crm-request-list").addEventListener("crm-request-select", onRequest);
$("crm-customer-card").addEventListener("crm-request-select", onRequest);
addEventListener("popstate", () => show(chosen("customer")));

// The elements get their client last, so that they ask for one customer and not for everybody first.
await find().finally(() => {
  show(chosen("customer") ?? $("#customers a")?.dataset.id);
  $("crm-provider").client = crm;
});

/** A new search drops the one before, so answers never arrive out of order. */
async function find() {
  search.abort();
  search = new AbortController();
  const q = $("#query").value.trim();
  const mine = $("#mine").checked && person;
  const page = await crm.customers
    .list(
      { industry: "bank", limit: 20, total: true, ...(q && { q }), ...(mine && { managerId: person.id }) },
      { signal: search.signal },
    )
    .catch(ignoreAborted);
  if (!page) return;
  $("#found").textContent = page.total;
  $("#customers").replaceChildren();
  append(page);
}

function append(page) {
  $("#customers").append(...page.data.map(row));
  $("#more").hidden = !page.nextCursor;
  $("#more").onclick = async () => append(await page.next());
}

function row({ id, displayName, number, manager }) {
  const item = $("#row").content.cloneNode(true);
  const anchor = item.querySelector("a");
  anchor.href = link("manager.html", { customer: id });
  anchor.dataset.id = id;
  anchor.querySelector(".name").textContent = displayName;
  anchor.querySelector(".detail").textContent = [number, manager?.name].filter(Boolean).join(" · ");
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    history.pushState(null, "", link(location.href, { customer: id }));
    show(id);
  });
  return item;
}

function show(customerId) {
  if (!customerId) return;
  for (const anchor of document.querySelectorAll("#customers a")) {
    anchor.ariaCurrent = anchor.dataset.id === customerId ? "true" : null;
  }
  $("crm-customer-card").setAttribute("customer-id", customerId);
  $("crm-request-list").setAttribute("customer-id", customerId);
  $("crm-request-tracker").removeAttribute("request-id");
}

function onRequest(event) {
  event.preventDefault();
  $("crm-request-tracker").setAttribute("request-id", event.detail.request.id);
}

function ignoreAborted(error) {
  if (error.code !== "aborted") throw error;
}
