import type { KeyboardUser } from "../keyboard-user.ts";
import { type KeyboardCases, tabThrough, tryAgain } from "./case.ts";

export const table: KeyboardCases = {
  ...tabThrough("kinds", "fault", "error"),
  ...tryAgain,
  "{Enter|Space} kind": {
    stories: ["kinds"],
    act: async (user, key) => {
      await user.tabTo("button", /^Complain/);
      await user.press(key);
      await user.isAt("heading", "Complain");
    },
  },
  "{ArrowDown} radio buttons": {
    stories: ["fault"],
    act: async (user, key) => {
      await user.tabTo("radio", "No power");
      await user.press("Space", key);
      await user.isAt("radio", "Low or unstable voltage");
      await user.hasChosen("Low or unstable voltage");
    },
  },
  "{Space} check box": {
    stories: ["fault"],
    act: async (user, key) => {
      await user.tabTo("checkbox", "Somebody could get hurt");
      await user.press(key);
      await user.hasChosen("Somebody could get hurt");
    },
  },
  "{Control+Enter|Meta+Enter} field": {
    stories: ["fault"],
    act: async (user, key) => {
      await user.tabTo("textbox", "Subject");
      await user.press(key);
      await user.isAt("group", "Please check 4 entries");
      await fillIn(user);
      await user.press(key);
      await user.isAt("heading", "We have received your request");
    },
  },
  "{Enter} field": {
    stories: ["fault"],
    act: async (user, key) => {
      const sent = await user.hears("crm-request-created");
      await fillIn(user);
      await user.press(key);
      await user.isAt("textbox", "Telephone");
      await user.waits();
      await sent(0);
    },
  },
  "{Enter|Space} line of what is to mend": {
    stories: ["fault"],
    act: async (user, key) => {
      await user.tabTo("button", "Submit");
      await user.press("Enter");
      await user.isAt("group", "Please check 4 entries");
      await user.tabTo("button", "Address");
      await user.press(key);
      await user.isAt("textbox", "Address");
    },
  },
  '{Enter|Space} "Submit another"': {
    stories: ["fault"],
    act: async (user, key) => {
      await fillIn(user);
      await user.press("Control+Enter");
      await user.tabTo("button", "Submit another");
      await user.press(key);
      await user.isAt("heading", "Report a fault");
    },
  },
};

/** Leaves the focus in the last field. */
export async function fillIn(user: KeyboardUser): Promise<void> {
  await user.tabTo("textbox", "Subject");
  await user.type("No light in the whole street");
  await user.tabTo("radio", "No power");
  await user.press("Space");
  await user.tabTo("textbox", "Address");
  await user.type("120 Jiefang Road");
  await user.tabTo("textbox", "Telephone");
  await user.type("138 0013 8000");
}
