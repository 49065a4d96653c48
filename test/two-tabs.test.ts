import { expect } from "vitest";
import { RequestForm, RequestList, RequestTracker } from "./support/portal.ts";
import { settled } from "./support/settled.ts";
import { test } from "./support/test.ts";

test("however often send is pressed, one request is made", async ({ portico, visit }) => {
  const visitor = await visit();
  const page = await visitor.open("/utility/report.html");
  const form = new RequestForm(page);
  const subject = "Fuse box hums at night";
  await form.fillInFault({ subject, description: "Since Monday.", address: "5 Bell Lane" });
  await form.submit.dblclick({ noWaitAfter: true });
  await page.keyboard.press("Control+Enter");
  const number = await form.number();

  const service = await portico.client("--as", "service", "--id", "test");
  const { data } = await service.serviceRequests.list({ q: subject });
  expect(data.map((request) => request.number)).toEqual([number]);
});

test("what a customer does in one tab is seen in the other", async ({ visit }) => {
  const visitor = await visit();
  const path = "/utility/requests.html?as=demo-utility-carter";
  const [left, right] = [await visitor.open(path), await visitor.open(path)];
  await Promise.all([settled(left), settled(right)]);

  const form = new RequestForm(await visitor.open("/utility/report.html?as=demo-utility-carter"));
  await form.fillInFault({ subject: "Gate lamp is out", description: "", address: "2 Bell Lane" });
  await form.submit.click();
  const number = await form.number();
  const [leftList, rightList] = [new RequestList(left), new RequestList(right)];
  await leftList.choose(number);
  await rightList.choose(number);

  const [leftTracker, rightTracker] = [new RequestTracker(left), new RequestTracker(right)];
  await leftTracker.reply("It is the left one.");
  await rightTracker.entry("It is the left one.").waitFor();
  await rightTracker.withdraw("It was switched off.");
  await leftTracker.entry("It was switched off.").waitFor();
  await leftList.row(number).getByText("Withdrawn").waitFor();
});

test("language and darkness switch under a visitor's hands without losing what was typed", async ({
  visit,
}) => {
  const visitor = await visit();
  const page = await visitor.open("/utility/report.html");
  const form = new RequestForm(page);
  await form.field("Subject").fill("Meter box is open");
  const before = await background();

  await page.getByRole("link", { name: "繁體中文" }).click();
  await form.root.getByRole("heading", { name: "故障報修" }).waitFor();
  await page.getByRole("link", { name: "简体中文" }).click();
  await form.root.getByRole("heading", { name: "故障报修" }).waitFor();
  await page.getByRole("button", { name: "深色" }).click();

  expect(await background()).not.toBe(before);
  expect(await form.root.locator("#field-title").inputValue()).toBe("Meter box is open");

  function background(): Promise<string> {
    return form.root.locator("[part=card]").evaluate((card) => getComputedStyle(card).backgroundColor);
  }
});
