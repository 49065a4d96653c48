import type { ServiceRequest } from "@portico/contract";
import { expect } from "chai";
import "../define/request-form.js";
import { expectAccessible } from "../internal/test/accessibility.js";
import { expectNoViolation } from "../internal/test/content-security.js";
import { apiError, connectionError, FakeBackend } from "../internal/test/fake-backend.js";
import { announced, mount, shownText, until, untilState } from "../internal/test/fixture.js";
import { providerOf } from "../internal/test/subject.js";
import type { CrmRequestForm } from "./request-form.js";
import { answers, created, guest } from "./request-form.subject.js";

beforeEach(() => localStorage.clear());

interface Use {
  readonly backend: FakeBackend;
  readonly form: CrmRequestForm;
}

async function use(attributes: Partial<CrmRequestForm> = { kind: "fault" }, overrides = {}): Promise<Use> {
  const backend = new FakeBackend({ ...answers, ...overrides });
  const form = Object.assign(document.createElement("crm-request-form"), attributes);
  mount(providerOf(backend, form));
  await untilState(form, "ready");
  return { backend, form };
}

function find<Found extends HTMLElement = HTMLElement>(form: CrmRequestForm, selector: string): Found {
  const found = form.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

function type(form: CrmRequestForm, id: string, value: string): HTMLInputElement {
  const input = find<HTMLInputElement>(form, `#field-${id}`);
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  return input;
}

async function fill(form: CrmRequestForm): Promise<void> {
  type(form, "title", "No street light");
  find(form, 'input[type="radio"]').click();
  type(form, "requester-phone", "138 0013 8000");
  await form.updateComplete;
}

const submitButton = (form: CrmRequestForm) => find<HTMLButtonElement>(form, '[part="submit"]');
const creations = (backend: FakeBackend) =>
  backend.calls.filter(({ operation }) => operation === "serviceRequests.create");
const keys = (backend: FakeBackend) =>
  creations(backend).map(({ args }) => (args[1] as { idempotencyKey: string }).idempotencyKey);
const received = (form: CrmRequestForm) =>
  until(() => form.shadowRoot?.querySelector('[part="number"]'), "the receipt");

function addFiles(form: CrmRequestForm, ...files: File[]): void {
  const input = find<HTMLInputElement>(form, 'input[type="file"]');
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event("change"));
}

const file = (name: string, size = 10, mediaType = "image/png") =>
  new File([new Uint8Array(size)], name, { type: mediaType });

describe("<crm-request-form> asks", () => {
  it("what it is about first, and takes the choice back with what was typed", async () => {
    const { form } = await use({});
    const [fault] = form.shadowRoot?.querySelectorAll<HTMLElement>(".kind") ?? [];
    fault?.click();
    await until(
      () => form.shadowRoot?.activeElement === form.shadowRoot?.querySelector("#title"),
      "the focus on the heading",
    );
    type(form, "title", "Kept");
    find(form, ".head button").click();
    await form.updateComplete;
    form.shadowRoot?.querySelectorAll<HTMLElement>(".kind")[1]?.click();
    await form.updateComplete;
    expect(find<HTMLInputElement>(form, "#field-title").value).to.equal("Kept");
  });

  it("with the control that fits each type, and as text what it does not know", async () => {
    const { form } = await use();
    const types = ["customFields-homes", "customFields-since", "customFields-risk", "customFields-shape"].map(
      (id) => find<HTMLInputElement>(form, `#field-${id}`).type,
    );
    expect(types).to.deep.equal(["text", "date", "checkbox", "text"]);
    expect(find(form, '[role="radiogroup"] legend').textContent).to.contain("What is wrong");
    await expectAccessible(form);
  });

  it("a guest how to be reached, but not a customer", async () => {
    const { form } = await use();
    expect(shownText(form)).to.contain("How can we reach you?");
    const { form: known } = await use(
      { kind: "fault" },
      { "me.get": { ...guest, principal: "customer", displayName: "王小姐" } },
    );
    expect(shownText(known)).to.contain("Signed in as 王小姐").and.not.to.contain("How can we reach you?");
  });

  it("in Chinese where the page is Chinese", async () => {
    const { form } = await use({ kind: "fault", lang: "zh-CN" });
    await until(() => shownText(form).includes("如何与您联系？"), "the Chinese texts");
    expect(shownText(form)).to.contain("故障报修");
  });

  it("for the position only when the visitor says so, and takes it back", async () => {
    const { form } = await use();
    const { getCurrentPosition } = navigator.geolocation;
    let asked = 0;
    navigator.geolocation.getCurrentPosition = (found) => {
      asked += 1;
      found({ coords: { latitude: 31.23041234, longitude: 121.4737 } } as GeolocationPosition);
    };
    try {
      expect(asked).to.equal(0);
      find(form, ".position button").click();
      await until(() => shownText(form).includes("31.23041, 121.47370"), "the position");
      find(form, ".position button").click();
      await until(() => shownText(form).includes("Use my position"), "the position to go");
    } finally {
      navigator.geolocation.getCurrentPosition = getCurrentPosition;
    }
  });
});

