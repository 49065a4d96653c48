import { expect } from "vitest";
import { walkThrough } from "../focus-walk.ts";
import type { KeyboardUser } from "../keyboard-user.ts";

/** What one row of an element's keyboard table says, done with one of its keys. */
export interface KeyboardCase {
  /** The stories it is done in, one after the other. */
  readonly stories: readonly string[];
  /** Whether the page reads from right to left. */
  readonly rtl?: boolean;
  act(user: KeyboardUser, key: string): Promise<void>;
}

/** The rows of an element's table, by what stands before the dash: `{Enter|Space} definition`. */
export type KeyboardCases = Readonly<Record<string, KeyboardCase>>;

/** Tab reaches every control, in order, in sight, there and back, and goes on. */
export function tabThrough(...stories: readonly string[]): KeyboardCases {
  return {
    "{Tab}": {
      stories,
      act: async ({ page }) => expect(await walkThrough(page)).toEqual([]),
    },
  };
}

/** What every element that loads offers over a value that could not be updated, and after a failure. */
export const tryAgain: KeyboardCases = {
  '{Enter|Space} "Try again"': {
    stories: ["stale"],
    act: async (user, key) => {
      const states = await user.hears("crm-state");
      await user.tabTo("button", "Try again");
      await user.press(key);
      // The story's backend answers, and fails again.
      await states(2);
      await user.isWithinStory();
    },
  },
};
