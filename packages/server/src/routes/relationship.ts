import { answerList } from "../http/list.js";
import type { Handlers } from "../http/operation.js";
import { newId } from "../id.js";
import { assessmentView, teamMemberView } from "../policy/views.js";
import { found, invalid, ProblemError } from "../problem.js";
import type { NewChange } from "../records.js";
import { customerChange } from "./changes-of.js";

export const relationship: Handlers<
  | "listAssessments"
  | "createAssessment"
  | "listAccountTeam"
  | "addTeamMember"
  | "getTeamMember"
  | "removeTeamMember"
> = {
  async listAssessments(call) {
    const { path, query, scope, store } = call;
    const customer = found(await store.customers.find(path.id ?? "", scope));
    const { limit: _l, cursor: _c, total: _t, ...filter } = query;
    return answerList(call, {
      filter: { customerId: customer.id, ...filter },
      sort: "-assessedAt",
      list: (page) => store.assessments.list(page),
      view: assessmentView,
    });
  },

  async createAssessment({ path, body, scope, store, principal, now }) {
    const customer = found(await store.customers.find(path.id ?? "", scope, { lock: true }));
    const assessedAt = body.assessedAt === undefined ? now : new Date(body.assessedAt);
    if (assessedAt > now)
      throw invalid({ pointer: "/assessedAt", code: "in-the-future", message: "It has not happened yet." });
    const assessment = await store.assessments.insert({
      id: newId(),
      customerId: customer.id,
      kind: body.kind,
      code: body.code,
      score: body.score ?? null,
      method: body.method ?? null,
      source: body.source ?? principal.kind,
      reason: body.reason ?? null,
      assessorId: principal.id,
      assessedAt,
      validUntil: body.validUntil === undefined ? null : new Date(body.validUntil),
    });
    const { id, kind, current } = assessment;
    const audience = kind === "tier" ? "customer" : "staff";
    store.announce({
      type: "portico.assessment.created",
      subject: customer.id,
      resource: "assessments",
      resourceId: id,
      customerId: customer.id,
      audience,
    });
    // Segment and tier stand on the customer's own record as well.
    if (current && (kind === "tier" || kind === "segment")) {
      await store.customers.update(customer.id, { [kind]: body.code, updatedAt: now });
      store.announce({ ...customerChange(customer, "updated"), audience });
    }
    return assessmentView(assessment);
  },

  async listAccountTeam(call) {
    const { path, scope, store } = call;
    const customer = found(await store.customers.find(path.id ?? "", scope));
    return answerList(call, {
      filter: { customerId: customer.id },
      sort: "sinceAt",
      list: (page) => store.accountTeam.list(page),
      view: teamMemberView,
    });
  },

  async addTeamMember({ path, body, scope, store, now }) {
    const customer = found(await store.customers.find(path.id ?? "", scope, { lock: true }));
    if (!(await store.staff.find(body.memberId)))
      throw invalid({ pointer: "/memberId", code: "unknown-reference", message: "There is no such person." });
    if (await store.accountTeam.has(customer.id, body.memberId, body.role))
      throw new ProblemError("conflict", { detail: "This person has this role in the team already." });
    const id = newId();
    const first = (await store.accountTeam.count(customer.id)) === 0;
    await store.accountTeam.insert({
      id,
      customerId: customer.id,
      staffId: body.memberId,
      role: body.role,
      primary: first || (body.primary ?? false),
      since: now,
      until: null,
    });
    await announceTeam(store, customer.id, id, now);
    return teamMemberView(found(await store.accountTeam.find(customer.id, id)));
  },

  async getTeamMember({ path, scope, store }) {
    const customer = found(await store.customers.find(path.id ?? "", scope));
    return teamMemberView(found(await store.accountTeam.find(customer.id, path.memberId ?? "")));
  },

  async removeTeamMember({ path, scope, store, now, requireMatch }) {
    const customer = found(await store.customers.find(path.id ?? "", scope, { lock: true }));
    const member = found(await store.accountTeam.find(customer.id, path.memberId ?? "", { lock: true }));
    requireMatch(teamMemberView(member));
    if ((await store.accountTeam.count(customer.id)) === 1)
      throw new ProblemError("conflict", {
        detail: "The last member cannot be taken out: name another one first.",
      });
    await store.accountTeam.delete(member.id);
    await announceTeam(store, customer.id, member.id, now);
  },
};

interface Announcing {
  announce(change: NewChange): void;
  customers: { update(id: string, changes: { updatedAt: Date }): Promise<void> };
}

/** The team's first person stands on the customer's own record, which therefore changes too. */
async function announceTeam(
  { announce, customers }: Announcing,
  customerId: string,
  memberId: string,
  now: Date,
) {
  await customers.update(customerId, { updatedAt: now });
  announce({
    type: "portico.accountTeam.updated",
    subject: customerId,
    resource: "accountTeam",
    resourceId: memberId,
    customerId,
    audience: "customer",
  });
  announce(customerChange({ id: customerId }, "updated"));
}
