import { dayOf } from "../domain/calendar.js";
import { contactTerms } from "../stores/postgres/contacts.js";
import { customerTerms } from "../stores/postgres/customers.js";
import { requestTerms } from "../stores/postgres/requests.js";
import { assess, makeTeam } from "./assessments.js";
import { type DemoCustomer, makeCustomers } from "./customers.js";
import type { History } from "./history.js";
import { industries, overallIndex } from "./industries/index.js";
import type { DemoIndustry } from "./industry.js";
import { makeInteractions } from "./interactions.js";
import { Random } from "./random.js";
import { makeRequests } from "./requests.js";
import { makeIndices, makeRecommendations } from "./voice.js";
import { hour } from "./working-hours.js";
import type { World } from "./world.js";

const requestsPerIndustry = 1985;

/**
 * Everything the demo holds: the same on every machine for the same hour. Times are told back from the full hour
 * before `at`, so that nothing lies ahead.
 */
export function generateWorld(at: Date): World {
  const now = at.getTime() - (at.getTime() % hour);
  const parts = Object.values(industries).map((industry) => generateIndustry(industry, now));
  const customers = parts.flatMap((part) => part.customers);
  const histories = parts.flatMap((part) => part.histories);
  numberByTime(histories);
  const ratings = [
    ...histories.flatMap((history) => history.ratings),
    ...parts.flatMap((part) => part.recommendations),
  ];
  const industryOf = new Map(
    parts.flatMap(({ industry, customers }) =>
      customers.map(({ record }) => [record.id, industry.id] as const),
    ),
  );
  const indices = [...Object.values(industries).flatMap((industry) => industry.indices), overallIndex];

  return {
    units: Object.values(industries).flatMap(({ units }) =>
      units.map(({ id, labels }) => ({ id, name: labels["zh-Hans"] ?? labels.en, labels })),
    ),
    staff: Object.values(industries).flatMap(({ staff }) =>
      staff.map(({ id, zh, title, role, unitId }) => ({
        id,
        name: zh,
        title,
        role,
        unitId,
        phone: "0570-5550 0100",
        email: `${id.replace("demo-", "").replace("-", ".")}@example.cn`,
      })),
    ),
    duties: Object.values(industries).map(dutyOf),
    customers: customers.map(({ record }) => ({ ...record, searchTerms: customerTerms(record) })),
    contacts: customers.flatMap(({ contacts }) =>
      contacts.map((contact) => ({ ...contact, searchTerms: contactTerms(contact) })),
    ),
    accountTeam: parts.flatMap(({ team }) => team),
    assessments: parts.flatMap(({ assessments }) => assessments),
    serviceRequests: histories.map(({ request }) => ({
      ...request,
      aboutUnitId: request.about?.unitId ?? null,
      searchTerms: requestTerms(request),
    })),
    entries: histories.flatMap(({ entries }) => entries),
    interactions: parts.flatMap(({ interactions }) => interactions),
    ratings,
    ...makeIndices(indices, ratings, industryOf),
  };
}

/** What nobody took in person belongs to the industry's own front desk. */
function dutyOf({ id, staff, frontDesk }: DemoIndustry) {
  const officer = staff.find(({ unitId, role }) => unitId === frontDesk && role === "agent");
  if (!officer) throw new Error(`Nobody serves the front desk of ${id}`);
  return { kind: "*", industry: id, unitId: frontDesk, staffId: officer.id };
}

function generateIndustry(industry: DemoIndustry, now: number) {
  // Each part draws from a source of its own, so that a change in one leaves the others as they were.
  const random = (part: string) => new Random(`portico-demo/${industry.id}/${part}`);
  const customers: DemoCustomer[] = makeCustomers(industry, random("customers"), now);
  const histories = makeRequests(industry, customers, requestsPerIndustry, random("requests"), now);
  const [grading, teams] = [random("assessments"), random("teams")];
  return {
    industry,
    customers,
    histories,
    assessments: customers.flatMap((customer) => assess(customer, industry, grading, now)),
    team: customers.flatMap((customer) => makeTeam(customer, industry, teams, now)),
    interactions: makeInteractions(industry, customers, histories, random("interactions"), now),
    recommendations: makeRecommendations(industry, customers, random("voice"), now),
  };
}

/** Gives the numbers that the store would have given, had the requests come in one by one. */
function numberByTime(histories: readonly History[]): void {
  const byTime = histories
    .map(({ request }) => request)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
  for (const [i, request] of byTime.entries())
    request.number = `R-${dayOf(request.createdAt).replaceAll("-", "")}-${String(i + 1).padStart(5, "0")}`;
}
