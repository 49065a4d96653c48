import type { NewAssessment, NewTeamMember } from "../records.js";
import type { DemoCustomer } from "./customers.js";
import type { DemoIndustry } from "./industry.js";
import type { Random } from "./random.js";
import { day } from "./working-hours.js";

type Assessment = NewAssessment & { current: boolean };
type Grade = readonly [code: string, score: number];

const rank: Record<string, number> = { vip: 92, key: 88, A: 78, B: 55, standard: 34, C: 26 };

/** How a customer is graded: each kind as it is now, and for most what it was before. */
export function assess(
  { record, branch, isFirm }: DemoCustomer,
  industry: DemoIndustry,
  random: Random,
  now: number,
): Assessment[] {
  const assessed: Assessment[] = [];
  const manager = random.pick(industry.staff.filter(({ role }) => role === "manager"));
  const worth = Math.min(99, Math.max(3, (rank[record.tier ?? ""] ?? 30) + 9 * random.normal()));

  const add = (
    kind: string,
    history: readonly Grade[],
    how: Pick<NewAssessment, "method" | "source" | "reason">,
  ) => {
    let at = now - random.between(5, 80) * day;
    for (const [i, [code, score]] of history.entries()) {
      assessed.push({
        id: `${record.id}-a-${kind}-${i + 1}`,
        customerId: record.id,
        kind,
        code,
        score: Math.round(score),
        ...how,
        assessorId: how.source === "rule" ? null : manager.id,
        assessedAt: new Date(at),
        validUntil: new Date(at + 365 * day),
        current: i === 0,
      });
      at -= random.between(120, 200) * day;
    }
  };
  /** The grade now and, mostly, a worse or better one half a year before. */
  const withBefore = (now: Grade, before: Grade): Grade[] => (random.chance(0.6) ? [now, before] : [now]);

  add("segment", [[record.segment ?? "", worth]], {
    method: "Rule set 2026.1",
    source: "rule",
    reason: null,
  });
  add("tier", withBefore([record.tier ?? "C", worth], [record.tier ?? "C", worth - 6]), {
    method: "ABC by contribution, cut 5/15/80",
    source: "rule",
    reason: null,
  });
  const value = worth > 70 ? "A" : worth > 42 ? "B" : "C";
  add("value", withBefore([value, worth], [value, worth - 4]), {
    method: "RFM, 12 months",
    source: "rule",
    reason: null,
  });
  add("risk", withBefore(riskOf(record, branch, random), ["low", 18]), {
    method:
      industry.id === "utility" ? "Consequence of an outage × supply security" : "Early-warning indicators",
    source: "rule",
    reason: null,
  });
  add("lifecycle", lifecycleOf(record.status, worth), {
    method: "Rule set 2026.1",
    source: "rule",
    reason: null,
  });
  if (isFirm) {
    const grade = random.weighted([
      [["normal", 15], 84],
      [["watch", 48], 12],
      [["doubtful", 72], 4],
    ] as const);
    add("relationGrade", grade[0] === "normal" ? [grade] : [grade, ["normal", 15]], {
      method: "Four-grade relation review",
      source: "manager",
      reason: grade[0] === "normal" ? null : "应收逾期两次且用量连续三个月下降，提请关注。",
    });
  }
  if (industry.id === "utility" && (isFirm || random.chance(0.3)))
    add(
      "publicOpinion",
      [
        random.weighted([
          [["calm", 12], 85],
          [["attentive", 46], 12],
          [["sensitive", 81], 3],
        ] as const),
      ],
      {
        method: "Mentions by reach and tone, 90 days",
        source: "rule",
        reason: null,
      },
    );
  return assessed;
}

function riskOf(
  { customFields, segment }: DemoCustomer["record"],
  branch: DemoCustomer["branch"],
  random: Random,
): Grade {
  if (customFields.sensitive === true) return ["critical", 94];
  if (branch === "public" || segment === "municipal") return ["high", random.between(66, 84)];
  return random.weighted([
    [["low", 18], 78],
    [["elevated", 44], 18],
    [["high", 70], 4],
  ] as const);
}

function lifecycleOf(status: string, worth: number): Grade[] {
  if (status === "lost")
    return [
      ["ended", 5],
      ["consumption", worth],
    ];
  if (status === "prospect") return [["initial", 10]];
  return worth > 60
    ? [
        ["consumption", worth],
        ["purchase", worth - 15],
        ["initial", 12],
      ]
    : [["consumption", worth]];
}

const roles = ["relationshipManager", "deputyManager", "serviceManager", "technicalContact", "specialist"];

/** Who looks after a customer: at least two persons know each account. */
export function makeTeam(
  { record, managed }: DemoCustomer,
  industry: DemoIndustry,
  random: Random,
  now: number,
): NewTeamMember[] {
  if (!managed) return [];
  const managers = industry.staff.filter(({ role }) => role === "manager");
  const others = industry.staff.filter(({ role }) => role === "agent");
  const first = record.kind === "person" || record.kind === "household" ? managers[0] : random.pick(managers);
  const members = [first, ...new Set([random.pick(others), random.pick(others)])];
  return members.flatMap((member, i) =>
    member
      ? [
          {
            id: `${record.id}-t${i + 1}`,
            customerId: record.id,
            staffId: member.id,
            role: roles[i] ?? "specialist",
            primary: i === 0,
            since: new Date(now - random.between(30, 900) * day - i),
            until: null,
          },
        ]
      : [],
  );
}
