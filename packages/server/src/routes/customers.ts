import type { ContactPointInput } from "@portico/contract";
import { maskContactPoint } from "../domain/masking.js";
import { answerList } from "../http/list.js";
import type { Handlers } from "../http/operation.js";
import { newId } from "../id.js";
import { mayReveal } from "../policy/policy.js";
import { customerView } from "../policy/views.js";
import { found, invalid, ProblemError } from "../problem.js";
import type { StoredContactPoint } from "../records.js";
import { customerChange } from "./changes-of.js";

export const customers: Handlers<
  "listCustomers" | "createCustomer" | "getCustomer" | "updateCustomer" | "revealContactPoint"
> = {
  listCustomers(call) {
    const { store, principal } = call;
    const { limit: _l, cursor: _c, total: _t, sort = "displayName", ...filter } = call.query;
    return answerList(call, {
      filter,
      sort,
      list: (page) => store.customers.list(page),
      view: (row) => customerView(row, principal),
    });
  },

  async createCustomer({ body, store, scope, principal, now }) {
    const { number = null, parentId = null } = body;
    if (parentId !== null && !(await store.customers.find(parentId, scope)))
      throw invalid({
        pointer: "/parentId",
        code: "unknown-reference",
        message: "There is no such customer.",
      });
    if (number !== null && (await store.customers.findByNumber(number)))
      throw new ProblemError("conflict", {
        detail: `A customer with the number ${number} is stored already.`,
      });
    const id = newId();
    await store.customers.insert({
      id,
      number,
      kind: body.kind,
      displayName: body.displayName,
      alternateNames: body.alternateNames ?? [],
      industry: body.industry ?? null,
      language: body.language ?? null,
      status: body.status ?? "active",
      segment: null,
      tier: null,
      parentId,
      contactPoints: (body.contactPoints ?? []).map(toContactPoint),
      tags: body.tags ?? [],
      externalRefs: body.externalRefs ?? [],
      customFields: body.customFields ?? {},
      createdAt: now,
      updatedAt: now,
    });
    store.announce(customerChange({ id }, "created"));
    return customerView(found(await store.customers.find(id, scope)), principal);
  },

  async getCustomer({ path, scope, store, principal }) {
    return customerView(found(await store.customers.find(path.id ?? "", scope)), principal);
  },

  async updateCustomer({ path, body, scope, store, principal, now, requireMatch }) {
    const id = path.id ?? "";
    const stored = found(await store.customers.find(id, scope, { lock: true }));
    requireMatch(customerView(stored, principal));
    const { contactPoints, customFields, ...changes } = body;
    await store.customers.update(id, {
      ...changes,
      ...(contactPoints ? { contactPoints: replaceContactPoints(stored.contactPoints, contactPoints) } : {}),
      ...(customFields ? { customFields: mergePatch(stored.customFields, customFields) } : {}),
      updatedAt: now,
    });
    store.announce(customerChange({ id }, "updated"));
    return customerView(found(await store.customers.find(id, scope)), principal);
  },

  async revealContactPoint({ path, body, scope, store, principal, now }) {
    const customer = found(await store.customers.find(path.id ?? "", scope));
    const point = found(customer.contactPoints.find(({ id }) => id === path.contactPointId) ?? null);
    if (!mayReveal(principal, customer.id))
      throw new ProblemError("forbidden", { detail: "This takes the scope pii.reveal." });
    await store.audit({
      id: newId(),
      actor: `${principal.kind}:${principal.id}`,
      action: "reveal",
      resource: "customers",
      resourceId: customer.id,
      detail: point.id,
      reason: body.reason,
      createdAt: now,
    });
    return { id: point.id, type: point.type, value: point.value };
  },
};

export const toContactPoint = (input: ContactPointInput): StoredContactPoint => ({ id: newId(), ...input });

/**
 * The contact points of a patch. One that comes back as it was shown, masked, keeps its value, and one that was there
 * before its id: nobody overwrites what they were not shown.
 */
export function replaceContactPoints(
  stored: readonly StoredContactPoint[],
  given: readonly ContactPointInput[],
): StoredContactPoint[] {
  const left = [...stored];
  return given.map((input) => {
    const place = left.findIndex(
      ({ type, value }) =>
        type === input.type && (value === input.value || maskContactPoint(type, value) === input.value),
    );
    const [known] = place < 0 ? [] : left.splice(place, 1);
    if (!known) return toContactPoint(input);
    const { id, value, verifiedAt } = known;
    return { id, ...input, value, ...(verifiedAt === undefined ? {} : { verifiedAt }) };
  });
}

/** JSON Merge Patch (RFC 7396) of one level: null takes a member away. */
export const mergePatch = <T>(stored: Record<string, T>, patch: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries({ ...stored, ...patch }).filter(([, value]) => value !== null));
