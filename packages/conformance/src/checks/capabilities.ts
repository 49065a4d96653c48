import { type Capabilities, operations } from "@portico/contract";
import { compareDocuments } from "@portico/contract/compare";
import { type OpenApiDocument, openApiDocument } from "@portico/contract/document";
import type { Check } from "../check.js";
import { pathOf } from "../document/operations.js";
import { expectProblem, expectSuccess, expectThat } from "../expect.js";
import { type Answer, describeAnswer } from "../http/caller.js";
import { EventStream } from "../http/event-stream.js";
import type { Kit } from "../kit.js";
import { operationsOf } from "../reach.js";
import { NotSupported } from "../violation.js";
import { declaredFilters } from "./declared-filters.js";
import { declaredOperations } from "./declared-operations.js";
import { declaredSorts } from "./declared-sorts.js";
import { reader } from "./support/known-records.js";
import { openStream } from "./support/probe.js";
import { listOf } from "./support/values.js";

const forEverybody: Check = {
  id: "capabilities/for-everybody",
  title: "The capabilities are told to everybody.",
  requirements: ["CRM-CAP-001"],
  writes: false,
  async run(kit) {
    const answer = await kit.as("guest").call("getCapabilities");
    const told: unknown = expectSuccess(answer, "CRM-CAP-001");
    const isObject = typeof told === "object" && told !== null;
    expectThat("CRM-CAP-001", isObject, `${describeAnswer(answer)} with no JSON object`, answer);
  },
};

const contractVersion: Check = {
  id: "capabilities/contract-version",
  title: "`contractVersion` is one this contract is compatible with.",
  requirements: ["CRM-CAP-002"],
  writes: false,
  async run(kit) {
    const answer = await reader(kit).call("getCapabilities");
    const { contractVersion: told } = expectSuccess(answer);
    const { version } = openApiDocument.info;
    expectThat(
      "CRM-CAP-002",
      isCompatible(told, version),
      `contractVersion is ${JSON.stringify(told)}; this is contract ${version}`,
      answer,
    );
  },
};

/** By semantic versioning, where before 1.0.0 a minor version may break as a major one does afterwards. */
function isCompatible(told: unknown, own: string): boolean {
  const line = (version: string) => {
    const [, major = "", minor = ""] = /^(\d+)\.(\d+)\.\d+(?:[-+].*)?$/.exec(version) ?? [];
    return major === "0" ? `0.${minor}` : major;
  };
  return typeof told === "string" && line(told) !== "" && line(told) === line(own);
}

const ownDocument: Check = {
  id: "capabilities/own-document",
  title: "A document the backend serves is compatible with the contract.",
  requirements: ["CRM-CAP-003"],
  writes: false,
  async run(kit) {
    const answer = await reader(kit).send({ method: "GET", target: "/v1/openapi.json" });
    if (answer.status !== 200) throw new NotSupported("no document is served at /v1/openapi.json");
    const served = answer.body as OpenApiDocument | undefined;
    const isDocument = typeof served?.paths === "object" && served.paths !== null;
    expectThat(
      "CRM-CAP-003",
      isDocument,
      "what is served at /v1/openapi.json is no OpenAPI document",
      answer,
    );
    const [first, ...more] = compareDocuments(declaredPartOf(kit), served).filter(
      ({ impact }) => impact === "breaking",
    );
    expectThat(
      "CRM-CAP-003",
      first === undefined,
      `the document breaks the contract at ${first?.pointer}: ${first?.text} (${more.length} more)`,
      answer,
    );
  },
};

/** The contract without the operations that this backend does not declare. */
function declaredPartOf(kit: Kit): OpenApiDocument {
  const paths = Object.entries(openApiDocument.paths).map(([path, item]) => {
    const members = Object.entries(item).filter(([name, member]) => {
      const { operationId } = member as { operationId?: string };
      return (
        name === "parameters" || operationId === undefined || kit.session.declared.has(operationId as never)
      );
    });
    return [path, Object.fromEntries(members)] as const;
  });
  const kept = paths.filter(([, item]) => Object.keys(item).some((name) => name !== "parameters"));
  return { ...openApiDocument, paths: Object.fromEntries(kept) };
}

