import { chosen, link } from "../shared/portal.js";

/** Shows the chosen request beside the list. The address names it, so a request can be linked to and gone back from. */
export function followRequest(list, tracker) {
  const show = () => {
    const id = chosen("id");
    if (id) tracker.setAttribute("request-id", id);
    else tracker.removeAttribute("request-id");
  };
  list.addEventListener("crm-request-select", (event) => {
    event.preventDefault();
    const { id } = event.detail.request;
    // A double click must not make the way back twice as long.
    if (id !== chosen("id")) history.pushState(null, "", link(location.href, { id }));
    show();
    tracker.scrollIntoView({ block: "nearest" });
  });
  addEventListener("popstate", show);
  show();
}