describe("<crm-request-form> checks", () => {
  it("a field when it is left, not while it is typed", async () => {
    const { form } = await use();
    const homes = type(form, "customFields-homes", "many");
    await form.updateComplete;
    expect(homes.ariaInvalid).to.equal("false");
    homes.blur();
    await until(() => homes.ariaInvalid === "true", "the fault");
    expect(shownText(form)).to.contain("Please enter a whole number.");
    type(form, "customFields-homes", "3").blur();
    await form.updateComplete;
    expect(homes.ariaInvalid).to.equal("false");
  });

  it("everything before it sends, and leads from the list of faults to the fields", async () => {
    const { backend, form } = await use();
    submitButton(form).click();
    await until(() => form.shadowRoot?.activeElement?.matches(".summary"), "the focus on the summary");
    expect(find(form, ".summary").textContent).to.contain("Please check 3 entries");
    expect(creations(backend)).to.have.length(0);
    await expectAccessible(form);
    find(form, ".summary button").click();
    await until(
      () => form.shadowRoot?.activeElement === find(form, "#field-title"),
      "the focus on the title",
    );
  });

  it("what the server found, at the field, until it is changed", async () => {
    const problem = {
      errors: [{ pointer: "/customFields/homes", code: "too-large", message: "m", params: { limit: 9 } }],
    };
    const refusal = Object.assign(apiError(422, "validation-failed"), { problem });
    const { backend, form } = await use({ kind: "fault" }, { "serviceRequests.create": refusal });
    await fill(form);
    submitButton(form).click();
    await until(() => shownText(form).includes("Please enter 9 or less."), "the server's fault");
    expect(form.state).to.equal("ready");
    backend.answer("serviceRequests.create", created);
    submitButton(form).click();
    await received(form);
  });
});

