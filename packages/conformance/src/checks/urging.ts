import type { ServiceRequest } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectMatch, expectProblem, expectSuccess, expectThat } from "../expect.js";
import type { Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { NotSupported } from "../violation.js";
import { requestOffering } from "./support/actions.js";
import { readLog, readRequest } from "./support/requests.js";
import { instantOf } from "./support/values.js";

const operations = ["createServiceRequest", "urgeServiceRequest", "listEntries"] as const;

export const urging: readonly Check[] = [
  {
    id: "urging/counted",
    title: "An urge is counted, dated and logged.",
    requirements: ["CRM-SR-010"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const request = await requestOffering(kit, kit.as("customerA"), "urge");
      const urged = await urge(kit, kit.as("customerA"), request);
      expectMatch("CRM-SR-010", urged, { marks: { urgedCount: 1 } }, "the request after an urge");
      for (const caller of [kit.as("agent"), kit.as("customerA")]) {
        const { marks, createdAt } = await readRequest(caller, request.id);
        expectEqual("CRM-SR-010", marks?.urgedCount, 1, `the count of urges that ${caller.name} reads`);
        expectThat(
          "CRM-SR-010",
          instantOf(marks?.lastUrgedAt) >= instantOf(createdAt),
          `lastUrgedAt is ${marks?.lastUrgedAt}; expected an instant after ${createdAt}`,
        );
      }
      expectEqual("CRM-SR-010", await loggedUrges(kit, request), 1, "the number of urges in the log");
    },
  },
  {
    id: "urging/not-too-soon",
    title: "An urge before its time is refused with the time to wait, and not counted.",
    requirements: ["CRM-SR-011"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const request = await requestOffering(kit, kit.as("customerA"), "urge");
      const { urgeAllowedAt } = await urge(kit, kit.as("customerA"), request);
      const declaredWait = (kit.capabilities.urgeCooldownSeconds ?? 0) * 1000;
      const ownWait = instantOf(urgeAllowedAt) - Date.now();
      if (!(declaredWait > answerTime || ownWait > answerTime))
        throw new NotSupported("an urged request may be urged again at once");
      for (const caller of [kit.as("customerA"), kit.as("agent")]) {
        const answer = await caller.call("urgeServiceRequest", { path: { id: request.id }, body: {} });
        expectProblem(answer, "CRM-SR-011", "rate-limited");
        const wait = answer.headers.get("Retry-After") ?? "";
        const isWait = Number(wait) > 0 || instantOf(wait) > 0;
        expectThat("CRM-SR-011", isWait, `Retry-After is "${wait}"; expected the time to wait`, answer);
      }
      const { marks } = await readRequest(kit.as("agent"), request.id);
      expectEqual("CRM-SR-011", marks?.urgedCount, 1, "the count of urges after two that were refused");
      expectEqual("CRM-SR-011", await loggedUrges(kit, request), 1, "the number of urges in the log");
    },
  },
];

/** In milliseconds; a time to wait that is shorter is over before it can be tried. */
const answerTime = 5000;

async function urge(kit: Kit, caller: Caller, { id }: ServiceRequest): Promise<ServiceRequest> {
  const body = { reason: `${kit.tag} 请尽快 Soon, please` };
  return expectSuccess(await caller.call("urgeServiceRequest", { path: { id }, body }), "CRM-SR-010");
}

async function loggedUrges(kit: Kit, { id }: ServiceRequest): Promise<number> {
  return (await readLog(kit.as("agent"), id)).filter(({ type }) => type === "urge").length;
}
