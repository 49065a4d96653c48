import { type OperationId, operations } from "@portico/contract";
import { bodyMediaType, operationIds } from "../../document/operations.js";
import { expectSuccess } from "../../expect.js";
import type { Caller } from "../../http/caller.js";
import type { Kit } from "../../kit.js";
import { NotSupported } from "../../violation.js";
import { listOf } from "./values.js";
import { type Subjects, writeCalls } from "./write-calls.js";

/** An operation with a JSON body, ready to be called on something there is by somebody who may. */
export interface BodyTarget {
  readonly id: OperationId;
  readonly caller: Caller;
  readonly path: Readonly<Record<string, string>>;
  /** A body that would be taken. */
  readonly body: Readonly<Record<string, unknown>>;
  /** For a patch, the validator of the record as it is. */
  readonly ifMatch?: string;
}

/** Where bodies are sent to: every declared operation that takes JSON, on a customer, a contact and a request of its own. */
export async function bodyTargets(kit: Kit): Promise<BodyTarget[]> {
  const ids = operationIds.filter((id) => bodyMediaType(id) !== undefined && kit.supports(id));
  if (ids.length === 0) throw new NotSupported("no operation that takes a body is declared");
  const subjects = await makeSubjects(kit);
  const ofCustomer = subjects.customer === undefined ? {} : { customerId: subjects.customer };
  const request = kit.supports("createServiceRequest")
    ? { createServiceRequest: { body: await kit.make.requestInput(kit.as("agent"), ofCustomer) } }
    : {};
  const calls: Readonly<Record<string, { path?: Readonly<Record<string, string>>; body?: unknown }>> = {
    ...writeCalls(kit, subjects),
    ...request,
  };
  const targets: BodyTarget[] = [];
  for (const id of ids) {
    const { path = {}, body } = calls[id] ?? {};
    const caller = callerOf(kit, id);
    const isThere = id !== "revealContactPoint" || subjects.contactPoint !== undefined;
    if (!caller || !isThere || body === undefined) continue;
    const validator = operations[id].method === "PATCH" ? { ifMatch: await validatorOf(kit, id, path) } : {};
    targets.push({ id, caller, path, body: body as BodyTarget["body"], ...validator });
  }
  return targets;
}

async function makeSubjects(kit: Kit): Promise<Partial<Subjects>> {
  const staff = kit.as("agent").me.id;
  const known = staff === undefined ? {} : { staff };
  if (!kit.supports("createCustomer")) return known;
  const contactPoints = [{ type: "mobile", value: "13800138000" }];
  const customer = await kit.make.customer({ contactPoints });
  const [point] = listOf(customer.contactPoints);
  return {
    ...known,
    customer: customer.id,
    ...(point ? { contactPoint: point.id } : {}),
    ...(kit.supports("createContact") ? { contact: (await kit.make.contact(customer.id)).id } : {}),
    ...(kit.supports("createServiceRequest")
      ? { request: (await kit.make.request(kit.as("agent"), { customerId: customer.id })).id }
      : {}),
  };
}

function callerOf(kit: Kit, id: OperationId): Caller | undefined {
  const principals: readonly string[] = operations[id].principals;
  if (principals.includes("agent")) return kit.as("agent");
  return kit.session.tokens.manager === undefined ? undefined : kit.as("manager");
}

const readOf: Partial<Record<OperationId, OperationId>> = {
  updateCustomer: "getCustomer",
  updateContact: "getContact",
  updateServiceRequest: "getServiceRequest",
};

async function validatorOf(
  kit: Kit,
  id: OperationId,
  path: Readonly<Record<string, string>>,
): Promise<string> {
  const answer = await kit.as("agent").call(readOf[id] ?? id, { path });
  expectSuccess<unknown>(answer);
  return answer.headers.get("ETag") ?? "*";
}
