import { render } from "@lit-labs/ssr";
import { collectResult } from "@lit-labs/ssr/lib/render-result.js";
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { capabilities } from "../stories/fixtures/capabilities.js";
import { firmSummary } from "../stories/fixtures/customers.js";
import { csat } from "../stories/fixtures/indices.js";
import { faultEntries, faultInHand, requests } from "../stories/fixtures/requests.js";

const elements = ["customer-card", "request-form", "request-list", "request-tracker", "satisfaction-gauge"];
await Promise.all(["provider", ...elements].map((name) => import(`@portico/elements/define/${name}`)));

const drawn = (template: unknown) => collectResult(render(template));

describe("On a server, without a DOM", () => {
  it("draws given data into declarative shadow roots", async () => {
    const page = await drawn(html`
      <crm-customer-card .summary=${firmSummary}></crm-customer-card>
      <crm-request-form .capabilities=${capabilities}></crm-request-form>
      <crm-request-list .requests=${requests}></crm-request-list>
      <crm-request-tracker .request=${faultInHand} .entries=${faultEntries}></crm-request-tracker>
      <crm-satisfaction-gauge .index=${csat}></crm-satisfaction-gauge>
    `);
    expect(page).toContain('shadowrootmode="open"');
    for (const text of [
      firmSummary.customer.displayName,
      "Report a fault",
      faultInHand.number,
      "整条街路灯不亮",
      "91.4%",
    ])
      expect(page).toContain(text);
  });

  it("draws a skeleton where data has yet to come", async () => {
    const page = await drawn(html`
      <crm-provider base-url="https://crm.example.com">
        <crm-customer-card customer-id="c-1"></crm-customer-card>
      </crm-provider>
    `);
    expect(page).toContain("skeleton");
    expect(page).not.toContain("undefined");
  });
});
