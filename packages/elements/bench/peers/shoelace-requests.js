import "@shoelace-style/shoelace/dist/components/input/input.js";
import "@shoelace-style/shoelace/dist/components/option/option.js";
import "@shoelace-style/shoelace/dist/components/select/select.js";
import { showRequests } from "./requests.js";
import { shoelace } from "./shoelace.js";
import { markup } from "./view.js";

const library = {
  ...shoelace,
  searchField: (hint) =>
    markup`<sl-input type="search" placeholder="${hint}"><sl-icon name="search" slot="prefix"></sl-icon></sl-input>`,
  select: (first, ...others) =>
    markup`<sl-select placeholder="${first}">${others.flat().map((name, index) => markup`<sl-option value="${index}">${name}</sl-option>`)}</sl-select>`,
};

globalThis.show = (content) => showRequests(content, library);
