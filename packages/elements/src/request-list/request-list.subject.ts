import type { ServiceRequest } from "@portico/contract";
import type { Subject } from "../internal/test/subject.js";

const party = (name: string) => ({ id: name, name });

export function request(id: string, members: Partial<ServiceRequest> = {}): ServiceRequest {
  return {
    id,
    number: `SR-${id}`,
    title: `Title of ${id}`,
    kind: "fault",
    state: "inProgress",
    status: { code: "onSite", labels: { en: "Crew on site", "zh-Hans": "人员已到场" } },
    priority: "normal",
    channel: "web",
    anonymous: false,
    owner: party("Li Na"),
    marks: { overdue: false, urgedCount: 0, supervised: false, escalated: false, reopenedCount: 0 },
    promises: [],
    allowedTransitions: [],
    allowedActions: [],
    attachments: [],
    createdAt: "2026-01-01T08:00:00Z",
    updatedAt: "2026-01-02T08:00:00Z",
    ...members,
  };
}

export const subject: Subject = {
  tag: "crm-request-list",
  idAttribute: "customer-id",
  given: { property: "requests", value: [request("id-1")] },
  answers: {
    "serviceRequests.list": ({ customerId = "id-1" }: { customerId?: string }) => ({
      data: [request(customerId)],
      nextCursor: null,
      total: 1,
    }),
  },
  usual: {
    "serviceRequests.list": {
      data: Array.from({ length: 10 }, (_, index) => request(`${index + 1}`)),
      total: 10,
    },
  },
  shows: (id) => `Title of ${id}`,
  empty: { "serviceRequests.list": { data: [], nextCursor: null, total: 0 } },
};
