import type { FrameLocator } from "playwright-core";
import { expect } from "vitest";
import { customerToken, formAddress, twiceAddress, workAddress } from "./hosts/addresses.ts";
import { test } from "./hosts/test.ts";
import { tokenSettings } from "./support/minimal-backend.ts";
import { photo } from "./support/photo.ts";
import { RequestForm, RequestList, RequestTracker } from "./support/portal.ts";
import { settled } from "./support/settled.ts";

declare global {
  /** What the page of a form has done, told by its script. */
  var happened: string[];
}

const fault = { subject: "Street light hums", description: "Since Monday.", address: "12 Lakeside Road" };

test("under the strictest policy a visitor reports with a photo and follows, and a manager sees a number in full", async ({
  portico,
  portal,
  visit,
}) => {
  const visitor = await visit(portal);
  const page = await visitor.open(await workAddress(portico));
  await settled(page);

  const form = new RequestForm(page);
  await form.fillInFault(fault);
  await form.attach(photo("lamp.png"));
  await form.submit.click();
  const number = await form.number();

  await new RequestList(page).choose(number);
  const tracker = new RequestTracker(page);
  await tracker.root.getByText("lamp.png").first().waitFor();
  await tracker.reply("It is the left one.");
  await tracker.entry("It is the left one.").waitFor();
  await tracker.urge("It keeps us awake.");
  await tracker.entry("It keeps us awake.").waitFor();
  await tracker.withdraw("It stopped.");
  await tracker.entry("It stopped.").waitFor();

  const card = page.locator("crm-customer-card");
  await card.locator("[part=reveal]").first().click();
  await card.getByRole("textbox").fill("Asked to be called back");
  await card.getByRole("textbox").press("Enter");
  await card.locator(".full").first().waitFor();
});

test("whatever is pressed within an element, the form around it is neither sent nor reset", async ({
  portico,
  portal,
  visit,
}) => {
  const visitor = await visit(portal);
  // A script may not open the chooser of files.
  visitor.excuse(/File chooser/);
  const page = await visitor.open(await formAddress(portico));
  await settled(page);

  const buttons = page.locator("crm-provider button:visible");
  const fields = page.locator("crm-provider").locator("input:visible:not([type=file]), select:visible");
  // What the first round opens is there for the second.
  for (const round of ["first", "second"]) {
    expect(await buttons.evaluateAll(clickAll), `buttons of the ${round} round`).toBeGreaterThan(10);
    for (const field of await fields.elementHandles()) {
      await field.evaluate((element) => (element as HTMLElement).focus());
      await page.keyboard.press("Enter");
      await page.keyboard.press("Control+Enter");
    }
  }
  expect(await page.evaluate(() => happened)).toEqual([]);
});

test("a rating is an input of the form around it", async ({ portico, portal, visit }) => {
  const visitor = await visit(portal);
  const page = await visitor.open(await formAddress(portico));
  await settled(page);
  const send = page.locator("button[name=send]");

  await send.click();
  expect(await page.evaluate(() => happened), "an answer is required").toEqual([]);
  const answer = page.locator("crm-rating").getByRole("radio", { name: "6" });
  await answer.check({ force: true });
  await answer.press("Enter");
  expect(await page.evaluate(() => [...new FormData(document.forms[0])])).toContainEqual(["ease", "6"]);
  await send.click();
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  expect(await page.evaluate(() => happened)).toEqual(["submit", "reset"]);
  expect(await page.evaluate(() => new FormData(document.forms[0]).has("ease"))).toBe(false);
});

test("of two copies on a page the first one's tags stay, one report tells it, and the second works under its own", async ({
  portico,
  portal,
  visit,
}) => {
  const visitor = await visit(portal);
  visitor.excuse(/Portico/);
  const page = await visitor.context.newPage();
  const reports: string[] = [];
  page.on("console", (message) => reports.push(message.text()));
  await page.goto(await twiceAddress(portico));
  await expect.poll(() => page.getByRole("meter").count()).toBe(4);
  await expect.poll(() => reports, { timeout: 5000 }).toHaveLength(1);
  expect(reports[0]).toContain("0.0.9");
  expect(reports[0]).toContain("<crm-satisfaction-gauge>");
});

test("two providers to two backends never cross, also for elements that name one from afar", async ({
  portico,
  twoBackends,
  visit,
}) => {
  const visitor = await visit(twoBackends);
  // One of the two has no feed, and says so.
  visitor.excuse(/501/);
  const north = await customerToken(portico);
  const page = await visitor.open(
    `/backends/?${new URLSearchParams({ north, south: tokenSettings.TOKEN_B })}`,
  );
  await settled(page);

  const numbers = (id: string) =>
    page
      .locator(`#${id}`)
      .getByText(/\bR-[\d-]+/)
      .allTextContents();
  const [northern, southern] = [await numbers("within-north"), await numbers("within-south")];
  expect(northern.length * southern.length).toBeGreaterThan(0);
  expect(southern.filter((number) => northern.includes(number))).toEqual([]);
  expect(await numbers("of-north")).toEqual(northern);
  expect(await numbers("of-south")).toEqual(southern);
});

test("where storage is blocked everything works and no draft is kept", async ({
  framing,
  portico,
  portal,
  visit,
}) => {
  const visitor = await visit(framing);
  visitor.excuse(/request to another host/);
  const src = `${portal.url}${await workAddress(portico)}`;
  const page = await visitor.open(`/frame/?${new URLSearchParams({ src, sandbox: "allow-scripts" })}`);
  const frame = page.frameLocator("iframe");
  const form = new RequestForm(frame);
  await form.fillInFault(fault);
  expect(await page.frames()[1]?.evaluate(storage)).toBe("SecurityError");

  await page.reload();
  await form.field("Subject").waitFor();
  expect(await form.field("Subject").inputValue(), "nothing was kept").toBe("");
  await reportWithin(frame);
});

test("in the frame of another site everything works", async ({ framing, portico, portal, visit }) => {
  const visitor = await visit(framing);
  visitor.excuse(/request to another host/);
  const src = `${portal.url}${await workAddress(portico)}`;
  const page = await visitor.open(`/frame/?${new URLSearchParams({ src })}`);
  await reportWithin(page.frameLocator("iframe"));
});

/** Runs in a page. Resolves with their number. */
function clickAll(buttons: (HTMLElement | SVGElement)[]): number {
  for (const button of buttons) (button as HTMLElement).click();
  return buttons.length;
}

/** Sends a fault, finds it in the list and opens it. */
async function reportWithin(frame: FrameLocator): Promise<void> {
  const form = new RequestForm(frame);
  await form.fillInFault(fault);
  await form.submit.click();
  const number = await form.number();
  await new RequestList(frame).choose(number);
  await new RequestTracker(frame).root.getByRole("heading", { name: fault.subject }).waitFor();
}

/** Runs in a page: what becomes of somebody who looks into its storage. */
function storage(): string {
  try {
    return `${localStorage.length} items`;
  } catch (error) {
    return (error as Error).name;
  }
}
