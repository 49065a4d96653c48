import { type KeyboardCases, tabThrough } from "./case.ts";

export const provider: KeyboardCases = tabThrough("around", "two-backends");
