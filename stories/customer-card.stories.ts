import "@portico/elements/define/customer-card";
import type { CrmCustomerCard } from "@portico/elements";
import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { firm, firmSummary, person, personSummary } from "./fixtures/customers.js";
import { inDark, inLanguages, inNarrow, inRightToLeft } from "./support/frames.js";
import { stateStories } from "./support/states.js";

const tag = "crm-customer-card";

export default {
  title: "Customer/Customer card",
  component: tag,
  parameters: { docs: { subtitle: "Who a customer is and what matters now" } },
} satisfies Meta;

type Story = StoryObj<CrmCustomerCard>;

/** A key account as its relationship manager sees it: grades with their reasons, team, requests, contacts. */
export const KeyAccount: Story = { args: { summary: firmSummary } };

/** A person as they see themselves: what is not theirs to see is left out. */
export const Person: Story = { args: { summary: personSummary } };

/** One row, for the head of a page or a search result. */
export const Compact: Story = { args: { summary: firmSummary, variant: "compact" } };

/** The page chooses the sections and their order. */
export const ChosenSections: Story = { args: { summary: firmSummary, sections: "requests contact" } };

/** From a backend without a summary: who it is and how to reach them. */
export const CustomerAlone: Story = { args: { customer: person } };

/** The page's own buttons in the header, and its own words in the place of a section. */
export const OwnParts: Story = {
  parameters: {
    docs: {
      source: {
        code: `<crm-customer-card customer-id="…" sections="contact team">
  <button slot="actions">Log a visit</button>
  <p slot="section-team">Ask the branch in Pudong.</p>
</crm-customer-card>`,
      },
    },
  },
  render: () => html`<crm-customer-card .summary=${firmSummary} sections="contact team">
    <button slot="actions">Log a visit</button>
    <p slot="section-team">Ask the branch in Pudong.</p>
  </crm-customer-card>`,
};

export const Languages: Story = inLanguages({ summary: firmSummary });
export const Dark: Story = inDark({ summary: firmSummary });
export const Narrow: Story = inNarrow({ summary: firmSummary });
export const RightToLeft: Story = inRightToLeft({ summary: firmSummary });

const states = stateStories(tag, {
  args: { customerId: firm.id },
  answers: { "customers.summary": firmSummary },
  empty: { "customers.summary": { customer: {} } },
  partial: { "customers.summary": { ...firmSummary, interactions: { status: "failed" } } },
});

export const Initial: Story = states.initial;
export const Loading: Story = states.loading;
export const Ready: Story = states.ready;
export const Empty: Story = states.empty;
export const Partial: Story = states.partial;
export const Stale: Story = states.stale;
export const Unauthorized: Story = states.unauthorized;
export const Forbidden: Story = states.forbidden;
export const NotFound: Story = states["not-found"];
export const Offline: Story = states.offline;
export const Failed: Story = { ...states.error, name: "Error" };
