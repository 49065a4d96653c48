import type { Me } from "@portico/contract";
import type { Check } from "../check.js";
import { pathOf } from "../document/operations.js";
import { expectEqual, expectProblem, expectSuccess, expectThat } from "../expect.js";
import { type CallerName, describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { callersOf } from "./support/callers.js";
import { reader } from "./support/known-records.js";

export const forgedIdentity: readonly Check[] = [
  {
    id: "authentication/no-identity-by-header",
    title: "No header but `Authorization` makes anybody of a caller.",
    requirements: ["CRM-AUT-004"],
    writes: false,
    async run(kit) {
      for (const name of callersOf(kit)) {
        const caller = kit.as(name);
        const before = expectSuccess(await caller.call("getMe"), "CRM-AUT-003");
        const answer = await caller.call("getMe", { headers: forgedHeaders(kit, name) });
        expectEqual("CRM-AUT-004", expectSuccess(answer, "CRM-AUT-004"), before, `who ${name} is`, answer);
      }
      const headers = forgedHeaders(kit, "guest");
      const answer = await kit.as("guest").call("listServiceRequests", { headers });
      expectThat(
        "CRM-AUT-004",
        answer.status === 401,
        `${describeAnswer(answer)} with forged headers; expected 401`,
        answer,
      );
    },
  },
  {
    id: "authentication/forged-headers-open-no-record",
    title: "A customer who names another customer in a header reads what they read without it.",
    requirements: ["CRM-AUT-004"],
    operations: ["listServiceRequests", "getCustomer"],
    callers: ["customerA", "customerB"],
    writes: false,
    async run(kit) {
      const [a, b] = [kit.as("customerA"), kit.as("customerB")];
      const headers = forgedHeaders(kit, "customerA");
      const plain = expectSuccess(await a.call("listServiceRequests", { query: { limit: 5 } }));
      const forged = await a.call("listServiceRequests", { query: { limit: 5 }, headers });
      expectEqual(
        "CRM-AUT-004",
        expectSuccess(forged, "CRM-AUT-004"),
        plain,
        "the list with forged headers",
        forged,
      );
      const answer = await a.call("getCustomer", { path: { id: b.customerId }, headers });
      expectThat(
        "CRM-AUT-004",
        answer.status >= 400,
        `${describeAnswer(answer)} with forged headers`,
        answer,
      );
    },
  },
  {
    id: "authentication/no-identity-by-query",
    title: "No query parameter makes anybody of a caller.",
    requirements: ["CRM-AUT-004"],
    writes: false,
    async run(kit) {
      const token = reader(kit).token ?? "";
      const guest = kit.as("guest");
      for (const name of ["access_token", "token", "authorization", "api_key", "principal", "customerId"]) {
        const value = name === "principal" ? "manager" : name === "customerId" ? someCustomer(kit) : token;
        const search = `?${name}=${encodeURIComponent(value)}`;
        const me = await guest.send<Me>({ method: "GET", target: `${pathOf("getMe")}${search}` });
        expectThat(
          "CRM-AUT-004",
          me.status === 400 || me.body?.principal === "guest",
          `a guest with the parameter ${name} is ${me.body?.principal ?? me.status}; expected guest`,
          me,
        );
        const list = await guest.send({ method: "GET", target: `${pathOf("listServiceRequests")}${search}` });
        expectThat(
          "CRM-AUT-004",
          list.status === 401 || list.status === 400,
          `${describeAnswer(list)}; expected 401`,
          list,
        );
      }
    },
  },
  {
    id: "authentication/token-taken-away",
    title: "A call that was answered with a token is refused without it.",
    requirements: ["CRM-AUT-001", "CRM-AUT-004"],
    operations: ["listServiceRequests", "listContacts", "getCustomer"],
    callers: ["customerA"],
    writes: false,
    async run(kit) {
      const a = kit.as("customerA");
      const path = { id: a.customerId };
      for (const operation of ["listServiceRequests", "listContacts", "getCustomer"] as const) {
        const known = await a.call(operation, { path });
        expectSuccess<unknown>(known);
        const etag = known.headers.get("ETag");
        for (const headers of [{}, ...(etag === null ? [] : [{ "If-None-Match": etag }])]) {
          const answer = await kit.as("guest").call(operation, { path, headers });
          expectProblem(answer, "CRM-AUT-001", "unauthenticated");
        }
      }
    },
  },
];

const someCustomer = (kit: Kit): string =>
  kit.session.introductions.get("customerA")?.customerId ?? kit.unknownId();

/** Headers that portals and gateways name a caller by; whoever `name` is, they name another. */
function forgedHeaders(kit: Kit, name: CallerName): Record<string, string> {
  const other = name === "customerA" ? "customerB" : "customerA";
  const { tokens, introductions } = kit.session;
  const customerId = introductions.get(other)?.customerId ?? kit.unknownId();
  const user = introductions.get("agent")?.id ?? "agent";
  const token = tokens[other] ?? tokens.agent ?? "";
  return {
    "X-User": user,
    "X-User-Id": user,
    "X-Customer-Id": customerId,
    "X-CustomerId": customerId,
    "X-Forwarded-User": user,
    "X-Remote-User": user,
    "X-Principal": "manager",
    "X-Role": "manager",
    "X-Authorization": `Bearer ${token}`,
    "X-Access-Token": token,
    "Proxy-Authorization": `Bearer ${token}`,
    Cookie: `token=${token}; access_token=${token}; session=${token}; Authorization=Bearer%20${token}`,
  };
}