describe("<crm-request-form> sends", () => {
  it("once, with one key, however often it is pressed", async () => {
    const { backend, form } = await use();
    await fill(form);
    backend.hold();
    submitButton(form).click();
    submitButton(form).click();
    await form.updateComplete;
    expect(submitButton(form).ariaDisabled).to.equal("true");
    expect(submitButton(form).textContent).to.contain("Sending");
    submitButton(form).click();
    backend.release();
    await received(form);
    expect(creations(backend)).to.have.length(1);
    expect(creations(backend)[0]?.args[0]).to.deep.equal({
      kind: "fault",
      title: "No street light",
      channel: "web",
      language: "en",
      requester: { phone: "138 0013 8000" },
      customFields: { faultType: "outage", risk: false },
    });
  });

  it("with the same key after a lost answer, with another after a change", async () => {
    const { backend, form } = await use();
    await fill(form);
    backend.answer("serviceRequests.create", connectionError());
    submitButton(form).click();
    await untilState(form, "offline");
    expect(find<HTMLInputElement>(form, "#field-title").value).to.equal("No street light");
    expect(shownText(form)).to.contain("Nothing is lost");
    expect(submitButton(form).textContent).to.contain("Send again");
    await until(() => announced(form).includes("No connection"), "the announcement");
    await form.retry();
    type(form, "title", "Two street lights");
    await form.retry();
    backend.answer("serviceRequests.create", created);
    submitButton(form).click();
    await received(form);
    const [first, second, third, fourth] = keys(backend);
    expect(second).to.equal(first);
    expect(third).not.to.equal(first);
    expect(fourth).to.equal(third);
    expect(form.state).to.equal("ready");
  });

  it("by Ctrl+Enter, and never by Enter alone, nor with the form of the host", async () => {
    const { backend, form } = await use();
    const hostForm = document.createElement("form");
    let submitted = 0;
    hostForm.addEventListener("submit", (event) => {
      event.preventDefault();
      submitted += 1;
    });
    form.replaceWith(hostForm);
    hostForm.append(form);
    await form.updateComplete;
    const provider = providerOf(backend);
    hostForm.replaceWith(provider);
    provider.append(hostForm);
    await untilState(form, "ready");
    await fill(form);
    const title = find(form, "#field-title");
    title.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true, cancelable: true }),
    );
    for (const button of form.shadowRoot?.querySelectorAll("button") ?? [])
      expect(button.type).to.equal("button");
    expect(creations(backend)).to.have.length(0);
    title.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, composed: true }),
    );
    await received(form);
    expect(submitted).to.equal(0);
  });

  it("and ends with a receipt that has the focus, is announced, and makes room for another", async () => {
    const { form } = await use();
    const events: ServiceRequest[] = [];
    form.addEventListener("crm-request-created", (event) => events.push(event.detail.request));
    await fill(form);
    submitButton(form).click();
    await received(form);
    await until(() => form.shadowRoot?.activeElement?.matches("h2"), "the focus on the heading");
    expect(find(form, '[part="number"]').textContent).to.equal("F-2026-17");
    expect(shownText(form)).to.contain("A crew will be sent.").and.to.contain("2026");
    await until(() => announced(form).includes("F-2026-17"), "the announcement");
    expect(events).to.deep.equal([created]);
    await expectAccessible(form);
    find(form, '[part="another"]').click();
    await form.updateComplete;
    expect(find<HTMLInputElement>(form, "#field-title").value).to.equal("");
  });

  it("nothing about one who reports anonymously", async () => {
    const { backend, form } = await use({ kind: "misconduct" });
    type(form, "title", "A report");
    type(form, "requester-phone", "138 0013 8000");
    find(form, "#field-anonymous").click();
    await form.updateComplete;
    expect(shownText(form)).to.contain("not sent and not kept").and.not.to.contain("How can we reach you?");
    submitButton(form).click();
    await received(form);
    const input = creations(backend)[0]?.args[0];
    expect(input).to.deep.include({ anonymous: true }).and.not.to.have.property("requester");
  });
});

describe("<crm-request-form> keeps a draft", () => {
  const key = "portico:draft:Test:fault";

  it("only once something was typed, and brings it back after a reload", async () => {
    const { form } = await use();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(localStorage.length).to.equal(0);
    type(form, "title", "Half a sentence");
    type(form, "requester-phone", "138 0013 8000");
    await until(() => localStorage.getItem(key), "the draft");
    expect(localStorage.getItem(key)).not.to.contain("138");
    const { form: again } = await use();
    await until(() => shownText(again).includes("Your draft was restored."), "the draft");
    expect(find<HTMLInputElement>(again, "#field-title").value).to.equal("Half a sentence");
    await expectAccessible(again);
    find(again, ".draft button").click();
    await again.updateComplete;
    expect(find<HTMLInputElement>(again, "#field-title").value).to.equal("");
    expect(localStorage.getItem(key)).to.equal(null);
    find(again, ".draft button").click();
    await again.updateComplete;
    expect(find<HTMLInputElement>(again, "#field-title").value).to.equal("Half a sentence");
  });

  it("until it is sent", async () => {
    const { form } = await use();
    await fill(form);
    await until(() => localStorage.getItem(key), "the draft");
    submitButton(form).click();
    await received(form);
    form.remove();
    expect(localStorage.length).to.equal(0);
  });

  it("never of a report whose writer may stay unknown", async () => {
    const { form } = await use({ kind: "misconduct" });
    type(form, "title", "A report");
    form.remove();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(localStorage.length).to.equal(0);
  });

  it("nowhere, without complaint, when storage is blocked", async () => {
    const storage = Object.getOwnPropertyDescriptor(window, "localStorage");
    Object.defineProperty(window, "localStorage", {
      configurable: true,
      get: () => {
        throw new DOMException("Blocked", "SecurityError");
      },
    });
    try {
      const { form } = await use();
      await fill(form);
      submitButton(form).click();
      await received(form);
    } finally {
      if (storage) Object.defineProperty(window, "localStorage", storage);
    }
  });
});

