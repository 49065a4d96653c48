import type { Page } from "playwright-core";
import { expect } from "vitest";
import { RequestForm } from "./support/portal.ts";
import { settled } from "./support/settled.ts";
import { test } from "./support/test.ts";

const nothing = { cookies: 0, local: [], session: [], databases: 0, caches: 0 };

test("reading any page stores nothing on the visitor's device", async ({ visit }) => {
  const visitor = await visit();
  const page = await visitor.context.newPage();
  for (const path of [
    "/",
    "/bank/customer.html",
    "/utility/",
    "/utility/report.html",
    "/utility/staff.html",
    "/expo/",
  ]) {
    await page.goto(path);
    await settled(page);
    expect(await stored(page), path).toEqual(nothing);
  }
});

test("a draft is kept once the visitor types, survives a reload and goes when it is sent", async ({
  visit,
}) => {
  const visitor = await visit();
  const page = await visitor.open("/utility/report.html");
  const form = new RequestForm(page);
  await form.field("Subject").click();
  await form.field("Description").click();
  expect(await stored(page), "looking into a field is not typing").toEqual(nothing);

  await form.fillInFault({ subject: "Pole leans", description: "Since the storm.", address: "9 Dyke Road" });
  await expect.poll(() => stored(page)).toMatchObject({ local: [expect.stringMatching(/^portico:draft:/)] });

  await page.reload();
  await page.getByText("Your draft was restored.").waitFor();
  expect(await form.field("Subject").inputValue()).toBe("Pole leans");
  expect(await form.field("Description").inputValue()).toBe("Since the storm.");
  expect(await form.field("Address").inputValue()).toBe("9 Dyke Road");

  await form.submit.click();
  await form.number();
  expect(await stored(page)).toEqual(nothing);
});

test("a discarded draft is gone from the device", async ({ visit }) => {
  const visitor = await visit();
  const page = await visitor.open("/utility/report.html");
  await new RequestForm(page).field("Subject").fill("Not after all");
  await expect.poll(() => stored(page)).not.toEqual(nothing);
  await page.reload();
  await page.getByRole("button", { name: "Discard" }).click();
  expect(await stored(page)).toEqual(nothing);
});

/** All that a page can leave on a device: how much, and under which names. */
async function stored(page: Page): Promise<unknown> {
  const cookies = (await page.context().cookies()).length;
  const rest = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));
  return { cookies, ...rest };
}
