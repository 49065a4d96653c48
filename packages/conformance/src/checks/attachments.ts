import { createHash } from "node:crypto";
import type { Attachment, ServiceRequestInput } from "@portico/contract";
import type { Check } from "../check.js";
import {
  expectEqual,
  expectMatch,
  expectPointer,
  expectProblem,
  expectSuccess,
  expectThat,
} from "../expect.js";
import type { Caller } from "../http/caller.js";
import { mediaTypeOf } from "../http/exchange.js";
import type { Kit } from "../kit.js";
import { NotSupported } from "../violation.js";
import { readRequest } from "./support/requests.js";
import { listOf } from "./support/values.js";

export const attachments: readonly Check[] = [
  {
    id: "attachments/record",
    title: "A file's record tells name, media type and size as they were sent, names in Chinese too.",
    requirements: ["CRM-AT-001"],
    operations: ["uploadAttachment", "getAttachment"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      for (const { name, mediaType, bytes } of samplesFor(kit)) {
        const answer = await customer.call("uploadAttachment", kit.make.upload(name, mediaType, bytes));
        const { id } = expectSuccess(answer, "CRM-AT-001");
        const read = await customer.call("getAttachment", { path: { id } });
        expectSuccess(read, "CRM-AT-001");
        const sent = { fileName: name, size: bytes.byteLength };
        for (const record of [answer, read]) {
          expectMatch("CRM-AT-001", record.body, sent, "the record of a file", record);
          const [given] = String(record.body.mediaType).split(";");
          expectEqual("CRM-AT-001", given, mediaType, `the media type of ${name}`, record);
          const sum = createHash("sha256").update(bytes).digest("hex");
          const { sha256 = sum } = record.body;
          expectEqual("CRM-AT-001", sha256.toLowerCase(), sum, `the SHA-256 of ${name}`, record);
        }
      }
    },
  },
  {
    id: "attachments/content",
    title: "A file comes back byte for byte, as a download.",
    requirements: ["CRM-AT-002"],
    operations: ["uploadAttachment", "getAttachmentContent"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      for (const sample of samplesFor(kit)) {
        const { id } = await kit.make.file(customer, sample);
        const answer = await customer.call("getAttachmentContent", {
          path: { id },
          headers: { Accept: "*/*" },
        });
        expectSuccess(answer, "CRM-AT-002");
        const { response } = answer.exchange;
        const isSame = response !== undefined && Buffer.from(sample.bytes).equals(response.bytes);
        const sizes = `${response?.bytes.byteLength} bytes; expected the ${sample.bytes.byteLength} that were sent`;
        expectThat("CRM-AT-002", isSame, `${sample.name} comes back otherwise, with ${sizes}`, answer);
        const disposition = answer.headers.get("Content-Disposition") ?? "";
        const isDownload = /^attachment\b/i.test(disposition);
        const what = `Content-Disposition is "${disposition}"; expected \`attachment\``;
        expectThat("CRM-AT-002", isDownload, what, answer);
        const type = response ? mediaTypeOf(response) : "";
        const isKnown = type === sample.mediaType || type === "application/octet-stream";
        expectThat("CRM-AT-002", isKnown, `${sample.name} comes back as ${type}`, answer);
      }
    },
  },
  {
    id: "attachments/with-a-request",
    title: "The files that a request was made with are shown with it, whoever reads it.",
    requirements: ["CRM-AT-003"],
    operations: ["uploadAttachment", "createServiceRequest", "getServiceRequest"],
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      const files = [await kit.make.file(customer), await kit.make.file(customer, { name: "second.txt" })];
      const made = await requestWith(kit, files);
      const expected = files.map(({ id, fileName }) => `${id} ${fileName}`).toSorted();
      const views = [made, await readRequest(customer, made.id), await readRequest(kit.as("agent"), made.id)];
      for (const view of views) {
        const shown = listOf(view.attachments).map(({ id, fileName }) => `${id} ${fileName}`);
        expectEqual("CRM-AT-003", shown.toSorted(), expected, "the files shown with the request");
      }
    },
  },
  {
    id: "attachments/unknown",
    title: "A request with a file that does not exist is refused with a pointer.",
    requirements: ["CRM-AT-004"],
    operations: ["uploadAttachment", "createServiceRequest"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      const { id } = await kit.make.file(customer);
      const body = { ...(await inputWithFiles(kit, customer)), attachmentIds: [kit.unknownId(id)] };
      const answer = await customer.call("createServiceRequest", { body });
      const problem = expectProblem(answer, "CRM-AT-004", "validation-failed");
      expectPointer(answer, problem, "CRM-AT-004", "/attachmentIds/0", "/attachmentIds");
    },
  },
  {
    id: "attachments/removed",
    title: "A file that nothing uses is removed by its sender and gone for good.",
    requirements: ["CRM-AT-005"],
    operations: ["uploadAttachment", "getAttachment", "deleteAttachment"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      const { id } = await kit.make.file(customer);
      expectSuccess(await remove(customer, id), "CRM-AT-005");
      for (const operation of ["getAttachment", "getAttachmentContent"] as const)
        expectProblem(await customer.call(operation, { path: { id } }), "CRM-AT-005", "not-found");
    },
  },
  {
    id: "attachments/in-use",
    title: "A file that a request uses is not removed.",
    requirements: ["CRM-AT-005"],
    operations: ["uploadAttachment", "createServiceRequest", "deleteAttachment"],
    callers: ["customerA"],
    writes: true,
    async run(kit) {
      const customer = kit.as("customerA");
      const file = await kit.make.file(customer);
      const { id } = await requestWith(kit, [file]);
      expectProblem(await remove(customer, file.id), "CRM-AT-005", "conflict");
      const kept = listOf((await readRequest(customer, id)).attachments).map((each) => each.id);
      expectEqual("CRM-AT-005", kept, [file.id], "the files of the request after a refused removal");
    },
  },
  {
    id: "attachments/of-another",
    title: "A file of one customer, used or not, is not taken up by another customer's request.",
    requirements: ["CRM-AT-006"],
    operations: ["uploadAttachment", "createServiceRequest", "getServiceRequest"],
    callers: ["customerA", "customerB"],
    writes: true,
    async run(kit) {
      const [owner, other] = [kit.as("customerA"), kit.as("customerB")];
      const [used, unused] = [await kit.make.file(owner), await kit.make.file(owner)];
      const { id } = await requestWith(kit, [used]);
      for (const file of [used, unused]) {
        const body = { ...(await inputWithFiles(kit, other)), attachmentIds: [file.id] };
        const answer = await other.call("createServiceRequest", { body });
        const problem = expectProblem(answer, "CRM-AT-006", "validation-failed");
        expectPointer(answer, problem, "CRM-AT-006", "/attachmentIds/0", "/attachmentIds");
      }
      const kept = listOf((await readRequest(owner, id)).attachments).map((each) => each.id);
      expectEqual("CRM-AT-006", kept, [used.id], "the files of the request that had it first");
    },
  },
];

