import type { ServiceRequest } from "@portico/contract";
import type { CrmClient } from "@portico/sdk";
import { expect } from "vitest";
import { RequestForm, RequestList } from "./support/portal.ts";
import { test } from "./support/test.ts";

const someone = "Wu Bo";
const phone = "138 0013 8000";

test("a guest reports without signing in and gets a number, but nothing to follow", async ({
  portico,
  visit,
}) => {
  const visitor = await visit();
  const page = await visitor.open("/utility/report.html?as=guest");
  const form = new RequestForm(page);
  await form.fillInFault({
    subject: "Sparks at the kiosk",
    description: "Blue ones.",
    address: "Harbour, quay 6",
  });
  await form.submit.click();
  await form.root.getByText("Please give a telephone number or an e-mail address.").first().waitFor();

  await form.field("Name").fill(someone);
  await form.field("Telephone").fill(phone);
  await form.submit.click();
  const number = await form.number();
  expect(await page.getByRole("link", { name: "Follow this report" }).isVisible()).toBe(false);

  const service = await portico.client("--as", "service", "--id", "test");
  const request = await findByNumber(service, number);
  expect(request).toMatchObject({ customer: null, requester: { name: someone }, anonymous: false });
  const guest = await portico.client();
  await expect(guest.serviceRequests.get(request.id)).rejects.toMatchObject({ status: 401 });
});

test("an anonymous report of misconduct keeps nothing of who wrote it, and no agent learns of it", async ({
  portico,
  visit,
}) => {
  const customer = await visit();
  const desk = await customer.open("/utility/staff.html");
  const queue = new RequestList(desk);
  await queue.root.getByRole("listitem").first().waitFor();

  // Signed in, so that there is somebody to be kept.
  const page = await customer.open("/utility/report.html?about=other&as=demo-utility-carter");
  const form = new RequestForm(page);
  await form.choose("Report of misconduct");
  await form.field("Subject").fill("A crew member took a gift");
  await form.field("What happened").selectOption("Bribes or gifts");
  await form.field("Report anonymously").check();
  await form.submit.click();
  const number = await form.number();
  await form.root.getByText("it is the only way to ask about your report").waitFor();

  const manager = await portico.client("--as", "manager", "--id", "demo-utility-qian");
  const report = await findByNumber(manager, number);
  const log = await manager.serviceRequests.entries.list(report.id);
  expect(report).toMatchObject({ anonymous: true, customer: null });
  expect(JSON.stringify([report, log.data])).not.toMatch(/carter|emily/i);

  const agent = await portico.client("--as", "agent", "--id", "demo-utility-he", "--unit", "utility-centre");
  expect((await agent.serviceRequests.list({ q: number })).data).toEqual([]);
  await expect(agent.serviceRequests.get(report.id)).rejects.toMatchObject({ status: 404 });
  const reporter = await portico.client("--as", "customer", "--customer", "demo-utility-carter");
  await expect(reporter.serviceRequests.get(report.id)).rejects.toMatchObject({ status: 404 });

  // What the desk does get to see arrives after it, so the report would have been there by now.
  const next = await reporter.serviceRequests.create({
    kind: "enquiry",
    title: "And another thing",
    channel: "web",
    industry: "utility",
  });
  await queue.row(next.number).waitFor();
  expect(await queue.row(number).count()).toBe(0);
});

async function findByNumber(crm: CrmClient, number: string): Promise<ServiceRequest> {
  const { data } = await crm.serviceRequests.list({ q: number });
  const found = data.find((request) => request.number === number);
  if (!found) throw new Error(`There is no request ${number}`);
  return found;
}
