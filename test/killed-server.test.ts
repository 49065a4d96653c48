import type { Page } from "playwright-core";
import { expect } from "vitest";
import { killBeforeAnswer } from "./support/kill-before-answer.ts";
import { photo } from "./support/photo.ts";
import { type Fault, RequestForm, RequestList } from "./support/portal.ts";
import type { PorticoServer } from "./support/server.ts";
import { test } from "./support/test.ts";
import type { Visitor } from "./support/visitor.ts";

/** The console's line about each call to a server that is gone. */
const lostConnection = /Failed to load resource: net::ERR_(CONNECTION|INCOMPLETE|EMPTY)/;

const first: Fault = {
  subject: "Meter shows nothing",
  description: "The display is blank.",
  address: "3 Mill Lane",
};
const second: Fault = {
  subject: "Cable hangs low over the path",
  description: "It touches the hedge behind number 7.",
  address: "7 Mill Lane",
};

test("a server killed after it took the request, before it answered, is asked again and makes one request", async ({
  portico,
  visit,
}) => {
  const { page, form } = await beginSecondSubmission(await visit());

  await killBeforeAnswer(portico, page);
  await form.submit.click();
  await form.sendAgain.waitFor();
  await expectStillTyped(form);

  await portico.start("--demo");
  await form.sendAgain.click();
  const number = await form.number();
  expect(await requestsOf(portico, second.subject)).toEqual([{ number, files: ["cable.png"] }]);
  expect(await requestsOf(portico, first.subject), "what was answered before is still there").toHaveLength(1);
});

test("a request that never reached the killed server is sent by the visitor again and makes one request", async ({
  portico,
  visit,
}) => {
  const subject = `${second.subject}, still`;
  const { form } = await beginSecondSubmission(await visit(), { ...second, subject });

  await portico.kill();
  await form.submit.click();
  await form.sendAgain.waitFor();
  await expectStillTyped(form, { ...second, subject });

  await portico.start("--demo");
  await form.sendAgain.click();
  const number = await form.number();
  expect(await requestsOf(portico, subject)).toEqual([{ number, files: ["cable.png"] }]);
});

test("a server that is back before the visitor notices gets the request by itself, once", async ({
  portico,
  visit,
}) => {
  const subject = `${second.subject}, once more`;
  const { page, form } = await beginSecondSubmission(await visit(), { ...second, subject });

  await page.route(
    "**/v1/service-requests",
    async (route) => {
      await route.fetch();
      await portico.kill();
      await portico.start("--demo");
      await route.abort("connectionreset");
    },
    { times: 1 },
  );
  await form.submit.click();
  const number = await form.number();
  expect(await form.sendAgain.count()).toBe(0);
  expect(await requestsOf(portico, subject)).toEqual([{ number, files: ["cable.png"] }]);
});

test("a page that was open all the time goes on live after the restart", async ({ portico, visit }) => {
  const visitor = await visit();
  visitor.excuse(lostConnection);
  const desk = await visitor.open("/utility/staff.html");
  const queue = new RequestList(desk);
  await queue.root.getByRole("listitem").first().waitFor();

  await portico.kill();
  await portico.start("--demo");
  const customer = await portico.client("--as", "customer", "--customer", "demo-utility-carter");
  const { number } = await customer.serviceRequests.create({
    kind: "enquiry",
    title: "Is the power back?",
    channel: "web",
    industry: "utility",
  });
  await queue.row(number).waitFor();
});

/** A customer who has sent one report and has filled in, but not sent, another. */
async function beginSecondSubmission(
  visitor: Visitor,
  fault = second,
): Promise<{ page: Page; form: RequestForm }> {
  visitor.excuse(lostConnection);
  const page = await visitor.open("/utility/report.html");
  const form = new RequestForm(page);
  await form.fillInFault(first);
  await form.submit.click();
  await form.another.click();
  await form.fillInFault(fault);
  await form.attach(photo("cable.png"));
  return { page, form };
}

async function expectStillTyped(form: RequestForm, fault = second): Promise<void> {
  expect({
    subject: await form.field("Subject").inputValue(),
    description: await form.field("Description").inputValue(),
    address: await form.field("Address").inputValue(),
  }).toEqual(fault);
  expect(await form.root.getByText("cable.png").isVisible()).toBe(true);
}

/** All requests of that title in the database, by number and files. */
async function requestsOf(
  portico: PorticoServer,
  title: string,
): Promise<{ number: string; files: string[] }[]> {
  const crm = await portico.client("--as", "service", "--id", "test");
  const found: { number: string; files: string[] }[] = [];
  for await (const request of crm.serviceRequests.list({ q: title })) {
    const files = (request.attachments ?? []).map(({ fileName }) => fileName);
    if (request.title === title) found.push({ number: request.number, files });
  }
  return found;
}