interface Sample {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const samples: readonly Sample[] = [
  {
    name: "现场照片 (1).png",
    mediaType: "image/png",
    // One transparent pixel.
    bytes: Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=",
      "base64",
    ),
  },
  {
    name: "合同样品.pdf",
    mediaType: "application/pdf",
    bytes: Buffer.from(
      "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
      "latin1",
    ),
  },
  {
    name: "讀數說明.txt",
    mediaType: "text/plain",
    bytes: Buffer.from("\ufeff第一行\r\nSecond line\t😀\n\n"),
  },
];

/** Files of the types that the backend takes. */
function samplesFor(kit: Kit): readonly Sample[] {
  const taken = listOf(kit.capabilities.attachments?.mediaTypes);
  const isTaken = ({ mediaType }: Sample) =>
    taken.some((type) => type === mediaType || type === "*/*" || type === mediaType.replace(/\/.*/, "/*"));
  const found = samples.filter(isTaken);
  if (found.length === 0) throw new NotSupported("neither PNG nor PDF nor plain text is taken");
  return found;
}

async function inputWithFiles(kit: Kit, caller: Caller): Promise<ServiceRequestInput> {
  const kinds = await kit.make.kindsOf(caller);
  const kind = kinds.find((each) => each.attachmentsAllowed && each.code !== "misconduct");
  if (!kind) throw new NotSupported(`${caller.name} is offered no kind that takes files`);
  return kit.make.inputOfKind(kind, false);
}

async function requestWith(kit: Kit, files: readonly Attachment[]) {
  const customer = kit.as("customerA");
  const input = await inputWithFiles(kit, customer);
  return kit.make.request(customer, { ...input, attachmentIds: files.map(({ id }) => id) });
}

async function remove(caller: Caller, id: string) {
  const current = await caller.call("getAttachment", { path: { id } });
  return caller.call("deleteAttachment", { path: { id }, ifMatch: current.headers.get("ETag") ?? "" });
}
