import { type KeyboardCases, tabThrough, tryAgain } from "./case.ts";

export const table: KeyboardCases = {
  ...tabThrough("pages", "links", "error"),
  ...tryAgain,
  "{Escape} search": {
    stories: ["ready"],
    act: async (user, key) => {
      await user.tabTo("searchbox", "Search");
      await user.type("light");
      await user.holds("searchbox", "Search", "light");
      await user.press(key);
      await user.holds("searchbox", "Search", "");
    },
  },
  "{ArrowDown} filter": {
    stories: ["ready"],
    act: async (user, key) => {
      await user.tabTo("combobox", "State");
      await user.press(key);
      await user.holds("combobox", "State", "open");
      await user.isAt("combobox", "State");
    },
  },
  "{Enter|Space} row": {
    stories: ["requests"],
    act: async (user, key) => {
      const chosen = await user.hears("crm-request-select");
      await user.tabTo("button", "Thank you, crew 6");
      await user.press(key);
      await chosen(1);
    },
  },
  "{Enter} row that is a link": {
    stories: ["links"],
    act: async (user, key) => {
      await user.tabTo("link", "Thank you, crew 6");
      await user.press(key);
      await user.page.waitForURL(/#request-/);
    },
  },
  '{Enter|Space} "Show more"': {
    stories: ["pages"],
    act: async (user, key) => {
      await user.tabTo("button", "Show more");
      await user.press(key);
      await user.isAt("button", "新装三相电 80 kW");
    },
  },
};
