import "@ui5/webcomponents/dist/Avatar.js";
import "@ui5/webcomponents/dist/Card.js";
import "@ui5/webcomponents/dist/Icon.js";
import "@ui5/webcomponents/dist/Panel.js";
import "@ui5/webcomponents/dist/ProgressIndicator.js";
import "@ui5/webcomponents-icons/dist/arrow-bottom.js";
import "@ui5/webcomponents-icons/dist/arrow-top.js";
import "@ui5/webcomponents-icons/dist/email.js";
import "@ui5/webcomponents-icons/dist/favorite.js";
import "@ui5/webcomponents-icons/dist/map.js";
import "@ui5/webcomponents-icons/dist/phone.js";
import { showCards } from "./cards.js";
import { ui5 } from "./ui5.js";
import { markup } from "./view.js";

const icons = { address: "map", inbound: "arrow-bottom", outbound: "arrow-top", star: "favorite" };

const library = {
  ...ui5,
  card: (body) => markup`<ui5-card class="item">${body}</ui5-card>`,
  avatar: (initials, size) =>
    markup`<ui5-avatar size="${size === "S" ? "XS" : "S"}" initials="${initials}"></ui5-avatar>`,
  icon: (name) => markup`<ui5-icon name="${icons[name] ?? name}"></ui5-icon>`,
  meter: (label, share) =>
    markup`<ui5-progress-indicator value="${share}" hide-value accessible-name="${label}"></ui5-progress-indicator>`,
  disclosure: (title, body) => markup`<ui5-panel collapsed header-text="${title}">${body}</ui5-panel>`,
};

globalThis.show = (content) => showCards(content, library);
