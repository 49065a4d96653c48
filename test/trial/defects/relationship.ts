import type { AssessmentInput } from "@portico/contract";
import type { AssessmentRecord, NewAssessment, TeamMemberRecord } from "@portico/server";
import type { Defect } from "../defect.ts";
import { inHand, serving } from "../in-hand.ts";
import { as, elevated, manager } from "../tokens.ts";
import { type Layer, onCall, onProblem, retold, withJson, withPath, withQuery } from "../wrap.ts";
import { onStore } from "../wrap-store.ts";

export const relationship: readonly Defect[] = [
  {
    name: "judgement-source-overwritten",
    summary: "A judgement made by a person has `manual` for its source, whatever was said.",
    breaks: ["CRM-RE-001"],
    store: judging((assessment) => ({ ...assessment, source: "manual" })),
  },
  {
    name: "judgement-dated-when-stored",
    summary: "A judgement is dated when it was stored.",
    breaks: ["CRM-RE-001"],
    store: judging((assessment) => ({ ...assessment, assessedAt: new Date() })),
  },
  {
    name: "judgement-without-assessor",
    summary: "A judgement does not name who made it.",
    breaks: ["CRM-RE-001"],
    store: judging((assessment) => ({ ...assessment, assessorId: null })),
  },
  {
    name: "judgement-without-method",
    summary: "How a judgement was found is not kept.",
    breaks: ["CRM-RE-001"],
    store: judging((assessment) => ({ ...assessment, method: null })),
  },
  {
    name: "earlier-judgement-stays-current",
    summary: "A judgement stays the current one when a later one is made.",
    breaks: ["CRM-RE-002"],
    store: listing((rows) => rows.map((row) => ({ ...row, current: true }))),
  },
  {
    name: "judgement-stored-last-is-current",
    summary: "The judgement stored last is the current one, even if it was made before another.",
    breaks: ["CRM-RE-002"],
    store: (store) => {
      const last = new Map<string, string>();
      const of = ({ customerId, kind }: NewAssessment) => `${customerId} ${kind}`;
      const shown = (row: AssessmentRecord) => ({
        ...row,
        current: (last.get(of(row)) ?? row.id) === row.id,
      });
      return onStore({
        assessments: {
          insert: (insert) => async (assessment) => {
            last.set(of(assessment), assessment.id);
            return shown(await insert(assessment));
          },
          list: (list) => async (query) => {
            const page = await list(query);
            return { ...page, rows: page.rows.map(shown) };
          },
        },
      })(store);
    },
  },
  {
    name: "history-of-judgements-lost",
    summary: "Judgements that are no longer current are not listed.",
    breaks: ["CRM-RE-002"],
    store: listing((rows) => rows.filter(({ current }) => current)),
  },
  {
    name: "judgements-oldest-first",
    summary: "Judgements come oldest first.",
    breaks: ["CRM-RE-003"],
    store: onStore({
      assessments: { list: (list) => (query) => list({ ...query, sort: "assessedAt" }) },
    }),
  },
  {
    name: "judgement-kind-ignored",
    summary: "Judgements are not filtered by `kind`.",
    breaks: ["CRM-RE-003"],
    http: withoutFilter("kind"),
  },
  {
    name: "current-judgements-unfiltered",
    summary: "Judgements are not filtered by `current`.",
    breaks: ["CRM-RE-003"],
    http: withoutFilter("current"),
  },
  {
    name: "customer-sees-every-judgement",
    summary: "A customer sees how they are judged in everything.",
    breaks: ["CRM-RE-004"],
    store: onStore({
      assessments: {
        list: (list) => (query) => list({ ...query, scope: { ...query.scope, audience: "staff" } }),
      },
    }),
  },
  {
    name: "customer-sees-no-tier",
    summary: "A customer does not see their own tier.",
    breaks: ["CRM-RE-004"],
    store: onStore({
      assessments: {
        list: (list) => async (query) =>
          query.scope.audience === "staff" ? list(query) : { ...(await list(query)), rows: [] },
      },
    }),
  },
  {
    name: "score-above-the-range-taken",
    summary: "A score above 100 is taken for 100.",
    breaks: ["CRM-RE-005"],
    http: scored((score) => Math.min(100, score)),
  },
  {
    name: "score-below-the-range-taken",
    summary: "A score below 0 is taken for 0.",
    breaks: ["CRM-RE-005"],
    http: scored((score) => Math.max(0, score)),
  },
  {
    name: "team-of-another-forbidden",
    summary: "Another customer's judgements and team answer 403 where an id that does not exist answers 404.",
    breaks: ["CRM-RE-006"],
    http: (next) =>
      onProblem(
        { operation: ["listAssessments", "listAccountTeam"], caller: "customer", code: "not-found" },
        async ({ body }, { request, path: { id = "" } }) => {
          const exists = await next(await withPath(elevated(request), `/v1/customers/${id}`));
          return exists.ok ? retold(body, "forbidden") : undefined;
        },
      )(next),
  },
  {
    name: "team-of-another-empty",
    summary: "Another customer's team is answered as an empty one.",
    breaks: ["CRM-RE-006"],
    http: (next) =>
      onCall({ operation: "listAccountTeam", caller: "customer" }, async ({ request, path }, inner) => {
        const response = await inner(request);
        if (response.status !== 404) return response;
        const exists = await inner(await withPath(elevated(request), `/v1/customers/${path.id}`));
        return exists.ok ? Response.json({ data: [], page: { nextCursor: null } }) : response;
      })(next),
  },
  {
    name: "two-primary-members",
    summary: "The primary member of a team stays primary beside a new one.",
    breaks: ["CRM-RE-007"],
    store: (store) => {
      const primary = new Set<string>();
      const shown = (member: TeamMemberRecord) => {
        if (member.primary) primary.add(member.id);
        return { ...member, primary: primary.has(member.id) };
      };
      return onStore({
        accountTeam: {
          find: (find) => async (customerId, id, options) => {
            const member = await find(customerId, id, options);
            return member && shown(member);
          },
          list: (list) => async (query) => {
            const page = await list(query);
            return { ...page, rows: page.rows.map(shown) };
          },
        },
      })(store);
    },
  },
  {
    name: "new-primary-stands-back",
    summary: "A new member does not become the primary one while there is another.",
    breaks: ["CRM-RE-007"],
    store: onStore({
      accountTeam: {
        insert:
          (insert, { accountTeam }) =>
          async (member) =>
            insert({ ...member, primary: (await accountTeam.count(member.customerId)) === 0 }),
      },
    }),
  },
  {
    name: "last-member-taken-out",
    summary: "The last member of a team is taken out.",
    breaks: ["CRM-RE-008"],
    http: inHand,
    store: onStore({
      accountTeam: {
        count: (count) => async (customerId) =>
          (await count(customerId)) + (serving("removeTeamMember") ? 1 : 0),
      },
    }),
  },
  {
    name: "last-member-as-invalid",
    summary: "Taking out the last member of a team is called invalid.",
    breaks: ["CRM-RE-008"],
    http: onProblem({ operation: "removeTeamMember", code: "conflict" }, ({ body }) =>
      retold(body, "validation-failed"),
    ),
  },
  {
    name: "agent-changes-team",
    summary: "An agent adds a member to a team.",
    breaks: ["CRM-RE-009"],
    http: onCall({ operation: "addTeamMember", caller: "agent" }, ({ request }, next) =>
      next(as(manager, request)),
    ),
  },
  {
    name: "agent-takes-member-out",
    summary: "An agent takes a member out of a team.",
    breaks: ["CRM-RE-009"],
    http: onCall({ operation: "removeTeamMember", caller: "agent" }, ({ request }, next) =>
      next(as(manager, request)),
    ),
  },
  {
    name: "member-stays-in-list",
    summary: "A member who was taken out cannot be read but is listed.",
    breaks: ["CRM-RE-010"],
    store: (store) => {
      const out = new Set<string>();
      return onStore({
        accountTeam: {
          delete: () => async (id) => void out.add(id),
          find: (find) => async (customerId, id, options) =>
            out.has(id) ? null : find(customerId, id, options),
        },
      })(store);
    },
  },
  {
    name: "member-stays-readable",
    summary: "A member who was taken out is in no list but can be read.",
    breaks: ["CRM-RE-010"],
    store: (store) => {
      const out = new Set<string>();
      return onStore({
        accountTeam: {
          delete: () => async (id) => void out.add(id),
          list: (list) => async (query) => {
            const page = await list(query);
            return { ...page, rows: page.rows.filter(({ id }) => !out.has(id)) };
          },
        },
      })(store);
    },
  },
];

function judging(alter: (assessment: NewAssessment) => NewAssessment): NonNullable<Defect["store"]> {
  return onStore({
    assessments: { insert: (insert) => (assessment) => insert(alter(assessment)) },
  });
}

function listing(alter: (rows: AssessmentRecord[]) => AssessmentRecord[]): NonNullable<Defect["store"]> {
  return onStore({
    assessments: {
      list: (list) => async (query) => {
        const page = await list(query);
        return { ...page, rows: alter(page.rows) };
      },
    },
  });
}

function withoutFilter(name: string): Layer {
  return onCall({ operation: "listAssessments" }, async ({ request }, next) =>
    next(await withQuery(request, (query) => query.delete(name))),
  );
}

function scored(alter: (score: number) => number): Layer {
  return onCall({ operation: "createAssessment" }, async (call, next) => {
    const input = ((await call.json()) ?? {}) as Partial<AssessmentInput>;
    const { score } = input;
    if (typeof score !== "number" || alter(score) === score) return next(call.request);
    return next(withJson(call.request, { ...input, score: alter(score) }));
  });
}
