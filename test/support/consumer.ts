import type { Customer, ServiceRequest } from "@portico/contract";
import { createClient, isCrmError, type Page } from "@portico/sdk";
import { createCore } from "@portico/sdk/core";
import { customers } from "@portico/sdk/customers";
import { serviceRequests } from "@portico/sdk/service-requests";
import { fakeBackend } from "@portico/sdk/testing";
import { tolerant } from "@portico/sdk/validation";

const backend = fakeBackend({ customers: [{ id: "c1", displayName: "王芳" }] });
const options = { baseUrl: "https://fake.example", fetch: backend.fetch };
const crm = createClient({ ...options, validate: tolerant("warn") });
const core = createCore(options);

/** What a host of the published packages would write; compiled against them. */
export async function consume(): Promise<string> {
  const customer: Customer = await crm.customers.get("c1");
  const page: Page<ServiceRequest> = await serviceRequests(core).list({ state: ["inProgress"] });
  for await (const { displayName } of customers(core).list()) console.log(displayName);
  try {
    await crm.serviceRequests.urge(page.data[0]?.id ?? "");
  } catch (error) {
    if (isCrmError(error, "rate-limited")) return `${error.retryAfterMs ?? 0} ms`;
    if (isCrmError(error, "validation-failed")) return error.errors.map(({ pointer }) => pointer).join();
    throw error;
  }
  // @ts-expect-error: there is no such state.
  await serviceRequests(core).list({ state: ["unheardOf"] });
  // @ts-expect-error: a title is asked for.
  await crm.serviceRequests.create({ kind: "fault" });
  return customer.displayName;
}
