import type { Capabilities, ServiceRequest } from "@portico/contract";
import { expect } from "chai";
import { html, LitElement } from "lit";
import type { CrmElement } from "./crm-element.js";
import { LazyPart } from "./lazy-part.js";
import { FakeBackend } from "./test/fake-backend.js";
import { create, mount, shownText, until, untilState } from "./test/fixture.js";
import { providerOf } from "./test/subject.js";

const notLoaded = "A part of this page could not be loaded. What you entered is kept.";

const capabilities = {
  name: "Test",
  requestKinds: [{ code: "fault", requester: "none", attachmentsAllowed: true, fields: [] }],
} as unknown as Capabilities;

const request = {
  id: "req_1",
  number: "F-1",
  state: "inProgress",
  allowedActions: ["reply", "urge"],
} as unknown as ServiceRequest;

const answers = {
  "capabilities.get": capabilities,
  "me.get": { principal: "guest", scopes: [] },
  "serviceRequests.get": request,
  "serviceRequests.create": request,
  "serviceRequests.entries.list": { data: [] },
  "serviceRequests.entries.create": {
    id: "e1",
    type: "reply",
    text: "Hello",
    createdAt: "2026-01-01T00:00:00Z",
  },
  "attachments.upload": { id: "att_1" },
};

/** From now on the network loses these files, and no others. */
async function lose(...files: string[]): Promise<void> {
  await fetch(`/unreliable?lost=${files}`);
}

/** An element whose files come over a network that may lose them. */
async function stage(name: string, attributes: Record<string, string>): Promise<CrmElement> {
  await import(`${location.origin}/unreliable/packages/elements/dist/define/${name}.js`);
  const element = create(`crm-${name}`, attributes);
  mount(providerOf(new FakeBackend(answers), element));
  await untilState(element, "ready");
  return element;
}

function find<Found extends HTMLElement>(element: CrmElement, selector: string): Found {
  const found = element.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

function type(element: CrmElement, selector: string, text: string): void {
  const field = find<HTMLInputElement>(element, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}

// A module that has come once stays on the page, so each test loses one that none before it has used.
describe("a part that does not load", () => {
  afterEach(() => lose());

  it("keeps files that were added, says so beside the button, and uploads them when it is tried again", async () => {
    await lose("upload-list.js", "filling.js");
    const form = await stage("request-form", { kind: "fault" });
    const chosen = new DataTransfer();
    chosen.items.add(new File(["x"], "photo.png", { type: "image/png" }));
    const input = find<HTMLInputElement>(form, 'input[type="file"]');
    input.files = chosen.files;
    input.dispatchEvent(new Event("change"));
    await until(() => shownText(form).includes(notLoaded), "the failure");
    await lose("filling.js");
    find(form, '.attachments [part="retry"]').click();
    await until(() => form.shadowRoot?.querySelector(".file.uploaded"), "the upload");
    expect(shownText(form)).to.contain("photo.png").and.not.to.contain(notLoaded);
  });

  it("keeps what was entered in a form, says that a part is missing, and comes with the next try", async () => {
    await lose("filling.js");
    const form = await stage("request-form", { kind: "fault" });
    type(form, "#field-title", "No street light");
    find(form, '[part="submit"]').click();
    await untilState(form, "offline");
    expect(shownText(form)).to.contain("What you entered is kept");
    expect(find<HTMLInputElement>(form, "#field-title").value).to.equal("No street light");
    await lose();
    find(form, '[part="submit"]').click();
    await until(() => shownText(form).includes("F-1"), "the receipt");
  });

  it("leaves a reply as it was typed, and opens the panel that was asked for when it is tried again", async () => {
    await lose("acting.js");
    const tracker = await stage("request-tracker", { "request-id": "req_1" });
    type(tracker, "#reply", "Hello");
    find(tracker, '.reply [part="submit"]').click();
    await until(() => shownText(tracker).includes(notLoaded), "the failure");
    expect(find<HTMLTextAreaElement>(tracker, "#reply").value).to.equal("Hello");
    find(tracker, "#open-urge").click();
    await until(() => tracker.shadowRoot?.querySelector('.actions [part="retry"]'), "the failure");
    await lose();
    find(tracker, '.actions [part="retry"]').click();
    await until(() => tracker.shadowRoot?.activeElement?.matches(".panel textarea"), "the panel");
    expect(shownText(tracker)).not.to.contain(notLoaded);
    find(tracker, '.reply [part="submit"]').click();
    await until(() => find<HTMLTextAreaElement>(tracker, "#reply").value === "", "the reply to leave");
  });
});

describe("a language that does not load", () => {
  it("is spoken as soon as the network brings it", async () => {
    await lose("request.words.ar.js");
    const tracker = await stage("request-tracker", { "request-id": "req_1", lang: "ar" });
    expect(shownText(tracker)).to.contain("In progress");
    await lose();
    await until(() => shownText(tracker).includes("قيد"), "Arabic");
    expect(shownText(tracker)).not.to.contain("In progress");
  });
});

describe("a part for nearly everybody", () => {
  let loads = 0;

  class Host extends LitElement {
    readonly extra: LazyPart<object> = new LazyPart<object>(this, {
      load: async () => {
        loads += 1;
        return {};
      },
      whenIdle: true,
    });
  }
  customElements.define("test-lazy-host", Host);

  beforeEach(() => {
    loads = 0;
  });

  it("loads once, after the first drawing, when the browser is idle", async () => {
    const host = mount<Host>(html`<test-lazy-host></test-lazy-host>`);
    expect(loads).to.equal(0);
    await until(() => host.extra.value, "the part");
    host.dispatchEvent(new PointerEvent("pointerenter"));
    host.requestUpdate();
    await host.updateComplete;
    expect(loads).to.equal(1);
  });

  it("waits for the pointer where the visitor saves data", async () => {
    const own = Object.getOwnPropertyDescriptor(navigator, "connection");
    Object.defineProperty(navigator, "connection", { configurable: true, value: { saveData: true } });
    try {
      const host = mount<Host>(html`<test-lazy-host></test-lazy-host>`);
      await host.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(loads).to.equal(0);
      host.dispatchEvent(new PointerEvent("pointerenter"));
      expect(loads).to.equal(1);
    } finally {
      if (own) Object.defineProperty(navigator, "connection", own);
      else Reflect.deleteProperty(navigator, "connection");
    }
  });
});
