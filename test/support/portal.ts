import type { FrameLocator, Locator, Page } from "playwright-core";
import type { photo } from "./photo.ts";

/** What somebody tells about a fault. */
export interface Fault {
  readonly subject: string;
  readonly description: string;
  readonly address: string;
}

/** The form on a portal's page, as a visitor uses it. */
export class RequestForm {
  readonly root: Locator;

  constructor(page: Page | FrameLocator) {
    this.root = page.locator("crm-request-form");
  }

  field(name: string): Locator {
    return this.root.getByLabel(name);
  }

  async fillInFault({ subject, description, address }: Fault): Promise<void> {
    await this.field("Subject").fill(subject);
    await this.field("Description").fill(description);
    await this.field("What is wrong").selectOption("No power");
    await this.field("Address").fill(address);
  }

  async choose(kind: string): Promise<void> {
    await this.root.getByRole("button", { name: kind }).click();
  }

  async attach(file: ReturnType<typeof photo>): Promise<void> {
    await this.root.locator("input[type=file]").setInputFiles(file);
    await this.root.getByRole("listitem").filter({ hasText: file.name }).getByText("Uploaded").waitFor();
  }

  get submit(): Locator {
    return this.root.getByRole("button", { name: "Submit", exact: true });
  }

  get sendAgain(): Locator {
    return this.root.getByRole("button", { name: "Send again" });
  }

  get another(): Locator {
    return this.root.getByRole("button", { name: "Submit another" });
  }

  /** The number on the receipt, once it is there. */
  async number(): Promise<string> {
    return (await this.root.locator("[part=number]").textContent()) ?? "";
  }
}

/** The list on a portal's page. */
export class RequestList {
  readonly root: Locator;

  constructor(page: Page | FrameLocator) {
    this.root = page.locator("crm-request-list");
  }

  /** The row of a request by its number or words of its title. */
  row(text: string): Locator {
    return this.root.getByRole("listitem").filter({ hasText: text });
  }

  async choose(text: string): Promise<void> {
    await this.row(text).getByRole("button").click();
  }
}

/** The request that is followed on a portal's page. */
export class RequestTracker {
  readonly root: Locator;

  constructor(page: Page | FrameLocator) {
    this.root = page.locator("crm-request-tracker");
  }

  /** One line of the history. */
  entry(text: string): Locator {
    return this.#section("History").getByRole("listitem").getByText(text);
  }

  async reply(text: string): Promise<void> {
    await this.root.getByRole("textbox", { name: "Reply" }).fill(text);
    await this.root.getByRole("button", { name: "Send", exact: true }).click();
  }

  async urge(reason: string): Promise<void> {
    await this.#open("Urge");
    await this.#panel.getByRole("textbox").fill(reason);
    await this.#panel.getByRole("button", { name: "Urge" }).click();
  }

  async withdraw(reason: string): Promise<void> {
    await this.#open("Withdraw");
    await this.#panel.getByRole("textbox").fill(reason);
    await this.#panel.getByRole("button", { name: "Withdraw" }).click();
  }

  async resolve(resolution: string): Promise<void> {
    await this.#open("Change state");
    await this.#panel.getByLabel("New state").selectOption("Resolved");
    await this.#panel.getByLabel("What was done").fill(resolution);
    await this.#panel.getByRole("button", { name: "Change state" }).click();
  }

  async rate(stars: number): Promise<void> {
    await this.#open("Rate");
    await this.#panel.getByRole("radio", { name: `${stars},` }).check({ force: true });
    await this.#panel.getByRole("button", { name: "Send" }).click();
  }

  async #open(action: string): Promise<void> {
    await this.#actions.getByRole("button", { name: action, expanded: false }).click();
  }

  get #actions(): Locator {
    return this.#section("What you can do");
  }

  get #panel(): Locator {
    return this.#actions.getByRole("group");
  }

  /** No landmark, so that a page of several elements has no crowd of them: what a heading stands over. */
  #section(heading: string): Locator {
    return this.root.locator("section", {
      has: this.root.page().getByRole("heading", { name: heading, exact: true }),
    });
  }
}

/** Of how many answers a public gauge is made. */
export async function sampleOf(page: Page, gauge: string): Promise<number> {
  const words = await page.getByRole("meter", { name: gauge }).getAttribute("aria-valuetext");
  return Number(words?.match(/([\d,]+) answers/)?.[1]?.replaceAll(",", ""));
}
