/** The script of a page whose elements a server has drawn: what takes them over comes first. */
import "@portico/elements/hydrate";
import { register } from "@portico/elements";
import { elements } from "@portico/elements/all";

register({ prefix: "crm", elements });
