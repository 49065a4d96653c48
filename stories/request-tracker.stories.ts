import "@portico/elements/define/request-tracker";
import type { CrmRequestTracker } from "@portico/elements";
import type { Meta, StoryObj } from "@storybook/web-components-vite";
import {
  applicationOverdue,
  complaintPending,
  faultEntries,
  faultInHand,
  praiseClosed,
} from "./fixtures/requests.js";
import { inDark, inLanguages, inNarrow, inRightToLeft } from "./support/frames.js";
import { page, problem } from "./support/scripted-client.js";
import { stateStories } from "./support/states.js";

const tag = "crm-request-tracker";

export default {
  title: "Requests/Request tracker",
  component: tag,
  parameters: {
    room: "wide",
    docs: { subtitle: "Where a request stands, who holds it, what comes next and by when" },
  },
} satisfies Meta;

type Story = StoryObj<CrmRequestTracker>;

const fault = { request: faultInHand, entries: faultEntries };

/** A fault that a crew is working on; its reporter may reply, urge or withdraw. */
export const FaultInHand: Story = { args: fault };

/** The next step is the customer's own. */
export const WaitingForCustomer: Story = { args: { request: complaintPending, entries: [] } };

/** Promised for a day that has passed, urged three times, supervised and escalated. */
export const Overdue: Story = { args: { request: applicationOverdue, entries: [] } };

/** Done: it may be rated, and reopened if it was not done after all. */
export const Closed: Story = { args: { request: praiseClosed, entries: [] } };

export const Languages: Story = inLanguages(fault);
export const Dark: Story = inDark(fault);
export const Narrow: Story = inNarrow(fault);
export const RightToLeft: Story = inRightToLeft(fault);

const states = stateStories(tag, {
  args: { requestId: faultInHand.id },
  answers: { "serviceRequests.get": faultInHand, "serviceRequests.entries.list": page(faultEntries) },
  partial: { "serviceRequests.entries.list": () => Promise.reject(problem(503, "unavailable")) },
});

export const Initial: Story = states.initial;
export const Loading: Story = states.loading;
export const Ready: Story = states.ready;
export const Partial: Story = states.partial;
export const Stale: Story = states.stale;
export const Unauthorized: Story = states.unauthorized;
export const Forbidden: Story = states.forbidden;
export const NotFound: Story = states["not-found"];
export const Offline: Story = states.offline;
export const Failed: Story = { ...states.error, name: "Error" };
