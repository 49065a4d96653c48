import { type KeyboardCases, tabThrough } from "./case.ts";

export const table: KeyboardCases = tabThrough("around", "two-backends");
