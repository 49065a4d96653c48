import type { Capabilities, Me, RequestKindDescriptor } from "@portico/contract";
import { expect } from "chai";
import { formats } from "../internal/format.js";
import { english as words } from "./filling.strings.js";
import { draftValues, readDraft, writeDraft } from "./request-form.draft.js";
import { faultMessage, findFaults, placeFaults, serverFaults } from "./request-form.faults.js";
import { type Circumstances, toInput } from "./request-form.input.js";
import { fieldGroups, toValues, type Values } from "./request-form.model.js";
import { asksRequester, offeredKinds } from "./request-form.setup.js";
import { english } from "./request-form.strings.js";

const kind: RequestKindDescriptor = {
  code: "fault",
  labels: { en: "Report a fault" } as never,
  location: "required",
  requester: "required",
  guestAllowed: true,
  anonymousAllowed: false,
  attachmentsAllowed: true,
  fields: [
    { name: "count", type: "integer", required: false, labels: { en: "How many" } as never, minimum: 1 },
    { name: "risk", type: "boolean", required: false, labels: { en: "Risk" } as never },
    { name: "account", type: "text", required: false, labels: { en: "Account" } as never, sensitive: true },
  ],
};
const report = { ...kind, code: "misconduct", anonymousAllowed: true, location: "optional", fields: [] };

const circumstances: Circumstances = {
  channel: "web",
  language: "en",
  customerId: null,
  asksRequester: true,
  attachmentIds: [],
  prefill: null,
};

function capabilities(requestKinds: unknown): Capabilities {
  return { name: "Test", requestKinds } as Capabilities;
}

const guest = { principal: "guest", scopes: [] } as Me;
const customer = { principal: "customer", id: "cus_1", scopes: [] } as Me;
const all = { kind: null, kinds: null };

describe("The kinds a form offers", () => {
  it("come in the host's order, and only those the backend takes", () => {
    const offered = offeredKinds(
      { capabilities: capabilities([kind, report]) },
      { ...all, kinds: "misconduct praise fault" },
    );
    expect(offered.map(({ code }) => code)).to.deep.equal(["misconduct", "fault"]);
  });

  it("leave out for a guest what a guest may not submit", () => {
    const setup = { capabilities: capabilities([{ ...kind, guestAllowed: false }]) };
    expect(offeredKinds({ ...setup, me: guest }, all)).to.have.length(0);
    expect(offeredKinds({ ...setup, me: customer }, all)).to.have.length(1);
  });

  for (const payload of [null, "x", {}, [null, 7, "fault", {}, { code: 3 }, { code: "" }]]) {
    it(`are none when the backend says ${JSON.stringify(payload)}`, () => {
      expect(offeredKinds({ capabilities: capabilities(payload) }, all)).to.deep.equal([]);
    });
  }

  it("are mended when their descriptors are broken", () => {
    const broken = {
      code: "odd",
      labels: { en: 5 },
      location: 7,
      fields: [
        null,
        { name: 1 },
        { name: "a", type: "hologram", labels: null, maxLength: "many" },
        { name: "b", type: "choice", choices: "none" },
        { name: "__proto__", type: "text", labels: { en: "P" } },
      ],
    };
    const [odd] = offeredKinds({ capabilities: capabilities([broken]) }, all);
    if (!odd) throw new Error("It was left out");
    const { matter } = fieldGroups(odd, {}, false, english, "en");
    expect(matter.slice(2).map(({ control, label }) => [control, label])).to.deep.equal([
      ["text", "a"],
      ["text", "b"],
      ["text", "P"],
    ]);
    toInput(odd, { "/customFields/__proto__": "polluted" }, circumstances);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });
});

describe("The fields of a kind", () => {
  it("ask a guest and an agent whom to call back, but no customer and for no named customer", () => {
    expect(asksRequester(kind, guest, null)).to.equal(true);
    expect(asksRequester(kind, { ...guest, principal: "agent" }, null)).to.equal(true);
    expect(asksRequester(kind, { ...guest, principal: "agent" }, "cus_1")).to.equal(false);
    expect(asksRequester(kind, customer, null)).to.equal(false);
    expect(asksRequester({ ...kind, requester: "none" }, guest, null)).to.equal(false);
  });

  it("hide whom to call back from one who stays anonymous", () => {
    expect(fieldGroups(report, {}, true, english, "en").requester).to.have.length(3);
    expect(fieldGroups(report, { "/anonymous": true }, true, english, "en").requester).to.have.length(0);
  });
});

