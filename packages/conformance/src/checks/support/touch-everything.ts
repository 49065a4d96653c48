import { expectSuccess } from "../../expect.js";
import type { Kit } from "../../kit.js";

/** A write and what the feed must say of it; null where the backend is free. */
export interface Touched {
  /** Type of the change without `portico.`. */
  readonly type: string;
  readonly resource: string;
  /** Id of the thing. */
  readonly id: string | null;
  readonly subject: string | null;
}

const resources: Readonly<Record<string, string>> = {
  customer: "customers",
  contact: "contacts",
  interaction: "interactions",
  assessment: "assessments",
  serviceRequest: "serviceRequests",
  entry: "entries",
  rating: "ratings",
};

/** Does every kind of write the backend declares to a fresh customer. */
export async function touchEverything(kit: Kit): Promise<{ customerId: string; touched: Touched[] }> {
  const agent = kit.as("agent");
  const touched: Touched[] = [];
  const touch = (type: string, id: string | null, subject = id) =>
    touched.push({ type, resource: resources[type.split(".")[0] ?? ""] ?? "", id, subject });

  const customer = await agent.call("createCustomer", { body: kit.make.customerInput() });
  const { id: customerId } = expectSuccess(customer);
  touch("customer.created", customerId);
  if (kit.supports("updateCustomer")) {
    const ifMatch = customer.headers.get("ETag") ?? "";
    const body = { displayName: `${kit.tag} 改名 Renamed` };
    expectSuccess(await agent.call("updateCustomer", { path: { id: customerId }, body, ifMatch }));
    touch("customer.updated", customerId);
  }
  if (kit.supports("createContact")) await touchContact(kit, customerId, touch);
  if (kit.supports("createInteraction"))
    touch("interaction.created", (await kit.make.interaction(customerId)).id);
  if (kit.supports("createAssessment")) {
    const body = { kind: "tier", code: "A" };
    expectSuccess(await agent.call("createAssessment", { path: { id: customerId }, body }));
    touch("assessment.created", null, null);
  }

  const request = await kit.make.request(agent, { customerId });
  touch("serviceRequest.created", request.id);
  touch("entry.created", (await kit.make.entry(agent, request.id)).id, request.id);
  await kit.make.move(request, "resolved");
  touch("serviceRequest.updated", request.id);
  if (kit.supports("createRating")) {
    const body = { metric: "csat", score: 4, serviceRequestId: request.id };
    touch("rating.created", expectSuccess(await agent.call("createRating", { body })).id, null);
  }
  return { customerId, touched };
}

async function touchContact(
  kit: Kit,
  customerId: string,
  touch: (type: string, id: string) => void,
): Promise<void> {
  const agent = kit.as("agent");
  const { id } = await kit.make.contact(customerId);
  touch("contact.created", id);
  const path = { id };
  const ifMatch = (await agent.call("getContact", { path })).headers.get("ETag") ?? "";
  const updated = await agent.call("updateContact", { path, body: { role: "样品 Sample" }, ifMatch });
  expectSuccess(updated);
  touch("contact.updated", id);
  expectSuccess(await agent.call("deleteContact", { path, ifMatch: updated.headers.get("ETag") ?? "" }));
  touch("contact.deleted", id);
}
