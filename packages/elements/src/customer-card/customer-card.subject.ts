import type { CustomerSummary, ServiceRequest } from "@portico/contract";
import type { Subject } from "../internal/test/subject.js";

export const request = {
  id: "request-1",
  number: "R-42",
  title: "Street lights are out",
  state: "inProgress",
  status: { code: "onSite", labels: { en: "Crew on site" } },
  marks: { overdue: true, urgedCount: 2, supervised: false, escalated: false, reopenedCount: 0 },
} as ServiceRequest;

export const summary: CustomerSummary = {
  customer: {
    id: "id-1",
    number: "JH-7700",
    kind: "organization",
    displayName: "江南精密机械",
    alternateNames: [{ language: "en", name: "Jiangnan Machinery" }],
    language: "zh-Hans",
    status: "active",
    segment: "corporate",
    tier: "unheard-of",
    parent: { id: "g", displayName: "江南实业集团" },
    contactPoints: [
      { id: "cp-1", type: "phone", value: "021-****0199", masked: true, label: "desk", primary: true },
      { id: "cp-2", type: "email", value: "office@example.com", masked: false },
      { id: "cp-3", type: "mobile", value: "138****5678", masked: true },
    ],
    createdAt: "2020-01-01T00:00:00Z",
    updatedAt: "2020-01-01T00:00:00Z",
  },
  assessments: {
    status: "available",
    data: [
      {
        id: "a-1",
        customerId: "id-1",
        kind: "risk",
        code: "elevated",
        labels: { en: "Rather risky" },
        score: 58,
        method: "exposure",
        source: "rule",
        reason: "Late twice.",
        assessedAt: "2020-01-01T00:00:00Z",
        validUntil: "2020-02-01T00:00:00Z",
        current: true,
      },
    ],
  },
  accountTeam: {
    status: "available",
    data: [
      {
        id: "m-1",
        customerId: "id-1",
        member: { id: "p", name: "Zhou Mingyuan" },
        role: "relationshipManager",
        primary: true,
        phone: "021-5555 0110",
        since: "2020-01-01T00:00:00Z",
      },
    ],
  },
  requests: { status: "available", openCount: 3, overdueCount: 1, urgedCount: 1, data: [request] },
  interactions: {
    status: "available",
    data: [
      {
        id: "i-1",
        customerId: "id-1",
        direction: "inbound",
        channel: "field",
        subject: "Yearly talk",
        visibility: "public",
        occurredAt: "2020-01-01T00:00:00Z",
        createdAt: "2020-01-01T00:00:00Z",
      },
    ],
  },
  satisfaction: {
    status: "available",
    metric: "csat",
    average: 4.4,
    scale: { minimum: 1, maximum: 5 },
    sampleSize: 11,
    last: {
      id: "r-1",
      metric: "csat",
      score: 5,
      scale: { minimum: 1, maximum: 5 },
      comment: "Solved the same day.",
      createdAt: "2020-01-01T00:00:00Z",
    },
  },
};

const summaryOf = (id: string): CustomerSummary => ({
  ...summary,
  customer: { ...summary.customer, id, displayName: `Customer ${id}` },
});

export const subject: Subject = {
  tag: "crm-customer-card",
  idAttribute: "customer-id",
  given: { property: "summary", value: summary },
  answers: { "customers.summary": summaryOf },
  shows: (id) => `Customer ${id}`,
  empty: { "customers.summary": {} },
  partial: {
    "customers.summary": (id: string) => ({ ...summaryOf(id), interactions: { status: "failed" } }),
  },
};
