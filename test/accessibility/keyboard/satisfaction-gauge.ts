import { type KeyboardCases, tabThrough, tryAgain } from "./case.ts";

const definition = /Share of customers who rated/;

export const table: KeyboardCases = {
  ...tabThrough("ready", "stale", "error"),
  ...tryAgain,
  "{Enter|Space} definition": {
    stories: ["ready"],
    act: async (user, key) => {
      await user.tabTo("summary", "How this is measured");
      await user.press(key);
      await user.reads(definition);
      await user.press(key);
      await user.readsNoMore(definition);
    },
  },
};
