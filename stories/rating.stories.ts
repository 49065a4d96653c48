import "@portico/elements/define/rating";
import type { Rating } from "@portico/contract";
import type { CrmRating } from "@portico/elements";
import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { praiseClosed } from "./fixtures/requests.js";
import { element } from "./support/element.js";
import { inDark, inLanguages, inNarrow, inRightToLeft } from "./support/frames.js";
import { page } from "./support/scripted-client.js";
import { stateStories } from "./support/states.js";

const tag = "crm-rating";

export default {
  title: "Voice/Rating",
  component: tag,
  parameters: { room: "small", docs: { subtitle: "One question, one answer, sent once" } },
} satisfies Meta;

type Story = StoryObj<CrmRating>;

const given: Rating = {
  id: "rating-1",
  metric: "csat",
  score: 5,
  scale: { minimum: 1, maximum: 5, unit: "points" },
  comment: "问题当天就解决了。",
  serviceRequestId: praiseClosed.id,
  createdAt: "2026-10-15T02:00:00Z",
};

/** Five stars and a field for the reason; sending it stores one rating of the request. */
export const Satisfaction: Story = {
  args: { metric: "csat", requestId: praiseClosed.id, withComment: true },
};

/** From 0 to 10: would you recommend us? */
export const Recommendation: Story = { args: { metric: "nps" } };

/** From 1 to 7: how easy was it? */
export const Ease: Story = { args: { metric: "ces", value: 5 } };

/** An answer that was given before. */
export const Given: Story = { args: { rating: given } };

/** Shows a score and takes no other. */
export const ReadOnly: Story = { args: { value: 4, readonly: true } };

export const Disabled: Story = { args: { value: 3, disabled: true } };

/** Without a request the element is an input of the form around it: it validates, resets and submits with it. */
export const InAForm: Story = {
  parameters: {
    docs: {
      source: {
        code: `<form>\n  <crm-rating name="ease" metric="ces" required></crm-rating>\n  <button>Send</button>\n</form>`,
      },
    },
  },
  render: () => html`<form class="stack" @submit=${(event: Event) => event.preventDefault()}>
    ${element(tag, { name: "ease", metric: "ces", required: true })}
    <div><button type="submit">Send</button> <button type="reset">Reset</button></div>
  </form>`,
};

export const Languages: Story = inLanguages({ metric: "nps" });
export const Dark: Story = inDark({ metric: "csat", withComment: true, requestId: praiseClosed.id });
export const Narrow: Story = inNarrow({ metric: "nps" });
export const RightToLeft: Story = inRightToLeft({ metric: "csat", value: 4 });

const states = stateStories(tag, {
  args: { requestId: praiseClosed.id },
  answers: { "ratings.list": page([given]) },
});

export const Initial: Story = states.initial;
export const Loading: Story = states.loading;
export const Ready: Story = states.ready;
export const Stale: Story = states.stale;
export const Unauthorized: Story = states.unauthorized;
export const Forbidden: Story = states.forbidden;
export const NotFound: Story = states["not-found"];
export const Offline: Story = states.offline;
export const Failed: Story = { ...states.error, name: "Error" };