const core: Check = {
  id: "capabilities/core-declared",
  title: "The profile `core` and every operation of the level are declared.",
  requirements: ["CRM-CAP-004"],
  writes: false,
  async run(kit) {
    const answer = await reader(kit).call("getCapabilities");
    expectSuccess(answer);
    const profiles = kit.capabilities.profiles.map((profile) => profile?.id);
    expectThat(
      "CRM-CAP-004",
      profiles.includes("core"),
      `the profiles are ${profiles.join(", ")}, without core`,
      answer,
    );
    const missing = operationsOf(kit.session.level).filter((id) => !kit.supports(id));
    expectThat(
      "CRM-CAP-004",
      missing.length === 0,
      `${kit.session.level} needs ${missing.join(", ")}, which no resource declares`,
      answer,
    );
  },
};

const knownOperations: Check = {
  id: "capabilities/known-operations",
  title: "Every declared operation is one of the contract.",
  requirements: ["CRM-CAP-005"],
  writes: false,
  async run(kit) {
    const answer = await reader(kit).call("getCapabilities");
    const { resources } = expectSuccess(answer);
    const ids = Object.values(resources ?? {}).flatMap((resource) => listOf(resource?.operations));
    const unknown = ids.filter((id) => !Object.hasOwn(operations, id));
    expectThat(
      "CRM-CAP-005",
      unknown.length === 0,
      `${unknown.join(", ")} is no operation of the contract`,
      answer,
    );
  },
};

const labels: Check = {
  id: "capabilities/labels-in-every-locale",
  title: "Labels are there in every declared locale.",
  requirements: ["CRM-CAP-011"],
  writes: false,
  async run(kit) {
    const { locales } = kit.capabilities;
    const answers: Answer[] = [await reader(kit).call("getCapabilities")];
    if (kit.supports("listCodeLists")) answers.push(await reader(kit).call("listCodeLists"));
    for (const answer of answers) {
      const lacking = [...labelsIn(answer.body, "")].flatMap(({ pointer, texts }) =>
        locales.filter((locale) => !texts[locale]).map((locale) => `${pointer} lacks ${locale}`),
      );
      expectThat("CRM-CAP-011", lacking.length === 0, `${lacking[0]} (${lacking.length} in all)`, answer);
    }
  },
};

/** Every text in several languages, found by its English member, with its JSON Pointer. */
function* labelsIn(
  value: unknown,
  pointer: string,
): Generator<{ pointer: string; texts: Readonly<Record<string, unknown>> }> {
  if (typeof value !== "object" || value === null) return;
  const texts = value as Readonly<Record<string, unknown>>;
  if (typeof texts.en === "string") yield { pointer, texts };
  for (const [name, member] of Object.entries(value)) yield* labelsIn(member, `${pointer}/${name}`);
}

const offeredKinds: Check = {
  id: "capabilities/offered-kinds-taken",
  title: "Every kind of request that a caller is offered is taken from that caller.",
  requirements: ["CRM-CAP-012"],
  operations: ["createServiceRequest"],
  callers: ["customerA"],
  writes: true,
  async run(kit) {
    for (const name of ["customerA", "guest"] as const) {
      const caller = kit.as(name);
      for (const kind of await kit.make.kindsOf(caller)) {
        const body = kit.make.inputOfKind(kind, name === "guest");
        expectSuccess(await caller.call("createServiceRequest", { body }), "CRM-CAP-012");
      }
    }
  },
};

