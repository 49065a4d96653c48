import type { Page } from "playwright-core";
import { expect } from "vitest";
import { RequestList, RequestTracker } from "./support/portal.ts";
import { settled } from "./support/settled.ts";
import { test } from "./support/test.ts";

const markup = `<img src=x onerror="alert(1)"><script>alert(2)</script>&lt;b&gt; \${7*7} {{7*7}}`;
const longWord = "Überlandleitungsmastfundamentprüfprotokoll".repeat(12);
const reversed = "\u202Egnp.tnemucod\u202C \u2067עברית\u2069 👩🏽‍🚒🏳️‍🌈";

const texts = {
  title: `${markup} ${longWord}`.slice(0, 120),
  description: `${markup}\n${longWord}\n${reversed}`,
  reply: `${reversed} ${markup} ${longWord}`,
};

test("what people write is shown as they wrote it, and does nothing else", async ({ portico, visit }) => {
  const customer = await portico.client(
    "--as",
    "customer",
    "--customer",
    "demo-utility-carter",
    "--name",
    markup,
  );
  const request = await customer.serviceRequests.create({
    kind: "fault",
    title: texts.title,
    description: texts.description,
    channel: "web",
    industry: "utility",
    location: { address: markup },
    customFields: { faultType: "other", sinceWhen: reversed },
  });
  await customer.serviceRequests.entries.create(request.id, { type: "reply", text: texts.reply });

  const visitor = await visit();
  for (const path of [
    `/utility/requests.html?as=demo-utility-carter&id=${request.id}`,
    `/utility/staff.html?id=${request.id}`,
  ]) {
    const page = await visitor.open(path);
    page.on("dialog", () => expect.unreachable("a script of the text ran"));
    await settled(page);
    const tracker = new RequestTracker(page);
    expect(await tracker.root.getByRole("heading", { level: 2 }).textContent()).toBe(texts.title);
    expect(await tracker.root.locator("[part=description]").textContent()).toBe(texts.description);
    expect(await tracker.entry(reversed).textContent()).toBe(texts.reply);
    await new RequestList(page).row(request.number).getByRole("button", { name: markup }).waitFor();

    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await sidewaysScroll(page), `${path} at ${width} px`).toBe(0);
    }
    expect(await page.locator("img[src=x], script:not([src])").count()).toBe(0);
  }
});

test("a customer's hostile name is a name on the card", async ({ portico, visit }) => {
  const service = await portico.client("--as", "service", "--id", "test");
  const displayName = `${markup} ${longWord}`.slice(0, 120);
  const { id } = await service.customers.create({ kind: "person", displayName, industry: "bank" });

  const visitor = await visit();
  const page = await visitor.open(`/bank/manager.html?customer=${id}`);
  await settled(page);
  const card = page.locator("crm-customer-card");
  expect(await card.getByRole("heading").first().textContent()).toContain(displayName);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await sidewaysScroll(page), `at ${width} px`).toBe(0);
  }
  expect(await page.locator("img[src=x]").count()).toBe(0);
});

test("a file with a hostile name keeps it as a name", async ({ portico, visit }) => {
  const customer = await portico.client("--as", "customer", "--customer", "demo-utility-carter");
  const fileName = `"><img src=x onerror=alert(3)>.txt`;
  const file = await customer.attachments.upload(new Blob(["a note"], { type: "text/plain" }), { fileName });
  const { id } = await customer.serviceRequests.create({
    kind: "enquiry",
    title: "A note",
    channel: "web",
    industry: "utility",
    attachmentIds: [file.id],
  });

  const visitor = await visit();
  const page = await visitor.open(`/utility/staff.html?id=${id}`);
  await page.getByRole("button", { name: `Download ${file.fileName}` }).waitFor();
  expect(await page.locator("img[src=x]").count()).toBe(0);
});

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
