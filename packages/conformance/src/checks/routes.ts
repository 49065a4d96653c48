import { type OperationId, operations } from "@portico/contract";
import { openApiDocument } from "@portico/contract/document";
import type { Check } from "../check.js";
import { operationIds, pathOf } from "../document/operations.js";
import { expectProblem, expectThat } from "../expect.js";
import { type Answer, type Caller, type CallOptions, describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { NotSupported } from "../violation.js";
import { reader } from "./support/known-records.js";
import { writeCalls, writeOperations } from "./support/write-calls.js";

const unknownPaths: Check = {
  id: "routes/unknown-path",
  title: "A path that is none of the contract's answers `route-not-found`.",
  requirements: ["CRM-ERR-005"],
  writes: false,
  async run(kit) {
    const caller = reader(kit);
    for (const path of [
      "kit-no-such-path",
      "kit-no-such-path/1",
      `customers/${kit.unknownId()}/kit-no-such-path`,
    ]) {
      const answer = await caller.send({ method: "GET", target: `/v1/${path}` });
      expectProblem(answer, "CRM-ERR-005", "route-not-found");
    }
  },
};

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

interface Route {
  readonly method: (typeof methods)[number];
  readonly target: string;
}

/** Every path of the contract with each of the methods it does not have; what its parameters name does not exist. */
const missingRoutes = (kit: Kit): Route[] =>
  Object.entries(openApiDocument.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => !(method.toLowerCase() in item))
      .map((method) => ({ method, target: path.replaceAll(/\{\w+\}/g, () => kit.unknownId()) })),
  );

async function expectNoMethod(caller: Caller, route: Route): Promise<void> {
  const answer = await caller.send(route);
  expectProblem(answer, "CRM-ERR-006", "method-not-allowed");
  const allowed = (answer.headers.get("Allow") ?? "").split(/\s*,\s*/).filter(Boolean);
  const isTold = allowed.length > 0 && !allowed.includes(route.method);
  expectThat(
    "CRM-ERR-006",
    isTold,
    `${describeAnswer(answer)} with Allow: ${allowed.join(", ") || "absent"}`,
    answer,
  );
}

const nothingToRead: Check = {
  id: "routes/nothing-to-read",
  title: "GET of a path that only takes writes answers `method-not-allowed`.",
  requirements: ["CRM-ERR-006"],
  writes: false,
  async run(kit) {
    for (const route of missingRoutes(kit).filter(({ method }) => method === "GET"))
      await expectNoMethod(reader(kit), route);
  },
};

const unknownMethods: Check = {
  id: "routes/unknown-method",
  title: "A method that a path does not have answers `method-not-allowed` with `Allow`.",
  requirements: ["CRM-ERR-006"],
  writes: true,
  async run(kit) {
    for (const route of missingRoutes(kit).filter(({ method }) => method !== "GET"))
      await expectNoMethod(reader(kit), route);
  },
};

/** Ids that the contract allows and that nothing has. */
const plausibleIds = (kit: Kit): string[] => [
  kit.unknownId(),
  "kit-no-such-id",
  "999999999999",
  "\u{1F6E0}\u{FE0F}",
  "__proto__",
];

/** Ids that no backend gives, or that servers and databases stumble over. */
const strangeIds = (kit: Kit): string[] => [
  "x".repeat(65),
  "\u4e2d".repeat(700),
  "../customers",
  "\0",
  `${kit.unknownId()}\0`,
  "a/b\\c",
  "%",
  "' or ''='",
];

const readsById = operationIds.filter(
  (id) => operations[id].method === "GET" && operations[id].path.includes("{"),
);

/** Path parameters with the same id everywhere, but for the customer a second one belongs to. */
const pathWith = (kit: Kit, id: OperationId, unknown: string): Record<string, string> => {
  const names = [...operations[id].path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const known = names.length > 1 ? { id: kit.as("customerA").customerId } : {};
  return { ...Object.fromEntries(names.map((name) => [name, unknown])), ...known };
};

const unknownIds: Check = {
  id: "routes/unknown-id",
  title: "An id that nothing has answers `not-found`, whatever it looks like.",
  requirements: ["CRM-ERR-007"],
  writes: false,
  async run(kit) {
    for (const id of readsById.filter((each) => kit.supports(each)))
      for (const unknown of plausibleIds(kit))
        expectProblem(
          await reader(kit).call(id, { path: pathWith(kit, id, unknown) }),
          "CRM-ERR-007",
          "not-found",
        );
  },
};

const impossibleIds: Check = {
  id: "routes/impossible-id",
  title: "An id that cannot be one answers 404 or 400.",
  requirements: ["CRM-ERR-007"],
  writes: false,
  async run(kit) {
    for (const id of readsById.filter((each) => kit.supports(each)))
      for (const strange of strangeIds(kit)) {
        const answer = await reader(kit).send({
          method: "GET",
          target: pathOf(id, pathWith(kit, id, strange)),
        });
        expectRefusal(answer);
      }
  },
};

function expectRefusal(answer: Answer): void {
  const isRefused = answer.status === 404 || answer.status === 400;
  expectThat("CRM-ERR-007", isRefused, `${describeAnswer(answer)}; expected 404 or 400`, answer);
}

const unknownSubjects: Check = {
  id: "routes/unknown-id-of-a-write",
  title: "A write to an id that nothing has answers `not-found`.",
  requirements: ["CRM-ERR-007"],
  callers: ["customerA", "agent"],
  writes: true,
  async run(kit) {
    const staff = kit.as("agent").me.id;
    if (!writeOperations.some((id) => kit.supports(id))) throw new NotSupported("no write is declared");
    const calls = Object.entries(writeCalls(kit, staff === undefined ? {} : { staff })) as [
      OperationId,
      CallOptions<OperationId>,
    ][];
    for (const [id, options] of calls.filter(
      ([each, { path }]) => path !== undefined && kit.supports(each),
    )) {
      const caller = writerOf(kit, id);
      if (caller) expectProblem(await caller.call(id, options), "CRM-ERR-007", "not-found");
    }
  },
};

/** Who may do it to anything there is; undefined when there is no token of such a caller. */
function writerOf(kit: Kit, id: OperationId): Caller | undefined {
  const principals: readonly string[] = operations[id].principals;
  // Staff may reveal contact points with a scope of their own only.
  if (id === "revealContactPoint") return kit.as("customerA");
  if (principals.includes("agent")) return kit.as("agent");
  return kit.session.tokens.manager === undefined ? undefined : kit.as("manager");
}

/** What addresses there are, and what is at them. */
export const routes: readonly Check[] = [
  unknownPaths,
  nothingToRead,
  unknownMethods,
  unknownIds,
  impossibleIds,
  unknownSubjects,
];
