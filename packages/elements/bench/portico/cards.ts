import "@portico/elements/define/customer-card";
import type { Content } from "../content.ts";

globalThis.show = ({ customers }: Content) => {
  const cards = customers.map((summary) =>
    Object.assign(document.createElement("crm-customer-card"), { summary, className: "item" }),
  );
  document.querySelector("main")?.append(...cards);
};