describe("<crm-request-form> takes files", () => {
  it("within the limits, and says precisely why not", async () => {
    const { backend, form } = await use();
    addFiles(
      form,
      file("big.png", 2000),
      file("empty.png", 0),
      file("notes.txt", 5, "text/plain"),
      file("a.png"),
      file("b.png"),
      file("c.png"),
    );
    await until(() => form.shadowRoot?.querySelectorAll(".file.uploaded").length === 2, "two uploads");
    const text = shownText(form);
    expect(text).to.contain("“big.png” is larger than 1,000 byte");
    expect(text).to.contain("“empty.png” is empty.");
    expect(text).to.contain("“notes.txt” cannot be taken: PNG, PDF only.");
    expect(text).to.contain("“c.png” was left out: 2 files at most.");
    await expectAccessible(form);
    find(form, ".file button").click();
    await fill(form);
    submitButton(form).click();
    await received(form);
    expect(creations(backend)[0]?.args[0]).to.deep.include({ attachmentIds: ["att-b.png"] });
  });

  it("again under the same key after a failure, and waits for them before it sends", async () => {
    const { backend, form } = await use(
      { kind: "fault" },
      { "attachments.upload": apiError(500, "internal") },
    );
    await fill(form);
    addFiles(form, file("a.png"));
    await until(() => form.shadowRoot?.querySelector(".file.failed"), "the failure");
    submitButton(form).click();
    await until(() => shownText(form).includes("A file was not uploaded."), "the fault");
    expect(creations(backend)).to.have.length(0);
    backend.answer("attachments.upload", answers["attachments.upload"]);
    submitButton(form).click();
    await received(form);
    const uploads = backend.calls.filter(({ operation }) => operation === "attachments.upload");
    expect(
      new Set(uploads.map(({ args }) => (args[1] as { idempotencyKey: string }).idempotencyKey)),
    ).to.have.property("size", 1);
    expect(creations(backend)[0]?.args[0]).to.deep.include({ attachmentIds: ["att-a.png"] });
  });

  it("that are dropped or pasted, and leaves text to the field", async () => {
    const { form } = await use();
    const carry = (name: string) => {
      const data = new DataTransfer();
      data.items.add(file(name));
      return data;
    };
    // Firefox leaves out what a made-up event carries.
    const pasteOf = (clipboardData: DataTransfer) =>
      Object.defineProperty(new ClipboardEvent("paste", { cancelable: true }), "clipboardData", {
        value: clipboardData,
      });
    const paste = pasteOf(carry("pasted.png"));
    form.dispatchEvent(paste);
    form.dispatchEvent(new DragEvent("drop", { dataTransfer: carry("dropped.png"), cancelable: true }));
    await until(
      () => shownText(form).includes("pasted.png") && shownText(form).includes("dropped.png"),
      "the files",
    );
    expect(paste.defaultPrevented).to.equal(true);
    const words = new DataTransfer();
    words.setData("text/plain", "words");
    const textPaste = pasteOf(words);
    form.dispatchEvent(textPaste);
    expect(textPaste.defaultPrevented).to.equal(false);
  });
});

describe("<crm-request-form> within a page", () => {
  it("forgets what was entered at sign-out", async () => {
    const { form } = await use();
    await fill(form);
    (form.parentElement as HTMLElementTagNameMap["crm-provider"]).signOut();
    await untilState(form, "unauthorized");
    const provider = form.parentElement as HTMLElementTagNameMap["crm-provider"];
    provider.client = new FakeBackend(answers).client;
    await untilState(form, "ready");
    expect(find<HTMLInputElement>(form, "#field-title").value).to.equal("");
  });

  it("shows what the host has filled in, until the visitor types", async () => {
    const { form } = await use({ kind: "fault", value: { title: "Meter 7", customFields: { homes: 2 } } });
    expect(find<HTMLInputElement>(form, "#field-title").value).to.equal("Meter 7");
    type(form, "title", "Meter 8");
    form.value = { title: "Meter 9" };
    await form.updateComplete;
    expect(find<HTMLInputElement>(form, "#field-title").value).to.equal("Meter 8");
  });

  it("breaks no strict policy", async () => {
    await expectNoViolation(async () => {
      const { form } = await use();
      await fill(form);
      addFiles(form, file("a.png"));
      submitButton(form).click();
      await received(form);
      expect(form.shadowRoot?.querySelectorAll("[style]")).to.have.length(0);
    });
  });
});
