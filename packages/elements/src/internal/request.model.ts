import type { ServiceRequest } from "@portico/contract";
import { countOf, members } from "./payload.js";

/** The states in which a request still waits for somebody. */
export const openStates: readonly string[] = ["acknowledged", "inProgress", "pending", "held"];

/** The states in which it does not. */
export const doneStates: readonly string[] = ["resolved", "closed", "rejected", "cancelled"];

/** What is remarkable about a request besides its state. */
export interface Marks {
  readonly overdue: boolean;
  readonly urged: number;
  readonly supervised: boolean;
  readonly escalated: boolean;
  readonly reopened: number;
}

export function readMarks(payload: unknown): Marks {
  const marks = members<ServiceRequest["marks"]>(payload);
  return {
    overdue: marks.overdue === true,
    urged: countOf(marks.urgedCount),
    supervised: marks.supervised === true,
    escalated: marks.escalated === true,
    reopened: countOf(marks.reopenedCount),
  };
}
