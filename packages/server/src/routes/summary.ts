import type { CustomerSummary } from "@portico/contract";
import { addMinutes } from "../domain/calendar.js";
import { answerScales } from "../domain/satisfaction.js";
import type { Call, Handlers } from "../http/operation.js";
import {
  assessmentView,
  customerView,
  interactionView,
  ratingView,
  requestView,
  teamMemberView,
} from "../policy/views.js";
import { found } from "../problem.js";

type Asking = Call<"getCustomerSummary">;

const shown = 5;
const allOfThem = 100;
const satisfactionDays = 365;

export const summary: Handlers<"getCustomerSummary"> = {
  async getCustomerSummary(call): Promise<CustomerSummary> {
    const customer = found(await call.store.customers.find(call.path.id ?? "", call.scope));
    const { id } = customer;
    const [assessments, accountTeam, requests, interactions, satisfaction] = await Promise.all([
      section(assessmentsOf(call, id)),
      section(teamOf(call, id)),
      section(requestsOf(call, id)),
      section(interactionsOf(call, id)),
      section(satisfactionOf(call, id)),
    ]);
    const view = customerView(customer, call.principal);
    return { customer: view, assessments, accountTeam, requests, interactions, satisfaction };
  },
};

/** A section that cannot be had says so and never empties the rest. */
const section = <T extends object>(
  content: Promise<T>,
): Promise<(T & { status: string }) | { status: string }> =>
  content.then(
    (data) => ({ status: "available", ...data }),
    () => ({ status: "failed" }),
  );

async function assessmentsOf({ store, scope }: Asking, customerId: string) {
  const filter = { customerId, current: true };
  const { rows } = await store.assessments.list({ scope, filter, sort: "-assessedAt", limit: allOfThem });
  return { data: rows.map(assessmentView) };
}

async function teamOf({ store, scope }: Asking, customerId: string) {
  const { rows } = await store.accountTeam.list({
    scope,
    filter: { customerId },
    sort: "sinceAt",
    limit: allOfThem,
  });
  return { data: rows.map(teamMemberView) };
}

async function requestsOf({ store, scope, principal, now }: Asking, customerId: string) {
  const filter = { customerId, state: ["acknowledged", "inProgress", "pending", "held"] };
  const counts = await store.requests.countOpen(customerId, scope, now);
  const { rows } = await store.requests.list({ scope, filter, sort: "-updatedAt", limit: shown });
  return {
    openCount: counts.open,
    overdueCount: counts.overdue,
    urgedCount: counts.urged,
    data: rows.map((row) => requestView(row, principal, now)),
  };
}

async function interactionsOf({ store, scope }: Asking, customerId: string) {
  const { rows } = await store.interactions.list({
    scope,
    filter: { customerId },
    sort: "-occurredAt",
    limit: shown,
  });
  return { data: rows.map(interactionView) };
}

async function satisfactionOf({ store, scope, now }: Asking, customerId: string) {
  const since = addMinutes(now, -satisfactionDays * 24 * 60);
  const { average, count, last } = await store.ratings.ofCustomer(customerId, "csat", since, scope);
  const scale = answerScales.csat;
  return {
    metric: "csat",
    average,
    sampleSize: count,
    last: last && ratingView(last),
    ...(scale ? { scale } : {}),
  };
}
