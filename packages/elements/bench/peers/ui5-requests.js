import "@ui5/webcomponents/dist/Icon.js";
import "@ui5/webcomponents/dist/Input.js";
import "@ui5/webcomponents/dist/Option.js";
import "@ui5/webcomponents/dist/Select.js";
import "@ui5/webcomponents-icons/dist/search.js";
import { showRequests } from "./requests.js";
import { ui5 } from "./ui5.js";
import { markup } from "./view.js";

const library = {
  ...ui5,
  searchField: (hint) =>
    markup`<ui5-input type="Search" placeholder="${hint}"><ui5-icon name="search" slot="icon"></ui5-icon></ui5-input>`,
  select: (...names) =>
    markup`<ui5-select>${names.flat().map((name) => markup`<ui5-option>${name}</ui5-option>`)}</ui5-select>`,
};

globalThis.show = (content) => showRequests(content, library);
