import type { Entry, ServiceRequest } from "@portico/contract";
import { expect } from "chai";
import "../define/request-tracker.js";
import { expectAccessible } from "../internal/test/accessibility.js";
import { expectNoViolation } from "../internal/test/content-security.js";
import { type Answer, apiError, connectionError, FakeBackend } from "../internal/test/fake-backend.js";
import { announced, create, mount, shownText, until, untilState } from "../internal/test/fixture.js";
import { providerOf } from "../internal/test/subject.js";
import type { CrmRequestTracker } from "./request-tracker.js";
import { entry, fromNow, log, request } from "./request-tracker.subject.js";

describe("<crm-request-tracker>", () => {
  interface World {
    request: ServiceRequest;
    entries: Entry[];
  }

  async function stageTracker(members: Partial<ServiceRequest> = {}, answers: Record<string, Answer> = {}) {
    const world: World = { request: request("id-1", members), entries: [entry("e1")] };
    const backend = new FakeBackend({
      "serviceRequests.get": () => world.request,
      "serviceRequests.entries.list": () => log(world.entries),
      "capabilities.get": {},
      ...answers,
    });
    const element = create("crm-request-tracker", { "request-id": "id-1" }) as CrmRequestTracker;
    mount(providerOf(backend, element));
    await untilState(element, "ready");
    const root = element.renderRoot as ShadowRoot;
    const find = <Found extends HTMLElement = HTMLElement>(selector: string): Found => {
      const found = root.querySelector<Found>(selector);
      if (!found) throw new Error(`There is no ${selector}`);
      return found;
    };
    const press = async (selector: string) => {
      find(selector).click();
      await element.updateComplete;
      await element.updateComplete;
    };
    const open = async (selector: string) => {
      find(selector).click();
      await until(() => root.querySelector(".panel"), "the panel");
    };
    const write = async (selector: string, text: string) => {
      const field = find<HTMLTextAreaElement>(selector);
      field.value = text;
      field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input"));
      await element.updateComplete;
    };
    const calls = (operation: string) => backend.calls.filter((call) => call.operation === operation);
    const keys = (operation: string) =>
      calls(operation).map((call) => (call.args.at(-1) as { idempotencyKey: string }).idempotencyKey);
    const alert = () => root.querySelector('[role="alert"].invalid[part="failure"]')?.textContent;
    return { world, backend, element, root, find, press, open, write, calls, keys, alert };
  }

  it("tells where it stands, who holds it, what comes next and by when", async () => {
    const { element, root } = await stageTracker({ location: { address: "120 Jiefang Road" } });
    const words = [
      "SR-id-1",
      "Fault report",
      "Crew on site",
      "Wang Jianguo",
      "Crew 3",
      "Li Na",
      "Replace the cable",
      "in 3 hours",
      "120 Jiefang Road",
    ];
    for (const word of words) expect(shownText(element)).to.contain(word);
    expect(root.querySelector('[aria-current="step"]')?.textContent).to.contain("In progress, now");
  });

  it("tells those who handle it whose it is and whom to call back, and nobody else", async () => {
    const members: Partial<ServiceRequest> = {
      customer: { id: "c1", displayName: "Ada King" },
      requester: { name: "Tom King", phone: "+86 138 0013 8000" },
    };
    const staff = await stageTracker({ ...members, allowedActions: ["reply", "comment"] });
    expect(shownText(staff.element)).to.match(/Customer\s*Ada King\s*Tom King\s*\+86 138 0013 8000/);
    const own = await stageTracker(members);
    expect(shownText(own.element)).not.to.contain("Ada King").and.not.to.contain("+86");
  });

  it("adds no landmark, so that a page may hold several", async () => {
    const { element, root } = await stageTracker();
    expect(root.querySelector("section[aria-label], section[aria-labelledby], [role=region]")).to.equal(null);
    const other = create("crm-request-tracker") as CrmRequestTracker;
    other.request = request("id-2");
    element.after(other);
    await untilState(other, "ready");
    await expectAccessible(element.parentElement as Element);
  });

  it("keeps words of another direction at the side where the page begins", async () => {
    const { element, root } = await stageTracker({ description: "Short", location: { address: "120 Road" } });
    element.dir = "rtl";
    await until(() => root.querySelector('.base[dir="rtl"]'), "the direction");
    for (const selector of ["#title", '[part="description"]', ".message .words", ".facts dd"]) {
      const block = root.querySelector(selector);
      const words = block?.querySelector("bdi");
      const gap = (block?.getBoundingClientRect().right ?? 0) - (words?.getBoundingClientRect().right ?? 1);
      expect(gap, selector).to.be.closeTo(0, 0.1);
    }
  });

  it("says plainly that a promise is overdue", async () => {
    const { element } = await stageTracker({
      nextStep: { code: "x", labels: { en: "Repair" }, dueAt: fromNow(-2.5) },
    });
    expect(shownText(element)).to.match(/Overdue since .+ \(2 hours ago\)/);
  });

  it("has no empty line where a step has no time", async () => {
    const { root } = await stageTracker({ nextStep: { code: "x", labels: { en: "Repair" } } });
    const lines = [...root.querySelectorAll('[part="next"] p')].map((line) => line.textContent?.trim());
    expect(lines).to.deep.equal(["Next", "Repair"]);
  });

  it("offers only what the backend allows", async () => {
    const { root } = await stageTracker({ allowedActions: ["withdraw"], allowedTransitions: ["resolved"] });
    expect(
      [...root.querySelectorAll('[part="action"]')].map((button) => button.textContent?.trim()),
    ).to.deep.equal(["Withdraw"]);
    expect(root.querySelector("#reply")).to.equal(null);
  });

  it("shows a given request with its entries, and no actions without a client", async () => {
    const element = create("crm-request-tracker") as CrmRequestTracker;
    Object.assign(element, {
      request: request("id-1"),
      entries: [entry("e2"), entry("e1", { createdAt: fromNow(-9) })],
    });
    mount(element);
    await untilState(element, "ready");
    const root = element.renderRoot;
    expect([...root.querySelectorAll(".entry .words")].map((words) => words.textContent)).to.deep.equal([
      "Text e1",
      "Text e2",
    ]);
    expect(root.querySelector('[part="action"], #reply')).to.equal(null);
  });

  it("urges once under one key on a double click, and says so", async () => {
    const { world, backend, element, find, press, open, write, calls } = await stageTracker();
    const urged = request("id-1", {
      marks: { ...world.request.marks, urgedCount: 1 },
      allowedActions: ["reply"],
      urgeAllowedAt: fromNow(4),
    });
    backend.answer("serviceRequests.urge", () => {
      world.request = urged;
      return urged;
    });
    const changes: ServiceRequest[] = [];
    element.addEventListener("crm-request-changed", (event) => changes.push(event.detail.request));
    await open("#open-urge");
    await write(".panel textarea", "Children walk home here");
    find('.panel [part="submit"]').click();
    find('.panel [part="submit"]').click();
    await until(() => shownText(element).includes("Urged"), "the mark");
    expect(calls("serviceRequests.urge")).to.have.length(1);
    expect(calls("serviceRequests.urge")[0]?.args.slice(0, 2)).to.deep.equal([
      "id-1",
      { reason: "Children walk home here" },
    ]);
    expect(announced(element)).to.contain("urged");
    expect(changes.map(({ marks }) => marks.urgedCount)).to.deep.equal([1]);
    expect(find("#open-urge").getAttribute("aria-disabled")).to.equal("true");
    expect(shownText(element)).to.contain("You can urge again in 3 hours");
    await press("#open-urge");
    expect(element.renderRoot.querySelector(".panel")).to.equal(null);
    await expectAccessible(element);
  });

  it("keeps the text and the key when sending fails, and sends it as the same intent again", async () => {
    const { backend, find, press, write, keys, alert } = await stageTracker();
    backend.answer("serviceRequests.entries.create", () => connectionError());
    await write("#reply", "The light is still off");
    await press('.reply [part="submit"]');
    await until(alert, "the failure");
    expect(find<HTMLTextAreaElement>("#reply").value).to.equal("The light is still off");
    backend.answer("serviceRequests.entries.create", () => entry("e2", { text: "The light is still off" }));
    await press('.reply [part="submit"]');
    await until(() => find<HTMLTextAreaElement>("#reply").value === "", "success");
    const [first, second] = keys("serviceRequests.entries.create");
    expect(first).to.equal(second).and.not.equal("");
  });

  it("takes changed text for another intent", async () => {
    const { backend, press, write, keys, alert } = await stageTracker();
    backend.answer("serviceRequests.entries.create", () => connectionError());
    await write("#reply", "One");
    await press('.reply [part="submit"]');
    await until(alert, "the failure");
    await write("#reply", "Two");
    await press('.reply [part="submit"]');
    await until(() => keys("serviceRequests.entries.create").length === 2, "the second attempt");
    const [first, second] = keys("serviceRequests.entries.create");
    expect(first).not.to.equal(second);
  });

  it("shows one's own reply at once, and once", async () => {
    const { world, backend, element, press, write } = await stageTracker();
    backend.answer("serviceRequests.entries.create", (_id: string, input: { text: string }) => {
      const created = entry("e2", { text: input.text });
      world.entries.push(created);
      return created;
    });
    await write("#reply", "Thank you");
    await press('.reply [part="submit"]');
    await until(() => shownText(element).includes("Thank you"), "the reply");
    expect(announced(element)).to.equal("Your reply was sent.");
    backend.emit({ subject: "id-1", type: "portico.entry.created" });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(shownText(element).split("Thank you")).to.have.length(2);
    expect(announced(element)).to.equal("Your reply was sent.");
  });

  it("sends a reply with the files that came along", async () => {
    const { backend, root, press, write, calls } = await stageTracker(
      {},
      {
        "attachments.upload": { id: "a1" },
        "serviceRequests.entries.create": entry("e2"),
      },
    );
    const picked = new DataTransfer();
    picked.items.add(new File(["x"], "photo.jpg", { type: "image/jpeg" }));
    const input = root.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error("No file input");
    input.files = picked.files;
    input.dispatchEvent(new Event("change"));
    await until(() => root.querySelector(".file.uploaded"), "the upload");
    await write("#reply", "See the photo");
    await press('.reply [part="submit"]');
    await until(() => calls("serviceRequests.entries.create").length === 1, "the reply");
    expect(calls("serviceRequests.entries.create")[0]?.args[1]).to.deep.equal({
      type: "reply",
      text: "See the photo",
      attachmentIds: ["a1"],
    });
    await until(() => !root.querySelector(".file"), "the files to be cleared");
    expect(backend.calls.filter((call) => call.operation === "attachments.upload")).to.have.length(1);
  });

  it("asks for confirmation and a reason before withdrawing; Escape leaves everything as it was", async () => {
    const { backend, element, root, find, press, open, write, calls, alert } = await stageTracker();
    await open("#open-withdraw");
    await until(() => root.activeElement?.matches(".panel textarea"), "the keyboard to be in the panel");
    await press('.panel [part="submit"]');
    expect(alert()).to.equal("Please give a reason.");
    await expectAccessible(element);
    find(".panel textarea").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    await until(() => root.activeElement?.id === "open-withdraw", "the keyboard to return");
    expect(root.querySelector(".panel")).to.equal(null);
    expect(calls("serviceRequests.withdraw")).to.have.length(0);

    backend.answer("serviceRequests.withdraw", (id: string) =>
      request(id, { state: "cancelled", status: { code: "withdrawn" }, allowedActions: [] }),
    );
    backend.answer("serviceRequests.get", (id: string) =>
      request(id, { state: "cancelled", status: { code: "withdrawn" }, allowedActions: [] }),
    );
    await open("#open-withdraw");
    await write(".panel textarea", "Solved itself");
    await press('.panel [part="submit"]');
    await until(() => shownText(element).includes("Withdrawn"), "the new state");
    expect(calls("serviceRequests.withdraw")[0]?.args.slice(0, 2)).to.deep.equal([
      "id-1",
      { reason: "Solved itself" },
    ]);
    await until(() => root.activeElement?.matches(".base"), "the keyboard to stay in the element");
  });

  it("reads again when the request has changed meanwhile, and says why nothing was done", async () => {
    const { world, backend, element, root, press, open, write } = await stageTracker();
    backend.answer("serviceRequests.withdraw", () => {
      world.request = request("id-1", { state: "resolved", allowedActions: ["reopen"] });
      return apiError(409, "action-not-allowed");
    });
    await open("#open-withdraw");
    await write(".panel textarea", "No longer needed");
    await press('.panel [part="submit"]');
    await until(() => root.querySelector("#open-reopen"), "the present offers");
    expect(shownText(element)).to.contain("This has changed meanwhile");
  });

  it("rates after the end, and needs an answer for it", async () => {
    const { world, backend, element, root, press, open, alert, calls } = await stageTracker({
      state: "closed",
      allowedActions: ["rate"],
      nextStep: null,
    });
    await open("#open-rate");
    await press('.panel [part="submit"]');
    expect(alert()).to.equal("Please choose an answer.");
    backend.answer("ratings.create", () => {
      world.request = request("id-1", {
        state: "closed",
        allowedActions: [],
        rating: { id: "x", metric: "csat", score: 4 },
      });
      return { id: "x" };
    });
    root.querySelectorAll<HTMLElement>('.panel input[type="radio"]')[3]?.click();
    await element.updateComplete;
    await expectAccessible(element);
    await press('.panel [part="submit"]');
    await until(() => shownText(element).includes("4 out of 5"), "the rating");
    expect(calls("ratings.create")[0]?.args[0]).to.deep.equal({
      metric: "csat",
      score: 4,
      serviceRequestId: "id-1",
    });
  });

  it("closes on the customer's word that it is done", async () => {
    const { backend, press, open, calls, root } = await stageTracker({
      state: "resolved",
      allowedActions: ["reopen", "transition"],
      allowedTransitions: ["closed", "inProgress"],
    });
    expect(root.querySelector("#open-transition")).to.equal(null);
    backend.answer("serviceRequests.transition", (id: string) =>
      request(id, { state: "closed", allowedActions: [] }),
    );
    await open("#open-close");
    await press('.panel [part="submit"]');
    await until(() => calls("serviceRequests.transition").length === 1, "the change");
    expect(calls("serviceRequests.transition")[0]?.args[1]).to.deep.equal({ to: "closed" });
  });

  it("lets those who handle it write internal notes and change the state with what that needs", async () => {
    const { backend, element, root, find, press, open, write, calls, alert } = await stageTracker({
      allowedActions: ["reply", "comment", "transition"],
      allowedTransitions: ["resolved", "rejected"],
    });
    root.querySelectorAll<HTMLElement>(".audience input")[1]?.click();
    await element.updateComplete;
    backend.answer("serviceRequests.entries.create", () =>
      entry("e2", { type: "comment", visibility: "internal", text: "Dig at noon" }),
    );
    await write("#reply", "Dig at noon");
    await press('.reply [part="submit"]');
    await until(() => root.querySelector(".entry.internal"), "the note");
    expect(calls("serviceRequests.entries.create")[0]?.args[1]).to.deep.equal({
      type: "comment",
      visibility: "internal",
      text: "Dig at noon",
    });

    await open("#open-transition");
    await press('.panel [part="submit"]');
    expect(alert()).to.equal("Please choose a state.");
    await write(".panel select", "resolved");
    await press('.panel [part="submit"]');
    expect(alert()).to.equal("Please say what was done.");
    expect(find(".panel .label").textContent).not.to.equal("");
    backend.answer("serviceRequests.transition", (id: string) =>
      request(id, { state: "resolved", allowedActions: [] }),
    );
    await write(".panel textarea", "Cable replaced");
    await press('.panel [part="submit"]');
    await until(() => calls("serviceRequests.transition").length === 1, "the change");
    expect(calls("serviceRequests.transition")[0]?.args[1]).to.deep.equal({
      to: "resolved",
      resolution: "Cable replaced",
    });
    await expectAccessible(element);
  });

  it("shows and announces a new reply without moving the keyboard or losing what is being written", async () => {
    const { world, backend, element, root, find, write } = await stageTracker();
    find("#reply").focus();
    await write("#reply", "Half a sen");
    world.entries.push(entry("e2", { text: "The crew is on its way" }));
    world.request = request("id-1", { state: "resolved", updatedAt: fromNow(0) });
    const changes: string[] = [];
    element.addEventListener("crm-request-changed", (event) => changes.push(event.detail.request.state));
    backend.emit({ subject: "id-1", type: "portico.entry.created", data: { resource: "entries" } });
    backend.emit({ subject: "id-1" });
    await until(() => shownText(element).includes("The crew is on its way"), "the reply");
    expect(announced(element)).to.equal("New reply from Wang Jianguo");
    expect(root.activeElement?.id).to.equal("reply");
    expect(find<HTMLTextAreaElement>("#reply").value).to.equal("Half a sen");
    expect(changes).to.deep.equal(["resolved"]);
  });

  it("keeps what was written to be copied when replies are no longer taken", async () => {
    const { world, backend, find, write } = await stageTracker();
    await write("#reply", "One more thing");
    world.request = request("id-1", { state: "closed", allowedActions: [] });
    backend.emit({ subject: "id-1" });
    await until(() => find<HTMLTextAreaElement>("#reply").readOnly, "the box to close");
    expect(find<HTMLTextAreaElement>("#reply").value).to.equal("One more thing");
  });

  it("never carries a draft over to another request or another session", async () => {
    const { element, find, open, write } = await stageTracker(
      {},
      { "serviceRequests.get": (id: string) => request(id) },
    );
    await write("#reply", "For the first alone");
    await open("#open-withdraw");
    element.requestId = "id-2";
    await until(() => shownText(element).includes("Title of id-2"), "the other request");
    expect(find<HTMLTextAreaElement>("#reply").value).to.equal("");
    expect(element.renderRoot.querySelector(".panel")).to.equal(null);

    await write("#reply", "Mine");
    const provider = element.parentElement as HTMLElementTagNameMap["crm-provider"];
    provider.signOut();
    await untilState(element, "unauthorized");
    provider.client = new FakeBackend({
      "serviceRequests.get": (id: string) => request(id),
      "serviceRequests.entries.list": () => log([]),
    }).client;
    await untilState(element, "ready");
    expect(find<HTMLTextAreaElement>("#reply").value).to.equal("");
  });

  it("loads older entries on demand, before what is shown", async () => {
    const { element, root } = await stageTracker(
      {},
      {
        "serviceRequests.entries.list": (_id: string, { cursor }: { cursor?: string }) =>
          cursor ? log([entry("e0", { createdAt: fromNow(-20) })]) : log([entry("e1")], "more"),
      },
    );
    root.querySelector<HTMLElement>(".older button")?.click();
    await until(() => root.querySelectorAll(".entry").length === 2, "the older entry");
    expect([...root.querySelectorAll(".entry .words")].map((words) => words.textContent)).to.deep.equal([
      "Text e0",
      "Text e1",
    ]);
    expect(root.querySelector(".older")).to.equal(null);
    await element.retry();
    expect(root.querySelectorAll(".entry")).to.have.length(2);
  });

  it("downloads a file under its name, and lets go of the address", async () => {
    const made: string[] = [];
    const revoked: string[] = [];
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      made.push(createObjectURL(blob as Blob));
      return made.at(-1) ?? "";
    };
    URL.revokeObjectURL = (address) => {
      revoked.push(address);
      revokeObjectURL(address);
    };
    const names: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
    try {
      const { press, element, backend } = await stageTracker(
        {
          attachments: [
            {
              id: "a1",
              fileName: "photo.jpg",
              mediaType: "image/jpeg",
              size: 1_500_000,
              createdAt: fromNow(-1),
            },
          ],
        },
        { "attachments.content": () => connectionError() },
      );
      await press('[part="download"]');
      await until(() => shownText(element).includes("photo.jpg could not be downloaded"), "the failure");
      backend.answer("attachments.content", () => new Blob(["x"]));
      await press('[part="download"]');
      await until(() => revoked.length === 1, "the address to be let go");
      expect(names).to.deep.equal(["photo.jpg"]);
      expect(revoked).to.deep.equal(made);
    } finally {
      Object.assign(URL, { createObjectURL, revokeObjectURL });
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it("speaks Chinese, with the backend's own labels", async () => {
    const element = create("crm-request-tracker", { lang: "zh-Hans" }) as CrmRequestTracker;
    element.request = request("id-1");
    mount(element);
    await until(
      () => shownText(element).includes("办理进度") || shownText(element).includes("办理记录"),
      "the translation",
    );
    expect(shownText(element)).to.contain("人员已到场");
  });

  it("shows hostile text as text", async () => {
    const element = create("crm-request-tracker") as CrmRequestTracker;
    element.request = request("id-1", {
      title: "<img src=x onerror=alert(1)>",
      description: "<script>1</script>",
    });
    mount(element);
    await untilState(element, "ready");
    expect(element.renderRoot.querySelector("img, script")).to.equal(null);
    expect(shownText(element)).to.contain("<img src=x onerror=alert(1)>");
  });

  it("writes no style attribute and breaks no strict policy", async () => {
    await expectNoViolation(async () => {
      const { root, open } = await stageTracker({ allowedActions: ["reply", "rate", "urge"] });
      await open("#open-rate");
      expect(root.querySelectorAll("[style]")).to.have.length(0);
    });
  });
});
