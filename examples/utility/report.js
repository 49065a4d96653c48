import { createClient } from "/portico/portico.js";
import { link, signIn, startPortal } from "../shared/portal.js";
import texts from "./texts.js";

startPortal(texts);

const { person, auth } = await signIn({ as: "customer", industry: "utility" });
document.querySelector("crm-provider").client = createClient({ baseUrl: location.origin, auth });

document.querySelector("crm-request-form").addEventListener("crm-request-created", (event) => {
  // A guest has the number on the receipt; only a known customer can follow the report here.
  if (!person) return;
  const follow = document.querySelector("#follow");
  follow.querySelector("a").href = link("requests.html", { id: event.detail.request.id });
  follow.hidden = false;
});
