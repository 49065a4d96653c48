import type { Capabilities, Me, ServiceRequest } from "@portico/contract";
import { apiError } from "../internal/test/fake-backend.js";
import type { Subject } from "../internal/test/subject.js";

const labels = (en: string, hans = en) =>
  ({ en, "zh-Hans": hans, "zh-Hant": hans }) as Capabilities["requestKinds"][number]["labels"];

export const capabilities = {
  name: "Test",
  requestKinds: [
    {
      code: "fault",
      labels: labels("Report a fault", "故障报修"),
      location: "optional",
      requester: "required",
      guestAllowed: true,
      anonymousAllowed: false,
      attachmentsAllowed: true,
      fields: [
        {
          name: "faultType",
          type: "choice",
          required: true,
          labels: labels("What is wrong"),
          choices: [
            { code: "outage", labels: labels("No power") },
            { code: "voltage", labels: labels("Low voltage") },
          ],
        },
        {
          name: "homes",
          type: "integer",
          required: false,
          labels: labels("Homes without power"),
          minimum: 1,
        },
        { name: "since", type: "date", required: false, labels: labels("Since when") },
        { name: "risk", type: "boolean", required: false, labels: labels("Somebody could get hurt") },
        { name: "shape", type: "polygon", required: false, labels: labels("Shape") },
      ],
    },
    {
      code: "misconduct",
      labels: labels("Report misconduct", "举报"),
      location: "none",
      requester: "optional",
      guestAllowed: true,
      anonymousAllowed: true,
      attachmentsAllowed: false,
      fields: [],
    },
  ],
  attachments: { maxCount: 2, maxBytes: 1000, mediaTypes: ["image/png", "application/pdf"] },
} as unknown as Capabilities;

export const guest = { principal: "guest", scopes: [] } as Me;

export const created = {
  id: "req_1",
  number: "F-2026-17",
  anonymous: false,
  nextStep: { code: "dispatch", labels: labels("A crew will be sent."), dueAt: "2026-11-24T10:00:00Z" },
} as unknown as ServiceRequest;

export const answers = {
  "capabilities.get": capabilities,
  "me.get": guest,
  "serviceRequests.create": created,
  "attachments.upload": (file: File) => ({ id: `att-${file.name}` }),
};

export const subject: Subject = {
  tag: "crm-request-form",
  given: { property: "capabilities", value: capabilities },
  answers,
  usual: {
    "capabilities.get": {
      ...capabilities,
      requestKinds: ["fault", "complaint", "praise", "question"].map((code) => ({
        ...capabilities.requestKinds[0],
        code,
      })),
    },
  },
  shows: () => "Report a fault",
  empty: { "capabilities.get": { ...capabilities, requestKinds: [] } },
  partial: { "me.get": apiError(500, "internal") },
};
