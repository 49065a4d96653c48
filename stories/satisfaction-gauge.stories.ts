import "@portico/elements/define/satisfaction-gauge";
import type { CrmSatisfactionGauge } from "@portico/elements";
import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { ces, csat, nps, smallSample, withoutInterval } from "./fixtures/indices.js";
import { element } from "./support/element.js";
import { inDark, inLanguages, inNarrow, inRightToLeft } from "./support/frames.js";
import { stateStories } from "./support/states.js";

const tag = "crm-satisfaction-gauge";

export default {
  title: "Voice/Satisfaction gauge",
  component: tag,
  parameters: {
    room: "small",
    docs: { subtitle: "How satisfied customers are, and how far to trust the figure" },
  },
} satisfies Meta;

type Story = StoryObj<CrmSatisfactionGauge>;

/** Share of satisfied customers against its target, with the sample and the interval. */
export const Satisfaction: Story = { args: { index: csat, compact: false } };

/** Net promoter score: the scale runs from −100 to 100 and the change is more than chance. */
export const Recommendation: Story = { args: { index: nps } };

/** Customer effort on a scale of seven. */
export const Ease: Story = { args: { index: ces } };

/** Four answers make no index: the figure is grey and says so. */
export const SmallSample: Story = { args: { index: smallSample } };

/** A figure from an old report, printed without its sample: no interval is invented. */
export const WithoutInterval: Story = { args: { index: withoutInterval } };

/** One line, for a header or a table. */
export const Compact: Story = { args: { index: csat, compact: true } };

/** Several indices in a row share the width they are given. */
export const SideBySide: Story = {
  parameters: { room: "wide" },
  render: () => html`<div class="side-by-side">
    ${[csat, nps, ces].map((index) => element(tag, { index }))}
  </div>`,
};

export const Languages: Story = inLanguages({ index: csat });
export const Dark: Story = inDark({ index: csat });
export const Narrow: Story = inNarrow({ index: csat });
export const RightToLeft: Story = inRightToLeft({ index: csat });

const states = stateStories(tag, {
  args: { indexId: csat.id },
  answers: { "satisfactionIndices.get": csat },
  empty: { "satisfactionIndices.get": { ...csat, value: null, sampleSize: 0, interval: null, trend: null } },
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
