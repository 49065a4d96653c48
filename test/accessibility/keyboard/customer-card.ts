import type { KeyboardUser } from "../keyboard-user.ts";
import { type KeyboardCases, tabThrough, tryAgain } from "./case.ts";

const masked = "021-****0199";
const inFull = "138 0013 5678";

export const table: KeyboardCases = {
  ...tabThrough("key-account", "person", "compact", "partial", "error"),
  ...tryAgain,
  '{Enter|Space} "Reveal"': { stories: ["key-account"], act: ask },
  "{Enter} reason": {
    stories: ["key-account"],
    act: async (user, key) => {
      await ask(user, "Enter");
      await user.type("Calling back");
      await user.press(key);
      await user.reads(inFull);
      await user.isAt("button", /^Hide/);
    },
  },
  "{Escape} reason": {
    stories: ["key-account"],
    act: async (user, key) => {
      await ask(user, "Enter");
      await user.press(key);
      await user.isAt("button", /^Reveal/);
      await user.misses("textbox", /^Reason/);
    },
  },
  '{Escape} "Hide"': {
    stories: ["key-account"],
    act: async (user, key) => {
      await ask(user, "Enter");
      await user.type("Calling back");
      await user.press("Enter");
      await user.isAt("button", /^Hide/);
      await user.press(key);
      await user.reads(masked);
      await user.isAt("button", /^Reveal/);
    },
  },
  '{Enter|Space} "Why"': {
    stories: ["key-account"],
    act: async (user, key) => {
      await user.tabTo("summary", "Why");
      await user.press(key);
      await user.reads("Valid until");
      await user.press(key);
      await user.readsNoMore("Valid until");
    },
  },
  "{Enter|Space} request": {
    stories: ["key-account"],
    act: async (user, key) => {
      const chosen = await user.hears("crm-request-select");
      await user.tabTo("button", "整条街路灯不亮");
      await user.press(key);
      await chosen(1);
    },
  },
};

export async function ask(user: KeyboardUser, key: string): Promise<void> {
  await user.tabTo("button", /^Reveal/);
  await user.press(key);
  await user.isAt("textbox", /^Reason|^Why/);
}
