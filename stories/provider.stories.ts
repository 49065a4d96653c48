import "@portico/elements/define/customer-card";
import "@portico/elements/define/rating";
import "@portico/elements/define/request-form";
import "@portico/elements/define/request-list";
import "@portico/elements/define/request-tracker";
import "@portico/elements/define/satisfaction-gauge";
import { pseudoLocale } from "@portico/elements/pseudo-locale";
import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { capabilities } from "./fixtures/capabilities.js";
import { firmSummary } from "./fixtures/customers.js";
import { csat, nps } from "./fixtures/indices.js";
import { faultEntries, faultInHand, requests } from "./fixtures/requests.js";
import { page, scriptedClient } from "./support/scripted-client.js";

export default {
  title: "Provider/Provider",
  component: "crm-provider",
  parameters: {
    room: "wide",
    docs: {
      subtitle: "Client, language, theme and industry for a part of a page",
      source: { type: "code" },
    },
  },
} satisfies Meta;

/** Elements take the backend and the language from the provider around them. */
export const Around: StoryObj = {
  render: () => html`
    <crm-provider .client=${scriptedClient({ "satisfactionIndices.get": csat })} locale="zh-Hans">
      <crm-satisfaction-gauge index-id="index-csat"></crm-satisfaction-gauge>
    </crm-provider>
  `,
};

/** An element far away names its provider; the page's structure need not follow the data's. */
export const FromAfar: StoryObj = {
  render: () => html`
    <div class="stack">
      <crm-provider id="afar" locale="zh-Hant" .client=${scriptedClient({ "satisfactionIndices.get": nps })}>
      </crm-provider>
      <crm-satisfaction-gauge provider="afar" index-id="index-nps" compact></crm-satisfaction-gauge>
    </div>
  `,
};

/** Two backends, two languages and two themes on one page. */
export const TwoBackends: StoryObj = {
  render: () => html`
    <div class="side-by-side">
      <crm-provider .client=${scriptedClient({ "satisfactionIndices.get": csat })} theme="light">
        <crm-satisfaction-gauge index-id="index-csat"></crm-satisfaction-gauge>
      </crm-provider>
      <crm-provider
        .client=${scriptedClient({ "satisfactionIndices.get": nps })}
        theme="dark"
        locale="zh-Hans"
      >
        <crm-satisfaction-gauge index-id="index-nps"></crm-satisfaction-gauge>
      </crm-provider>
    </div>
  `,
};

/** English in disguise: what has no brackets is data, or a text that no translation reaches. */
export const PseudoLocale: StoryObj = {
  render: () => html`
    <crm-provider locale=${pseudoLocale} class="stack">
      <crm-customer-card .summary=${firmSummary}></crm-customer-card>
      <crm-request-form .capabilities=${capabilities} kind="fault"></crm-request-form>
      <crm-request-list .requests=${requests}></crm-request-list>
      <crm-request-tracker .request=${faultInHand} .entries=${faultEntries}></crm-request-tracker>
      <crm-satisfaction-gauge .index=${csat}></crm-satisfaction-gauge>
      <crm-rating></crm-rating>
    </crm-provider>
  `,
};

/** After `signOut()` every element within has let go of its data. */
export const SignedOut: StoryObj = {
  render: () => html`
    <crm-provider
      .client=${scriptedClient({ "serviceRequests.list": page(requests) })}
      @crm-state=${{ handleEvent: signOutOnceReady, capture: true }}
    >
      <crm-request-list></crm-request-list>
    </crm-provider>
  `,
};

function signOutOnceReady({ currentTarget, detail }: CustomEvent<{ state: string }>): void {
  if (detail.state === "ready") (currentTarget as HTMLElementTagNameMap["crm-provider"]).signOut();
}
