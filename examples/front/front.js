import { startPortal } from "../shared/portal.js";
import texts from "./texts.js";

startPortal(texts);
