import { createClient } from "/portico/portico.js";
import { chosen, link, signIn, startPortal } from "../shared/portal.js";
import texts from "./texts.js";

startPortal(texts);

const form = document.querySelector("crm-request-form");
const about = chosen("about") === "other" ? "other" : "fault";
document.querySelector(`[data-about="${about}"]`).ariaCurrent = "page";
// Without one `kind` the form offers its `kinds` to choose from.
if (about === "other") form.removeAttribute("kind");

const { person, auth } = await signIn({ as: "customer", industry: "utility" });
document.querySelector("crm-provider").client = createClient({ baseUrl: location.origin, auth });

const follow = document.querySelector("#follow");

form.addEventListener("crm-request-created", (event) => {
  // A guest has the number on the receipt; only a known customer can follow the report here.
  if (!person) return;
  follow.querySelector("a").href = link("requests.html", { id: event.detail.request.id });
  follow.hidden = false;
});

form.addEventListener("click", (event) => {
  if (event.composedPath().some((node) => node.part?.contains("another"))) follow.hidden = true;
});
