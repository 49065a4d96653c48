import type { TemplateResult } from "lit";
import type { Formats } from "../format.js";
import type { Marks } from "../request.model.js";
import type { RequestWords } from "../strings/request.words.js";
import { badge, type Tone } from "./badge.js";

const tones: Readonly<Record<string, Tone>> = {
  acknowledged: "info",
  inProgress: "info",
  pending: "warning",
  resolved: "success",
  rejected: "danger",
};

/** Where a request stands; `label` is the backend's own word, if it has one. A state not known is shown as written. */
export function stateBadge(state: string, text: RequestWords, label?: string): TemplateResult {
  return badge(label ?? text.states[state] ?? state, tones[state]);
}

export function markBadges(marks: Marks, text: RequestWords, { number }: Formats): TemplateResult[] {
  return [
    ...(marks.overdue ? [badge(text.overdue, "danger")] : []),
    ...(marks.urged > 0 ? [badge(text.urged(marks.urged, number(marks.urged)), "warning")] : []),
    ...(marks.escalated ? [badge(text.escalated, "warning")] : []),
    ...(marks.supervised ? [badge(text.supervised)] : []),
    ...(marks.reopened > 0 ? [badge(text.reopened(marks.reopened, number(marks.reopened)))] : []),
  ];
}
