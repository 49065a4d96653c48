import type { Entry, ServiceRequest } from "@portico/contract";
import { apiError } from "../internal/test/fake-backend.js";
import type { Subject } from "../internal/test/subject.js";

const hour = 3_600_000;
export const fromNow = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

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
    owner: { id: "p1", name: "Li Na", role: "agent" },
    handler: { id: "p2", name: "Wang Jianguo", role: "agent" },
    unit: { id: "u1", name: "Crew 3" },
    marks: { overdue: false, urgedCount: 0, supervised: false, escalated: false, reopenedCount: 0 },
    promises: [],
    nextStep: { code: "repair", labels: { en: "Replace the cable" }, by: "provider", dueAt: fromNow(3.5) },
    allowedTransitions: [],
    allowedActions: ["reply", "urge", "withdraw"],
    attachments: [],
    createdAt: fromNow(-30),
    updatedAt: fromNow(-2),
    ...members,
  };
}

export function entry(id: string, members: Partial<Entry> = {}): Entry {
  return {
    id,
    serviceRequestId: "id-1",
    type: "reply",
    visibility: "public",
    author: { id: "p2", name: "Wang Jianguo", role: "agent" },
    text: `Text ${id}`,
    attachments: [],
    createdAt: fromNow(-1),
    ...members,
  };
}

export const log = (entries: readonly Entry[], nextCursor: string | null = null) => ({
  data: [...entries].reverse(),
  nextCursor,
});

export const subject: Subject = {
  tag: "crm-request-tracker",
  idAttribute: "request-id",
  given: { property: "request", value: request("id-1") },
  answers: {
    "serviceRequests.get": (id: string) => request(id),
    "serviceRequests.entries.list": () => log([entry("e1")]),
  },
  usual: { "serviceRequests.entries.list": () => log([entry("e1"), entry("e2"), entry("e3")]) },
  shows: (id) => `Title of ${id}`,
  partial: { "serviceRequests.entries.list": () => apiError(500, "internal") },
};
