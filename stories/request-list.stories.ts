import "@portico/elements/define/request-list";
import type { CrmRequestList } from "@portico/elements";
import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { applicationOverdue, requests } from "./fixtures/requests.js";
import { inDark, inLanguages, inNarrow, inRightToLeft } from "./support/frames.js";
import { page, scriptedClient } from "./support/scripted-client.js";
import { stateStories } from "./support/states.js";

const tag = "crm-request-list";

export default {
  title: "Requests/Request list",
  component: tag,
  parameters: { room: "wide", docs: { subtitle: "Requests filtered, sorted, page by page, and live" } },
} satisfies Meta;

type Story = StoryObj<CrmRequestList>;

/** Four requests of one customer; a row is a button that tells the page what was chosen. */
export const Requests: Story = { args: { requests } };

/** With an address for each request rows are links, and one may be marked as the present one. */
export const Links: Story = {
  args: { requests, hrefTemplate: "#{id}", selectedId: applicationOverdue.id },
};

/** Only what is open, restricted by the page rather than by the visitor. */
export const OpenOnly: Story = { args: { requests, states: "acknowledged inProgress pending" } };

const first = requests.slice(0, 2);
const second = requests.slice(2);

/** A page at a time, from a backend; the visitor asks for the next. */
export const Pages: Story = {
  render: () => html`<crm-provider
    .client=${scriptedClient({
      "serviceRequests.list": ({ cursor }: { cursor?: string }) =>
        cursor ? page(second) : { ...page(first), nextCursor: "second", total: requests.length },
    })}
    ><crm-request-list page-size="2"></crm-request-list
  ></crm-provider>`,
};

/** A page may put its own words where there is nothing to show. */
export const OwnEmptyMessage: Story = {
  parameters: {
    docs: {
      source: {
        code: `<crm-request-list customer-id="…">\n  <p slot="empty">No requests yet. <a href="/report">Report a fault</a></p>\n</crm-request-list>`,
      },
    },
  },
  render: () => html`<crm-request-list .requests=${[]}>
    <p slot="empty">No requests yet. <a href="#report">Report a fault</a></p>
  </crm-request-list>`,
};

export const Languages: Story = inLanguages({ requests });
export const Dark: Story = inDark({ requests });
export const Narrow: Story = inNarrow({ requests });
export const RightToLeft: Story = inRightToLeft({ requests });

const states = stateStories(tag, {
  args: { pageSize: 4 },
  answers: { "serviceRequests.list": page(requests) },
  empty: { "serviceRequests.list": page([]) },
});

export const Initial: Story = states.initial;
export const Loading: Story = states.loading;
export const Ready: Story = states.ready;
export const Empty: Story = states.empty;
export const Stale: Story = states.stale;
export const Unauthorized: Story = states.unauthorized;
export const Forbidden: Story = states.forbidden;
export const NotFound: Story = states["not-found"];
export const Offline: Story = states.offline;
export const Failed: Story = { ...states.error, name: "Error" };
