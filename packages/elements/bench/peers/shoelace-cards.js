import "@shoelace-style/shoelace/dist/components/avatar/avatar.js";
import "@shoelace-style/shoelace/dist/components/card/card.js";
import "@shoelace-style/shoelace/dist/components/details/details.js";
import "@shoelace-style/shoelace/dist/components/icon/icon.js";
import "@shoelace-style/shoelace/dist/components/progress-bar/progress-bar.js";
import { showCards } from "./cards.js";
import { shoelace } from "./shoelace.js";
import { markup } from "./view.js";

const icons = {
  phone: "telephone",
  email: "envelope",
  address: "geo-alt",
  inbound: "arrow-down-left",
  outbound: "arrow-up-right",
  star: "star",
};

const library = {
  ...shoelace,
  card: (body) => markup`<sl-card class="item">${body}</sl-card>`,
  avatar: (initials, size) =>
    markup`<sl-avatar initials="${initials}" style="--size: ${size === "S" ? 32 : 44}px"></sl-avatar>`,
  icon: (name) => markup`<sl-icon name="${icons[name]}"></sl-icon>`,
  meter: (label, share) => markup`<sl-progress-bar value="${share}" label="${label}"></sl-progress-bar>`,
  disclosure: (title, body) => markup`<sl-details summary="${title}">${body}</sl-details>`,
};

globalThis.show = (content) => showCards(content, library);
