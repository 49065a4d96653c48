import { type KeyboardCases, tabThrough, tryAgain } from "./case.ts";

export const table: KeyboardCases = {
  ...tabThrough("satisfaction", "ease", "in-a-form", "error"),
  ...tryAgain,
  "{ArrowRight|ArrowDown} answers": {
    stories: ["satisfaction"],
    act: async (user, key) => {
      await user.tabTo("radio", /^1,/);
      await user.press("Space", key);
      await user.isAt("radio", /^2,/);
      await user.hasChosen(/^2,/);
    },
  },
  "{ArrowLeft|ArrowUp} answers": {
    stories: ["ease"],
    act: async (user, key) => {
      await user.tabTo("radio", "5");
      await user.press(key);
      await user.isAt("radio", "4");
      await user.hasChosen("4");
    },
  },
  "{ArrowLeft} answers from right to left": {
    stories: ["ease"],
    rtl: true,
    act: async (user, key) => {
      await user.tabTo("radio", "5");
      await user.press(key);
      await user.isAt("radio", "6");
      await user.hasChosen("6");
    },
  },
  "{Space} answers": {
    stories: ["satisfaction"],
    act: async (user, key) => {
      await user.tabTo("radio", /^1,/);
      await user.press(key);
      await user.hasChosen(/^1,/);
    },
  },
  '{Enter|Space} "Send rating"': {
    stories: ["satisfaction"],
    act: async (user, key) => {
      await user.tabTo("radio", /^1,/);
      await user.press("Space");
      await user.tabTo("button", "Send rating");
      await user.press(key);
      await user.reads("Thank you for your rating.");
      await user.isWithinStory();
    },
  },
};