describe("The request made of an entry", () => {
  it("holds what was entered, typed, and leaves out what was left empty", () => {
    const values: Values = {
      "/title": "  No light ",
      "/description": " ",
      "/location/address": "120 Liberation Road",
      "/location/latitude": "31.2304",
      "/location/longitude": "121.4737",
      "/requester/phone": "138 0013 8000",
      "/customFields/count": "３",
      "/customFields/gone": "of another kind",
    };
    expect(toInput(kind, values, { ...circumstances, attachmentIds: ["att_1"] })).to.deep.equal({
      kind: "fault",
      title: "No light",
      channel: "web",
      language: "en",
      location: { address: "120 Liberation Road", latitude: 31.2304, longitude: 121.4737 },
      requester: { phone: "138 0013 8000" },
      attachmentIds: ["att_1"],
      customFields: { count: 3, risk: false },
    });
  });

  it("carries nothing about a reporter who stays anonymous", () => {
    const values: Values = { "/title": "T", "/anonymous": true, "/requester/phone": "138 0013 8000" };
    const input = toInput(report, values, { ...circumstances, customerId: "cus_1" });
    expect(input).to.deep.equal({
      kind: "misconduct",
      title: "T",
      anonymous: true,
      channel: "web",
      language: "en",
    });
  });

  it("does not carry anonymity into a kind that has none", () => {
    expect(toInput(kind, { "/title": "T", "/anonymous": true }, circumstances)).not.to.have.property(
      "anonymous",
    );
  });

  it("returns to the same values it was made of", () => {
    const values: Values = {
      "/title": "T",
      "/location/address": "A",
      "/customFields/count": "3",
      "/customFields/risk": true,
    };
    expect(toValues(toInput(kind, values, circumstances))).to.deep.equal(values);
  });
});

describe("The faults of an entry", () => {
  const fields = (values: Values) => Object.values(fieldGroups(kind, values, true, english, "en")).flat();
  const found = (values: Values) =>
    findFaults(
      kind,
      toInput(kind, values, circumstances),
      { guest: true, maxAttachments: 5 },
      fields(values),
    );

  it("stand at the fields that can mend them, in the order of the form", () => {
    expect(
      found({ "/customFields/count": "many" }).map(({ pointer, code }) => [pointer, code]),
    ).to.deep.equal([
      ["/title", "required"],
      ["/customFields/count", "type"],
      ["/location/address", "required"],
      ["/requester/phone", "required"],
    ]);
  });

  it("say what to do, in the words of the field", () => {
    const message = (code: string, control?: "integer" | "select", limit?: number) =>
      faultMessage({ pointer: "/x", code, limit }, control, words, formats("en"));
    expect(message("type", "integer")).to.equal("Please enter a whole number.");
    expect(message("required", "select")).to.equal("Please choose one.");
    expect(message("too-small", "integer", 1)).to.equal("Please enter 1 or more.");
    expect(message("a-code-of-tomorrow")).to.equal("Please check this entry.");
  });

  it("are not taken in by a code that is a name of the language", () => {
    expect(faultMessage({ pointer: "/x", code: "constructor" }, undefined, words, formats("en"))).to.equal(
      "Please check this entry.",
    );
  });

  it("keep to the server's pointers, or to none when no field is meant", () => {
    const error = (problem: unknown, status = 422) => ({
      code: "validation-failed",
      message: "",
      status,
      problem,
    });
    const faults = serverFaults(
      error({
        errors: [
          { pointer: "/attachmentIds/1", code: "unknown-reference", message: "m" },
          { pointer: "/title", code: "too-long", message: "m", params: { limit: 120 } },
          { pointer: "/priority", code: "enum", message: "m" },
          { parameter: "x", code: "enum", message: "m" },
          null,
          { pointer: 4, code: {} },
        ],
      }),
    );
    expect(placeFaults(faults, fields({})).map(({ pointer, limit }) => [pointer, limit])).to.deep.equal([
      ["", undefined],
      ["/title", 120],
      ["/attachmentIds", undefined],
    ]);
    for (const problem of [undefined, null, {}, { errors: "no" }, { errors: {} }]) {
      expect(serverFaults(error(problem))).to.deep.equal([]);
    }
    expect(serverFaults(error({ errors: [{ pointer: "/title", code: "required" }] }, 500))).to.deep.equal([]);
  });
});

describe("A draft", () => {
  const draft = { kind: "fault", values: { "/title": "T" } };

  it("holds neither contact details nor what the backend calls sensitive", () => {
    const values = {
      "/title": "T",
      "/requester/phone": "1",
      "/customFields/account": "62",
      "/description": "",
    };
    expect(draftValues(kind, values)).to.deep.equal({ "/title": "T" });
  });

  it("comes back to the one who wrote it, for a fortnight", () => {
    const stored = writeDraft(draft, customer, 0);
    const day = 24 * 60 * 60 * 1000;
    expect(readDraft(stored, customer, 13 * day)).to.deep.equal(draft);
    expect(readDraft(stored, customer, 15 * day)).to.equal(undefined);
    expect(readDraft(stored, guest, day)).to.equal(undefined);
  });

  for (const stored of [
    null,
    "",
    "{",
    "[]",
    "7",
    '{"kind":"fault","owner":"","savedAt":1}',
    '{"kind":"fault","owner":"","savedAt":1,"values":{"/title":{}}}',
  ]) {
    it(`is none when ${JSON.stringify(stored)} is stored`, () => {
      expect(readDraft(stored, guest, 1)).to.equal(undefined);
    });
  }
});
