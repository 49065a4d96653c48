/** What several elements say of requests, each among its own texts: the contract's closed and well-known sets. */
export const requestWords = {
  kinds: {
    enquiry: "Enquiry",
    complaint: "Complaint",
    fault: "Fault report",
    application: "Service application",
    misconduct: "Report of misconduct",
    suggestion: "Suggestion",
    opinion: "Opinion",
    praise: "Praise",
  } as Record<string, string>,
  states: {
    acknowledged: "Received",
    inProgress: "In progress",
    pending: "Waiting for a reply",
    held: "On hold",
    resolved: "Resolved",
    closed: "Closed",
    rejected: "Refused",
    cancelled: "Withdrawn",
  } as Record<string, string>,
  overdue: "Overdue",
  urged: (count: number, number: string) => (count > 1 ? `Urged ${number} times` : "Urged"),
  supervised: "Supervised",
  escalated: "Escalated",
  reopened: (count: number, number: string) => (count > 1 ? `Reopened ${number} times` : "Reopened"),
  untitled: "Untitled request",
};

export type RequestWords = typeof requestWords;
