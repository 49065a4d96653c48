import type { OperationId, ServiceRequest } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectSuccess, expectThat } from "../expect.js";
import { type Answer, type CallOptions, describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { rowsIn, walk } from "../lists.js";
import { expectHidden } from "./support/hidden.js";
import { firstPointOf } from "./support/shown.js";
import { writeCalls } from "./support/write-calls.js";

export const visibilityOfWrites: readonly Check[] = [
  {
    id: "visibility/request-of-another-unchanged",
    title:
      "A customer who changes, moves, urges or answers another's request is told that it does not exist.",
    requirements: ["CRM-VIS-011"],
    operations: ["createServiceRequest", "getServiceRequest"],
    callers: ["customerA", "customerB"],
    writes: true,
    async run(kit) {
      const [a, b] = [kit.as("customerA"), kit.as("customerB")];
      const { id } = await kit.make.request(b);
      const before = await b.call("getServiceRequest", { path: { id } });
      const log = await logOf(kit, id);
      const calls = writeCalls(kit, { request: id }, before.headers.get("ETag") ?? "*");
      for (const operation of [
        "updateServiceRequest",
        "urgeServiceRequest",
        "createEntry",
        "transitionServiceRequest",
      ] as const)
        if (kit.supports(operation))
          await expectHidden(
            kit,
            "CRM-VIS-011",
            a,
            operation,
            calls[operation] as WithPath<typeof operation>,
          );
      const after = await b.call("getServiceRequest", { path: { id } });
      expectEqual(
        "CRM-VIS-011",
        expectSuccess(after),
        expectSuccess(before),
        "B's request afterwards",
        after,
      );
      expectEqual("CRM-VIS-011", await logOf(kit, id), log, "the log of B's request afterwards", after);
    },
  },
  {
    id: "visibility/contact-point-of-another-kept",
    title: "A customer cannot reveal another's contact point.",
    requirements: ["CRM-VIS-011"],
    operations: ["revealContactPoint", "createCustomer"],
    callers: ["customerA", "agent"],
    writes: true,
    async run(kit) {
      const a = kit.as("customerA");
      const contactPoints = [{ type: "mobile", value: "13900139000" }];
      const other = await kit.make.customer({ contactPoints });
      const contactPointId = firstPointOf(other)?.id;
      expectThat(
        "CRM-WIR-001",
        contactPointId !== undefined,
        "a contact point that was sent in is not shown",
      );
      const body = { reason: `${kit.tag} call back` };
      for (const id of [other.id, a.customerId])
        await expectHidden(kit, "CRM-VIS-011", a, "revealContactPoint", {
          path: { id, contactPointId },
          body,
        });
    },
  },
  {
    id: "visibility/no-request-for-another",
    title: "A customer makes no request in another customer's name.",
    requirements: ["CRM-VIS-012"],
    operations: ["createServiceRequest", "listServiceRequests"],
    callers: ["customerA", "customerB"],
    writes: true,
    async run(kit) {
      const [a, b] = [kit.as("customerA"), kit.as("customerB")];
      const title = `${kit.tag} for another ${kit.unknownId().slice(0, 8)}`;
      const body = await kit.make.requestInput(a, { customerId: b.customerId, title });
      const answer = await a.call("createServiceRequest", { body });
      const { customer } = (answer.body ?? {}) as Partial<ServiceRequest>;
      expectThat(
        "CRM-VIS-012",
        answer.status === 403 ||
          answer.status === 422 ||
          (answer.status === 201 && customer?.id === a.customerId),
        `${describeAnswer(answer)} for customer ${customer?.id ?? "unknown"}; expected 422 or 403`,
        answer,
      );
      const seen = await walk(b, "listServiceRequests", { query: { limit: 100 }, maxPages: 3 });
      expectThat(
        "CRM-VIS-012",
        seen.rows.every((row) => row.title !== title),
        `customerB's list holds "${title}", which customerA sent in`,
        answer,
        ...seen.pages,
      );
    },
  },
  {
    id: "visibility/file-of-another",
    title: "A file that another customer sent in shows neither its record nor its content, in use or not.",
    requirements: ["CRM-VIS-013"],
    operations: ["uploadAttachment", "createServiceRequest", "getAttachment", "getAttachmentContent"],
    callers: ["customerA", "customerB"],
    writes: true,
    async run(kit) {
      const [a, b] = [kit.as("customerA"), kit.as("customerB")];
      const [free, used] = [await kit.make.file(b), await kit.make.file(b)];
      await kit.make.request(b, { attachmentIds: [used.id] });
      for (const { id } of [free, used]) {
        const path = { id };
        const { headers } = await b.call("getAttachment", { path });
        for (const operation of ["getAttachment", "getAttachmentContent"] as const) {
          await expectHidden(kit, "CRM-VIS-013", a, operation, { path });
          const answer = await kit.as("guest").call(operation, { path });
          expectThat("CRM-VIS-013", answer.status === 401, `${describeAnswer(answer)}; expected 401`, answer);
        }
        if (kit.supports("deleteAttachment"))
          await expectHidden(kit, "CRM-VIS-013", a, "deleteAttachment", {
            path,
            ifMatch: headers.get("ETag") ?? "*",
          });
        expectSuccess<unknown>(await b.call("getAttachmentContent", { path }), "CRM-VIS-013");
      }
    },
  },
  {
    id: "visibility/guest-submission-closed-again",
    title: "What a guest submits is read by no guest and by no customer afterwards.",
    requirements: ["CRM-VIS-017"],
    operations: ["createServiceRequest", "getServiceRequest", "listEntries"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const [guest, a] = [kit.as("guest"), kit.as("customerA")];
      if ((await kit.make.kindsOf(guest)).length === 0)
        kit.notSupported("guests are offered no kind of request");
      const made = await kit.make.requestAnswer(guest);
      const path = { id: made.body.id };
      const location = made.headers.get("Location");
      const reads: Answer[] = [
        await guest.call("getServiceRequest", { path }),
        await guest.call("listEntries", { path }),
        await guest.call("listServiceRequests"),
        ...(location ? [await guest.send({ method: "GET", target: targetOf(location) })] : []),
      ];
      for (const answer of reads)
        expectThat("CRM-VIS-017", answer.status === 401, `${describeAnswer(answer)}; expected 401`, answer);
      for (const operation of ["getServiceRequest", "listEntries"] as const)
        await expectHidden(kit, "CRM-VIS-017", a, operation, { path });
    },
  },
  {
    id: "visibility/guest-file-closed-again",
    title: "A file that a guest uploads is read by no guest and by no customer afterwards.",
    requirements: ["CRM-VIS-017"],
    operations: ["uploadAttachment", "getAttachment", "getAttachmentContent"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const path = { id: (await kit.make.file(kit.as("guest"))).id };
      for (const operation of ["getAttachment", "getAttachmentContent"] as const) {
        const answer = await kit.as("guest").call(operation, { path });
        expectThat("CRM-VIS-017", answer.status === 401, `${describeAnswer(answer)}; expected 401`, answer);
        await expectHidden(kit, "CRM-VIS-017", kit.as("customerA"), operation, { path });
      }
    },
  },
];

type WithPath<Id extends OperationId> = CallOptions<Id> & { readonly path: Record<string, string> };

async function logOf(kit: Kit, id: string): Promise<readonly object[]> {
  if (!kit.supports("listEntries")) return [];
  return rowsIn<object>(await kit.as("customerB").call("listEntries", { path: { id } })).data;
}

/** A location as path and query: it may be given in full. */
function targetOf(location: string): string {
  const { pathname, search } = new URL(location, "http://backend");
  return pathname + search;
}
