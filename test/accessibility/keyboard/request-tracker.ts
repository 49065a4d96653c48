import { type KeyboardCases, tabThrough, tryAgain } from "./case.ts";

export const table: KeyboardCases = {
  ...tabThrough("fault-in-hand", "closed", "error"),
  ...tryAgain,
  "{Enter|Space} file": {
    stories: ["fault-in-hand"],
    act: async (user, key) => {
      await user.tabTo("button", /^Download/);
      const saved = user.page.waitForEvent("download");
      await user.press(key);
      await (await saved).cancel();
    },
  },
  "{Enter|Space} action": {
    stories: ["fault-in-hand"],
    act: async (user, key) => {
      await user.tabTo("button", "Withdraw");
      await user.press(key);
      await user.isAt("textbox", "Reason");
    },
  },
  "{Escape} panel": {
    stories: ["fault-in-hand"],
    act: async (user, key) => {
      await user.tabTo("button", "Withdraw");
      await user.press("Enter");
      await user.isAt("textbox", "Reason");
      await user.press(key);
      await user.isAt("button", "Withdraw");
      await user.misses("textbox", "Reason");
    },
  },
  '{Enter|Space} "Cancel"': {
    stories: ["fault-in-hand"],
    act: async (user, key) => {
      await user.tabTo("button", "Withdraw");
      await user.press("Enter");
      await user.isAt("textbox", "Reason");
      await user.tabTo("button", "Cancel");
      await user.press(key);
      await user.isAt("button", "Withdraw");
      await user.misses("textbox", "Reason");
    },
  },
  "{ArrowRight} answers of the rating": {
    stories: ["closed"],
    act: async (user, key) => {
      await user.tabTo("button", "Rate");
      await user.press("Enter");
      await user.isAt("radio", /^1,/);
      await user.press("Space", key);
      await user.isAt("radio", /^2,/);
      await user.hasChosen(/^2,/);
    },
  },
  '{Enter|Space} "Send"': {
    stories: ["fault-in-hand"],
    act: async (user, key) => {
      await user.tabTo("textbox", "Reply");
      await user.type("Thank you.");
      await user.tabTo("button", "Send");
      await user.press(key);
      await user.reads("Your reply was sent.");
      await user.isWithinStory();
    },
  },
};
