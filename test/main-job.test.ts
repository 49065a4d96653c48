import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { photo } from "./support/photo.ts";
import { RequestForm, RequestList, RequestTracker, sampleOf } from "./support/portal.ts";
import { test } from "./support/test.ts";

const csat = "Satisfaction with our service";

test("a fault travels from a customer to the crew and back, live, and its rating counts once", async ({
  visit,
}) => {
  const visitor = await visit();
  const home = await visitor.open("/utility/");
  await home.getByRole("meter", { name: csat }).waitFor();
  const answersBefore = await sampleOf(home, csat);

  const desk = await visitor.open("/utility/staff.html");
  const queue = new RequestList(desk);
  await queue.root.getByRole("listitem").first().waitFor();
  await mark(desk);

  const customer = await visitor.open("/utility/report.html");
  const form = new RequestForm(customer);
  await form.fillInFault({
    subject: "Street light flickers and hums",
    description: "The lamp before number 12 flickers since yesterday and hums loudly.",
    address: "12 Lakeside Road",
  });
  const picture = photo("lamp.png");
  await form.attach(picture);
  await form.submit.click();
  const number = await form.number();

  await queue.row(number).waitFor();
  await queue.choose(number);
  const handled = new RequestTracker(desk);
  await handled.root.getByText("12 Lakeside Road").waitFor();
  expect(await download(desk, "Download lamp.png")).toEqual(picture.buffer);

  await customer.getByRole("link", { name: "Follow this report" }).click();
  const followed = new RequestTracker(customer);
  await followed.root.getByRole("heading", { name: "Street light flickers and hums" }).waitFor();
  await mark(customer);

  await handled.reply("We send a fitter with a new ballast.");
  await followed.entry("We send a fitter with a new ballast.").waitFor();

  await followed.urge("The children pass there after dark.");
  await handled.entry("The children pass there after dark.").waitFor();

  await handled.resolve("Ballast and lamp replaced, earth checked.");
  await followed.root.getByText("Ballast and lamp replaced, earth checked.").first().waitFor();

  await followed.rate(5);
  await followed.root.getByText("5 out of 5").waitFor();
  await expect.poll(() => sampleOf(home, csat), { timeout: 10_000 }).toBe(answersBefore + 1);

  expect(await isMarked(desk), "the desk was never reloaded").toBe(true);
  expect(await isMarked(customer), "the customer's page was never reloaded").toBe(true);
});

/** Leaves a mark on the document that a reload would wipe. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute("data-mark", ""));
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.hasAttribute("data-mark"));
}

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name }).click(),
  ]);
  return readFile(await file.path());
}
