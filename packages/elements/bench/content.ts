import type { Assessment, CustomerSummary, Interaction, ServiceRequest, TeamMember } from "@portico/contract";

/** What every page of the benchmark shows. */
export interface Content {
  readonly customers: readonly CustomerSummary[];
  readonly requests: readonly ServiceRequest[];
}

const day = 86_400_000;
/** An hour short of whole days, so that "3 days ago" stays true while the benchmark runs and whoever rounds. */
const now = Date.now() - 3_600_000;
const daysAgo = (days: number) => new Date(now - days * day).toISOString();

const given = ["Ada", "Jun", "Mei", "Omar", "Petra", "Ravi", "Sofia", "Tomas", "Wen", "Yara"] as const;
const family = ["Adler", "Chen", "Diaz", "Ford", "Hoang", "Ito", "Keller", "Lin", "Moreau", "Novak"] as const;
const firms = [
  "Precision Machinery",
  "Cold Storage",
  "Textiles",
  "Logistics",
  "Robotics",
  "Ceramics",
] as const;
const titles = [
  "No light in our street",
  "Charged twice for the October statement",
  "Connection for a new workshop",
  "Meter shows last year's reading",
  "Please call back about the guarantee",
  "The stand has no water supply",
] as const;
const kinds = ["fault", "complaint", "application", "enquiry", "suggestion"] as const;
const states = {
  acknowledged: "Received",
  inProgress: "In progress",
  pending: "Waiting for a reply",
  held: "On hold",
  resolved: "Resolved",
  closed: "Closed",
} as const;
const stateCodes = Object.keys(states) as (keyof typeof states)[];
const channels = ["phone", "email", "web", "counter"] as const;

const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;
const personName = (index: number) => `${pick(given, index)} ${pick(family, index * 7 + 3)}`;
const staff = (index: number) => ({
  type: "employee" as const,
  id: `staff-${index % 40}`,
  name: personName(index),
});

function requestOf(index: number): ServiceRequest {
  const customer = index % 400;
  const state = pick(stateCodes, index);
  return {
    id: `request-${index}`,
    number: `R-20261121-${String(index).padStart(6, "0")}`,
    kind: pick(kinds, index),
    title: `${pick(titles, index)} (${index})`,
    description: "Since the storm on Monday the four lamps between the bakery and the bridge have been dark.",
    state,
    status: { code: state, labels: { en: states[state] } },
    priority: "normal",
    channel: "web",
    language: "en",
    customer: { id: `customer-${customer}`, displayName: firmName(customer), kind: "organization" },
    anonymous: false,
    owner: staff(index),
    handler: staff(index + 1),
    unit: null,
    location: null,
    marks: {
      overdue: index % 5 === 0,
      urgedCount: index % 7 === 0 ? 2 : 0,
      supervised: index % 11 === 0,
      escalated: false,
      reopenedCount: 0,
    },
    promises: [],
    nextStep: null,
    allowedTransitions: [],
    allowedActions: [],
    resolution: null,
    rating: null,
    attachments: [],
    createdAt: daysAgo(2 + (index % 90)),
    // In the order of the list; days, as libraries differ on when a week begins.
    updatedAt: daysAgo(1 + Math.floor(index / 1000)),
  };
}

const firmName = (index: number) => `${pick(family, index)} ${index} ${pick(firms, index * 5 + 1)}`;

function assessmentsOf(customerId: string, index: number): Assessment[] {
  const common = {
    customerId,
    source: "rule",
    assessedAt: daysAgo(30),
    validUntil: daysAgo(-30),
    current: true,
  };
  const method = "contribution, 12 months";
  return [
    {
      id: "a1",
      kind: "value",
      code: pick(["A", "B", "C"], index),
      score: 40 + (index % 60),
      method,
      ...common,
    },
    {
      id: "a2",
      kind: "risk",
      code: pick(["low", "elevated", "high"], index),
      score: 20 + (index % 70),
      method,
      ...common,
    },
    { id: "a3", kind: "relationGrade", code: pick(["normal", "watch"], index), method, ...common },
  ];
}

function teamOf(customerId: string, index: number): TeamMember[] {
  const since = daysAgo(400);
  return [
    {
      id: "m1",
      customerId,
      member: staff(index),
      role: "relationshipManager",
      primary: true,
      phone: "+86 21 5555 0110",
      since,
    },
    { id: "m2", customerId, member: staff(index + 3), role: "specialist", primary: false, since },
  ];
}

function interactionsOf(customerId: string, index: number): Interaction[] {
  return [0, 1, 2].map((each) => ({
    id: `i${each}`,
    customerId,
    direction: each === 1 ? "outbound" : "inbound",
    channel: pick(channels, index + each),
    subject: pick(titles, index + each),
    visibility: "public",
    agent: staff(index + each),
    occurredAt: daysAgo(1 + 2 * each),
    createdAt: daysAgo(1 + 2 * each),
  }));
}

function summaryOf(index: number): CustomerSummary {
  const id = `customer-${index}`;
  const scale = { minimum: 1, maximum: 5, unit: "points" } as const;
  return {
    customer: {
      id,
      number: `JH-7700-${String(index).padStart(4, "0")}`,
      kind: "organization",
      displayName: firmName(index),
      alternateNames: [{ language: "de", name: `${firmName(index)} GmbH` }],
      industry: "bank",
      language: "en",
      status: pick(["active", "prospect", "dormant"], index),
      segment: "corporate",
      tier: pick(["key", "A", "B"], index),
      parent: null,
      manager: null,
      contactPoints: [
        { id: "p1", type: "phone", value: "021-****0199", masked: true, label: "Reception", primary: true },
        { id: "p2", type: "email", value: "f***@example.com", masked: true },
        { id: "p3", type: "address", value: "18 Qiaojiang Road ***", masked: true },
      ],
      createdAt: daysAgo(900),
      updatedAt: daysAgo(3),
    },
    assessments: { status: "available", data: assessmentsOf(id, index) },
    accountTeam: { status: "available", data: teamOf(id, index) },
    requests: {
      status: "available",
      openCount: 3,
      overdueCount: index % 2,
      urgedCount: 1,
      data: [0, 1, 2].map((each) => requestOf(index * 3 + each)),
    },
    interactions: { status: "available", data: interactionsOf(id, index) },
    satisfaction: {
      status: "available",
      metric: "csat",
      average: 4.4,
      scale,
      sampleSize: 2 + (index % 30),
      last: {
        id: "s1",
        metric: "csat",
        score: 5,
        scale,
        comment: "Solved the same day.",
        createdAt: daysAgo(4),
      },
    },
  };
}

export function contentOf(customers: number, requests: number): Content {
  return {
    customers: Array.from({ length: customers }, (_, index) => summaryOf(index)),
    requests: Array.from({ length: requests }, (_, index) => requestOf(index)),
  };
}
