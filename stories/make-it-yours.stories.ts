import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/space-grotesk/wght.css";
import "@portico/elements/define/rating";
import "@portico/elements/define/request-list";
import "@portico/elements/define/request-tracker";
import "@portico/elements/define/satisfaction-gauge";
import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import "./brands/bank.css";
import "./brands/console.css";
import "./brands/fair.css";
import "./brands/portals.css";
import "./brands/utility.css";
import { csat } from "./fixtures/indices.js";
import { applicationOverdue, faultEntries, faultInHand, requests } from "./fixtures/requests.js";

export default {
  title: "Start here/Brands",
  tags: ["!autodocs"],
  parameters: { room: "whole" },
} satisfies Meta;

/** The same four elements with the same data in a portal; only its stylesheet differs. */
function portal(brand: string, name: string, place: string): StoryObj {
  return {
    render: () => html`<div class="portal ${brand}">
      <header><strong>${name}</strong><span>${place}</span></header>
      <main>
        <crm-request-tracker .request=${faultInHand} .entries=${faultEntries}></crm-request-tracker>
        <div class="aside">
          <crm-satisfaction-gauge .index=${csat}></crm-satisfaction-gauge>
          <crm-rating metric="csat" with-comment></crm-rating>
        </div>
        <crm-request-list .requests=${requests} selected-id=${applicationOverdue.id}></crm-request-list>
      </main>
    </div>`,
  };
}

/** Serif titles, navy and gold, hairlines instead of shadows. */
export const Bank: StoryObj = portal("bank", "Aldwych & Sons", "Private banking");

/** Safety green and high visibility, large type and targets. */
export const Utility: StoryObj = portal("utility", "Northgrid Power", "Faults and supply");

/** Black on white, magenta, everything round. */
export const TradeFair: StoryObj = portal("fair", "INDUSTRIA ’26", "Exhibitor desk");

/** Small type, tight rows, square corners. */
export const StaffConsole: StoryObj = portal("console", "Service desk", "Queue: east district");
