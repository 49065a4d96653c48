import "@portico/elements/define/request-form";
import type { CrmRequestForm } from "@portico/elements";
import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { capabilities } from "./fixtures/capabilities.js";
import { faultInHand } from "./fixtures/requests.js";
import { inDark, inLanguages, inNarrow, inRightToLeft } from "./support/frames.js";
import { problem } from "./support/scripted-client.js";
import { stateStories } from "./support/states.js";

const tag = "crm-request-form";

export default {
  title: "Requests/Request form",
  component: tag,
  parameters: { docs: { subtitle: "Takes a request, once, however often it is sent" } },
} satisfies Meta;

type Story = StoryObj<CrmRequestForm>;

/** The kinds this backend takes; each leads to fields of its own. */
export const Kinds: Story = { args: { capabilities } };

/** The page has chosen: a fault, with its place and its fields. Sending it ends in a receipt. */
export const Fault: Story = { args: { capabilities, kind: "fault" } };

export const Complaint: Story = { args: { capabilities, kind: "complaint" } };

/** Nobody has to say who they are, and no draft of it is kept on the device. */
export const Misconduct: Story = { args: { capabilities, kind: "misconduct" } };

/** What the page knows already is filled in. */
export const Prefilled: Story = {
  args: {
    capabilities,
    kind: "fault",
    value: {
      title: faultInHand.title,
      description: faultInHand.description ?? "",
      location: { address: "东城区解放路 120 号" },
      customFields: { faultType: "streetLight", safetyRisk: true },
    },
  },
};

/** The page's own words above the form. */
export const OwnIntroduction: Story = {
  parameters: {
    docs: {
      source: {
        code: `<crm-request-form kind="fault">\n  <p slot="intro">Sparks or a fallen line? Keep away and call 95598 first.</p>\n</crm-request-form>`,
      },
    },
  },
  render: () => html`<crm-request-form kind="fault" .capabilities=${capabilities}>
    <p slot="intro">Sparks or a fallen line? Keep away and call <strong>95598</strong> first.</p>
  </crm-request-form>`,
};

export const Languages: Story = inLanguages({ capabilities, kind: "fault" });
export const Dark: Story = inDark({ capabilities, kind: "fault" });
export const Narrow: Story = inNarrow({ capabilities, kind: "fault" });
export const RightToLeft: Story = inRightToLeft({ capabilities, kind: "fault" });

const states = stateStories(tag, {
  args: { kinds: "fault complaint" },
  answers: { "capabilities.get": capabilities, "me.get": { principal: "guest", scopes: [] } },
  empty: { "capabilities.get": { ...capabilities, requestKinds: [] } },
  partial: { "me.get": () => Promise.reject(problem(503, "unavailable")) },
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
