import "@portico/elements/define/request-list";
import type { Content } from "../content.ts";

globalThis.show = ({ requests }: Content) => {
  const list = Object.assign(document.createElement("crm-request-list"), { requests });
  document.querySelector("main")?.append(list);
};
