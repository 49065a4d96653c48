import type { Customer, CustomerInput } from "@portico/contract";
import type { Operations } from "./operation.js";
import { invalid, Refusal } from "./problem.js";
import { externalRefs, flag, identifier, listOf, object, text, word } from "./rules.js";
import { newId, refOf } from "./store.js";
import { maySee, views } from "./views.js";

const contactPoint = object({ type: word, value: text(300, 1), label: text(60), primary: flag }, [
  "type",
  "value",
]);

/** What staff can do with customers. */
export const customers: Operations = {
  createCustomer: {
    body: object(
      {
        ...{
          number: text(60, 1),
          kind: word,
          displayName: text(200, 1),
          industry: text(60),
          language: text(35),
        },
        alternateNames: listOf(
          object({ language: text(35, 2), name: text(200, 1) }, ["language", "name"]),
          10,
        ),
        ...{
          status: word,
          parentId: identifier,
          contactPoints: listOf(contactPoint, 20),
          tags: listOf(text(60, 1), 30),
        },
        ...{ externalRefs, customFields: object({}) },
      },
      ["kind", "displayName"],
    ),
    run({ store, caller, body }) {
      const { parentId, contactPoints = [], ...input } = body as CustomerInput;
      const { customers } = store.tables;
      const others = [...customers.values()];
      if (input.number && others.some(({ number }) => number === input.number)) throw new Refusal("conflict");
      const parent = customers.get(parentId ?? "");
      if (parentId !== undefined && !parent)
        throw invalid("/parentId", "unknown-reference", "There is no such customer.");
      const at = store.now();
      const row: Customer = {
        ...{ id: newId(), status: "active", ...input, createdAt: at, updatedAt: at },
        ...(parent && { parent: refOf(parent) }),
        contactPoints: contactPoints.map((point) => ({ id: newId(), ...point, masked: false })),
      };
      customers.set(row.id, row);
      store.tell(
        "customer.created",
        row.id,
        { resource: "customers", id: row.id, customerId: row.id },
        (who) => maySee(store, "customers", who, row),
      );
      return { body: views.customers(row, caller, at), headers: { location: `/v1/customers/${row.id}` } };
    },
  },
};