const closedKinds: Check = {
  id: "capabilities/kinds-closed-to-guests",
  title: "A kind that guests may not submit is neither offered to nor taken from one.",
  requirements: ["CRM-CAP-013"],
  operations: ["createServiceRequest"],
  callers: ["customerA"],
  writes: true,
  async run(kit) {
    const guest = kit.as("guest");
    const offered = await guest.call("getCapabilities");
    const kinds = listOf(expectSuccess(offered).requestKinds);
    const wrong = kinds.find((kind) => !kind?.guestAllowed)?.code;
    expectThat(
      "CRM-CAP-013",
      wrong === undefined,
      `a guest is offered ${wrong}, which is not for guests`,
      offered,
    );
    const codes = kinds.map((kind) => kind?.code);
    const closed = (await kit.make.kindsOf(kit.as("customerA"))).filter(({ code }) => !codes.includes(code));
    if (closed.length === 0) throw new NotSupported("every kind of request is open to guests");
    for (const kind of closed) {
      const body = kit.make.inputOfKind(kind, true);
      const answer = await guest.call("createServiceRequest", { body });
      expectProblem(answer, "CRM-CAP-013", "validation-failed", "forbidden", "unauthenticated");
    }
  },
};

/** What is declared of files; one that leaves it out takes none. */
function limitsOfFiles(kit: Kit): { maxBytes: number; mediaTypes: readonly string[] } {
  const told: Partial<Capabilities["attachments"]> | undefined = kit.capabilities.attachments;
  const { maxBytes, mediaTypes } = told ?? {};
  expectThat("CRM-CAP-014", typeof maxBytes === "number", "the capabilities tell no `attachments.maxBytes`");
  return { maxBytes, mediaTypes: listOf(mediaTypes) };
}

/** Larger files are not sent, to spare the backend. */
const largestFile = 64 * 1024 * 1024;

const files: Check = {
  id: "capabilities/limits-of-files",
  title: "A file that is too large or of an unlisted media type is refused as such.",
  requirements: ["CRM-CAP-014"],
  operations: ["uploadAttachment"],
  callers: ["customerA"],
  writes: true,
  async run(kit) {
    const { maxBytes, mediaTypes } = limitsOfFiles(kit);
    const upload = (type: string, size: number) =>
      kit
        .as("customerA")
        .call("uploadAttachment", kit.make.upload("样品.txt", type, new Uint8Array(size).fill(97)));
    if (!mediaTypes.includes("*/*"))
      expectProblem(await upload("application/x-kit-unlisted", 10), "CRM-CAP-014", "unsupported-media-type");
    if (maxBytes >= largestFile)
      kit.notTestable(`files of ${maxBytes} bytes are taken; the kit sends none of more than ${largestFile}`);
    const type = mediaTypes.includes("text/plain") ? "text/plain" : (mediaTypes[0] ?? "text/plain");
    expectProblem(await upload(type, maxBytes + 1), "CRM-CAP-014", "payload-too-large");
  },
};

const doors: Check = {
  id: "capabilities/doors-of-the-feed",
  title: "The doors of the feed are open or shut as declared.",
  requirements: ["CRM-CAP-015"],
  writes: false,
  async run(kit) {
    const caller = reader(kit);
    const told: Partial<Capabilities["changes"]> | undefined = kit.capabilities.changes;
    const { poll, stream } = told ?? {};
    const polled = await caller.call("listChanges");
    if (poll) expectSuccess(polled, "CRM-CAP-015");
    else expectProblem(polled, "CRM-CAP-015", "unsupported");
    if (!stream)
      return void expectProblem(
        await openStream(caller, pathOf("streamChanges")),
        "CRM-CAP-015",
        "unsupported",
      );
    await using events = await EventStream.open(caller, { requirement: "CRM-CAP-015" });
    const isReady = await events.until((all) => all.some(({ event }) => event === "ready"), 5000);
    expectThat("CRM-CAP-015", isReady, "the stream opens and sends no event `ready` within 5 s");
  },
};

/** Whether the backend is what it says it is. */
export const capabilities: readonly Check[] = [
  forEverybody,
  contractVersion,
  ownDocument,
  core,
  knownOperations,
  ...declaredOperations,
  ...declaredFilters,
  ...declaredSorts,
  labels,
  offeredKinds,
  closedKinds,
  files,
  doors,
];
