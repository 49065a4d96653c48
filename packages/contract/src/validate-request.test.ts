import { describe, expect, test } from "vitest";
import { openApiDocument, type Schema } from "./document.js";
import type { RequestKindDescriptor, ServiceRequestInput } from "./generated/models.js";
import { emailMaxLength, maxAttachments, requestInputRules } from "./limits.js";
import { phonePattern } from "./validate-fields.js";
import { validateRequestInput } from "./validate-request.js";

const fault: RequestKindDescriptor = {
  code: "fault",
  labels: { en: "Fault report" },
  fields: [{ name: "meterNumber", type: "text", required: true, labels: { en: "Meter" }, maxLength: 12 }],
  location: "required",
  requester: "required",
  guestAllowed: true,
  anonymousAllowed: false,
  attachmentsAllowed: true,
};

const sound: ServiceRequestInput = {
  kind: "fault",
  title: "No light in the street",
  description: "Since last night.",
  location: { address: "120 Liberation Road" },
  customFields: { meterNumber: "31-0042" },
};

const faults = (
  change: Partial<ServiceRequestInput>,
  kind: Partial<RequestKindDescriptor> = {},
  guest = false,
) => validateRequestInput({ ...fault, ...kind }, { ...sound, ...change }, { guest });

test("a sound request has no faults", () => {
  expect(faults({})).toEqual([]);
});

test("every fault is told at once, in the order of the form", () => {
  const input = { title: " ", location: {}, customFields: {}, attachmentIds: Array(6).fill("file") };
  expect(faults(input)).toEqual([
    { pointer: "/title", code: "required" },
    { pointer: "/location", code: "required" },
    { pointer: "/customFields/meterNumber", code: "required" },
    { pointer: "/attachmentIds", code: "too-many", params: { limit: 5 } },
  ]);
});

test("texts have a greatest length", () => {
  expect(faults({ title: "x".repeat(121), description: "x".repeat(4001) })).toEqual([
    { pointer: "/title", code: "too-long", params: { limit: 120 } },
    { pointer: "/description", code: "too-long", params: { limit: 4000 } },
  ]);
});

describe("a place", () => {
  test("may be coordinates alone", () => {
    expect(faults({ location: { latitude: 31.2, longitude: 121.5 } })).toEqual([]);
  });

  test("needs both coordinates", () => {
    expect(faults({ location: { latitude: 31.2 } })).toEqual([
      { pointer: "/location/longitude", code: "required" },
    ]);
  });

  test("lies on the globe", () => {
    expect(faults({ location: { latitude: 91, longitude: -181 } })).toEqual([
      { pointer: "/location/latitude", code: "too-large", params: { limit: 90 } },
      { pointer: "/location/longitude", code: "too-small", params: { limit: -180 } },
    ]);
  });

  test("may be left out where the kind only invites it", () => {
    const { location: _, ...nowhere } = sound;
    expect(validateRequestInput({ ...fault, location: "optional" }, nowhere)).toEqual([]);
  });

  test("is refused where the kind has none", () => {
    expect(faults({}, { location: "none" })).toEqual([{ pointer: "/location", code: "not-allowed" }]);
  });
});

describe("a requester", () => {
  test("who is a guest says whom to call back", () => {
    expect(faults({ requester: { name: "Ms Wang" } }, {}, true)).toEqual([
      { pointer: "/requester/phone", code: "required" },
    ]);
    expect(faults({ requester: { email: "wang@example.com" } }, {}, true)).toEqual([]);
  });

  test("who is signed in need not", () => {
    expect(faults({})).toEqual([]);
  });

  test("may stay unnamed only where the kind allows it", () => {
    expect(faults({ anonymous: true }, {}, true)).toEqual([{ pointer: "/anonymous", code: "not-allowed" }]);
    expect(faults({ anonymous: true }, { anonymousAllowed: true }, true)).toEqual([]);
  });

  test("is reached by a real number and address", () => {
    expect(faults({ requester: { phone: "none", email: "none", name: "x".repeat(81) } })).toEqual([
      { pointer: "/requester/name", code: "too-long", params: { limit: 80 } },
      { pointer: "/requester/phone", code: "format" },
      { pointer: "/requester/email", code: "format" },
    ]);
  });
});

test("files are refused where the kind takes none", () => {
  expect(faults({ attachmentIds: ["file"] }, { attachmentsAllowed: false })).toEqual([
    { pointer: "/attachmentIds", code: "not-allowed" },
  ]);
});

describe("the limits of the document", () => {
  const member = (schema: string, name: string): Schema | undefined =>
    openApiDocument.components.schemas[schema]?.properties?.[name];

  test.each([
    ["ServiceRequestInput", "title", requestInputRules.title.maxLength],
    ["ServiceRequestPatch", "title", requestInputRules.title.maxLength],
    ["ServiceRequestInput", "description", requestInputRules.description.maxLength],
    ["ServiceRequestPatch", "description", requestInputRules.description.maxLength],
    ["EntryInput", "text", requestInputRules.entryText.maxLength],
    ["TransitionInput", "reason", requestInputRules.reason.maxLength],
    ["UrgeInput", "reason", requestInputRules.reason.maxLength],
    ["AssignmentInput", "reason", requestInputRules.reason.maxLength],
    ["RequesterInput", "name", requestInputRules.requesterName.maxLength],
    ["RequesterInput", "email", emailMaxLength],
    ["Location", "address", requestInputRules.address.maxLength],
    ["Location", "note", requestInputRules.locationNote.maxLength],
  ])("for the length of %s.%s are those of the rules", (schema, name, maxLength) => {
    expect(member(schema, name)).toMatchObject({ maxLength });
  });

  test("for numbers, telephones and files are those of the rules", () => {
    expect(member("RequesterInput", "phone")).toMatchObject({ pattern: phonePattern });
    expect(member("Location", "latitude")).toMatchObject({ minimum: -90, maximum: 90 });
    expect(member("Location", "longitude")).toMatchObject({ minimum: -180, maximum: 180 });
    expect(member("ServiceRequestInput", "attachmentIds")).toMatchObject({ maxItems: maxAttachments });
    expect(member("EntryInput", "attachmentIds")).toMatchObject({ maxItems: maxAttachments });
  });
});
