import type { Rating, RatingInput, ServiceRequest } from "@portico/contract";
import type { Check } from "../check.js";
import {
  expectEqual,
  expectMatch,
  expectPointer,
  expectProblem,
  expectSuccess,
  expectThat,
} from "../expect.js";
import type { Answer, Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { walk } from "../lists.js";
import { expectHidden, expectSameRefusal } from "./support/hidden.js";
import { bring, readRequest, requestOfA, resolvedRequest } from "./support/requests.js";
import { instantOf, isFalling, listOf } from "./support/values.js";

const operations = ["createServiceRequest", "createRating", "listRatings", "getRating"] as const;

export const ratings: readonly Check[] = [
  {
    id: "ratings/made-as-given",
    title: "One request takes a rating of each metric that is asked, and each reads as it was given.",
    requirements: ["CRM-VO-001"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      const { id: serviceRequestId } = await resolvedRequest(kit);
      let asked = 0;
      for (const [metric, scale] of Object.entries(scales)) {
        const input = {
          metric,
          score: scale.maximum - 1,
          serviceRequestId,
          comment: `${kit.tag} 第一行\nSecond line`,
          topics: ["样品", "second topic"],
        };
        const answer = await customer.call("createRating", { body: input });
        if (isNotAsked(answer)) continue;
        asked += 1;
        const { id } = expectSuccess(answer, "CRM-VO-001");
        const read = await customer.call("getRating", { path: { id } });
        const what = `the ${metric} rating as it reads`;
        expectMatch("CRM-VO-001", expectSuccess(read), { ...input, scale }, what, read);
      }
      expectThat("CRM-VO-001", asked > 0, "no metric of the contract can be rated");
    },
  },
  {
    id: "ratings/score-on-scale",
    title: "A score off the scale of its metric is refused with a pointer.",
    requirements: ["CRM-VO-002"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const { id: serviceRequestId } = await resolvedRequest(kit);
      for (const [metric, { minimum, maximum }] of Object.entries(scales))
        for (const score of [minimum - 1, maximum + 1]) {
          const body = { metric, score, serviceRequestId };
          const answer = await kit.as("customerA").call("createRating", { body });
          if (isNotAsked(answer)) continue;
          const problem = expectProblem(answer, "CRM-VO-002", "validation-failed");
          expectPointer(answer, problem, "CRM-VO-002", "/score");
        }
    },
  },
  {
    id: "ratings/once-per-metric",
    title: "The second rating of a request is a conflict by the same metric and taken by another.",
    requirements: ["CRM-VO-003"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const { id: serviceRequestId } = await resolvedRequest(kit);
      const { id } = await rate(kit, { serviceRequestId });
      for (const name of ["customerA", "agent"] as const) {
        const body = { metric: "csat", score: 2, serviceRequestId };
        expectProblem(await kit.as(name).call("createRating", { body }), "CRM-VO-003", "conflict");
      }
      const kept = (await ratingsOf(kit.as("customerA"), { serviceRequestId })).map((each) => each.id);
      expectEqual("CRM-VO-003", kept, [id], "the ratings of a request that was rated once");
      const body = { metric: "ces", score: 2, serviceRequestId };
      const other = await kit.as("customerA").call("createRating", { body });
      if (!isNotAsked(other)) expectSuccess(other, "CRM-VO-003");
    },
  },
  {
    id: "ratings/not-before-resolved",
    title: "A request that is not resolved cannot be rated.",
    requirements: ["CRM-VO-004"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      for (const state of ["acknowledged", "inProgress", "pending"] as const) {
        const { id: serviceRequestId } = await bring(kit, await requestOfA(kit), state);
        for (const name of ["customerA", "agent"] as const) {
          const body = { metric: "csat", score: 4, serviceRequestId };
          const answer = await kit.as(name).call("createRating", { body });
          expectProblem(answer, "CRM-VO-004", "action-not-allowed");
        }
      }
    },
  },
  {
    id: "ratings/shown-with-the-request",
    title: "The rating of a request is shown with the request, to both sides.",
    requirements: ["CRM-VO-005"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const { id: serviceRequestId } = await resolvedRequest(kit);
      const { id } = await rate(kit, { serviceRequestId });
      for (const name of ["customerA", "agent"] as const) {
        const { rating } = await readRequest(kit.as(name), serviceRequestId);
        const expected = { id, metric: "csat", score: 4 };
        expectMatch("CRM-VO-005", rating, expected, `the rating with the request that ${name} reads`);
      }
    },
  },
  {
    id: "ratings/own-alone",
    title: "A customer lists, reads and rates what is theirs alone.",
    requirements: ["CRM-VO-006"],
    operations,
    callers: ["agent", "customerA", "customerB"],
    writes: true,
    async run(kit) {
      const [customer, other] = [kit.as("customerA"), kit.as("customerB")];
      const { id: serviceRequestId } = await resolvedRequest(kit, "customerB");
      await expectNotToRate(kit, serviceRequestId);
      const { id } = await rate(kit, { serviceRequestId }, other);
      await expectHidden(kit, "CRM-VO-006", customer, "getRating", { path: { id } });
      const { customerId: own } = customer;
      for (const query of [{}, { customerId: other.customerId }, { serviceRequestId }]) {
        const foreign = (await ratingsOf(customer, query)).find(
          (each) => each.id === id || (each.customerId ?? own) !== own,
        );
        const what = `customer A is listed rating ${foreign?.id} of another`;
        expectThat("CRM-VO-006", foreign === undefined, what);
      }
    },
  },
  {
    id: "ratings/order-and-filters",
    title: "Ratings come latest first, and `customerId`, `serviceRequestId` and `metric` filter them.",
    requirements: ["CRM-VO-011"],
    operations,
    callers: ["agent", "customerA", "customerB"],
    writes: true,
    async run(kit) {
      const made: Rating[] = [];
      for (const name of ["customerB", "customerA", "customerA"] as const) {
        const { id: serviceRequestId } = await resolvedRequest(kit, name);
        for (const metric of ["csat", "nps", "ces"]) {
          const answer = await kit
            .as(name)
            .call("createRating", { body: { metric, score: 3, serviceRequestId } });
          if (!isNotAsked(answer)) made.push(expectSuccess(answer));
        }
      }
      const staff = kit.as("agent");
      const times = (await ratingsOf(staff)).map(({ createdAt }) => instantOf(createdAt));
      expectThat("CRM-VO-011", isFalling(times), "ratings are not listed latest first");
      const last = made.at(-1);
      for (const member of ["customerId", "serviceRequestId", "metric"] as const) {
        const value = last?.[member];
        if (value === undefined) continue;
        const found = await ratingsOf(staff, { [member]: value });
        const wrong = found.find((each) => each[member] !== value);
        const strays = `\`${member}\` finds rating ${wrong?.id}, whose ${member} is ${wrong?.[member]}`;
        expectThat("CRM-VO-011", wrong === undefined, strays);
        const missing = made.find(
          (each) => each[member] === value && !found.some(({ id }) => id === each.id),
        );
        const lacks = `\`${member}\` does not find rating ${missing?.id}`;
        expectThat("CRM-VO-011", missing === undefined, lacks);
      }
    },
  },
];

const scales: Readonly<Record<string, { minimum: number; maximum: number }>> = {
  csat: { minimum: 1, maximum: 5 },
  nps: { minimum: 0, maximum: 10 },
  ces: { minimum: 1, maximum: 7 },
};

/** Whether a backend says that it does not ask for this metric at all. */
function isNotAsked({ status, body }: Answer): boolean {
  const { errors } = (body ?? {}) as { errors?: { pointer?: string }[] };
  return status === 422 && listOf(errors).some(({ pointer }) => pointer === "/metric");
}

async function rate(
  kit: Kit,
  input: Partial<RatingInput>,
  caller: Caller = kit.as("customerA"),
): Promise<Rating> {
  const body: RatingInput = { metric: "csat", score: 4, comment: `${kit.tag} 样品 Sample`, ...input };
  return expectSuccess(await caller.call("createRating", { body }));
}

/** Demands that customer A cannot rate this request of another any more than one that does not exist. */
async function expectNotToRate(kit: Kit, id: ServiceRequest["id"]): Promise<void> {
  const unknown = kit.unknownId(id);
  const attempt = (serviceRequestId: string) =>
    kit.as("customerA").call("createRating", { body: { metric: "csat", score: 1, serviceRequestId } });
  const there = await attempt(id);
  expectSameRefusal("CRM-VO-006", there, { id }, await attempt(unknown), { id: unknown });
}

async function ratingsOf(
  caller: Caller,
  query: { customerId?: string; serviceRequestId?: string; metric?: string } = {},
): Promise<Rating[]> {
  return (await walk(caller, "listRatings", { query, maxPages: 5 })).rows;
}
