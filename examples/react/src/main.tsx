import { createRoot } from "react-dom/client";
import { demoCustomer } from "../../shared/demo-session.js";
import { Requests } from "./requests.js";

const root = document.querySelector("#app");
if (root) createRoot(root).render(<Requests customer={await demoCustomer("utility")} />);
