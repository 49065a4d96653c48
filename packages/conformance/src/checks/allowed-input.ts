import { type OperationId, operations, type ProblemCode } from "@portico/contract";
import fc from "fast-check";
import type { Check } from "../check.js";
import { bodyArbitrary } from "../document/arbitraries.js";
import { boundariesOf } from "../document/boundaries.js";
import { bodyMediaType, describeOperation, operationIds, pathOf } from "../document/operations.js";
import { bodySchemaOf } from "../document/schema.js";
import { faultsOfBody } from "../document/validators.js";
import { expectThat } from "../expect.js";
import { describeAnswer } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { search } from "./support/search.js";

const samplesPerOperation = 8;

/** Problems that any operation may answer with. */
const general: readonly ProblemCode[] = [
  "forbidden",
  "not-found",
  "validation-failed",
  "payload-too-large",
  "rate-limited",
  "conflict",
  "unavailable",
];

/** Bodies that the document allows, drawn from its schemas. */
export const allowedInput: readonly Check[] = operationIds
  .filter((id) => bodyMediaType(id) !== undefined)
  .map(
    (id): Check => ({
      id: `allowed-input/${kebab(id)}`,
      title: `\`${id}\` takes any body that the document allows, or refuses it with a problem of its own.`,
      requirements: ["CRM-SEQ-004"],
      operations: [id],
      writes: true,
      run: (kit) => tryBodies(kit, id),
    }),
  );

async function tryBodies(kit: Kit, id: OperationId): Promise<void> {
  const { method, idempotent, principals, successStatus } = operations[id];
  const caller = kit.as(principals.some((kind) => kind === "agent") ? "agent" : "manager");
  const subject = await subjectOf(kit, id);
  const mediaType = bodyMediaType(id) ?? "";
  const codes = [...general, ...(describeOperation(id).operation["x-problems"] ?? [])];
  const least = await leastOf(kit, id);
  const attempt = async (drawn: unknown): Promise<void> => {
    const body = JSON.stringify(tagged(drawn, kit.tag));
    const faults = faultsOfBody(id, JSON.parse(body));
    if (faults.length > 0)
      throw new Error(`The kit drew a body that the document forbids: ${faults.join(", ")}`);
    const current = idempotent ? undefined : await caller.send({ method: "GET", target: subject });
    const guard = current
      ? { "If-Match": current.headers.get("ETag") ?? "" }
      : { "Idempotency-Key": kit.freshKey() };
    const answer = await caller.send({
      method,
      target: subject,
      headers: { "Content-Type": mediaType, ...guard },
      body,
    });
    const { code } = (answer.body ?? {}) as { code?: string };
    const refused = code !== undefined && codes.includes(code);
    const seen = `${describeAnswer(answer)}${code === undefined ? "" : ` ${code}`}`;
    expectThat(
      "CRM-SEQ-004",
      answer.status === successStatus || refused,
      `${seen}; expected success or a problem of ${id}`,
      answer,
    );
  };

  for (const body of boundariesOf(bodySchemaOf(id))) await attempt(withSense(body, least));
  const bodies = fc.oneof(bodyArbitrary(id, "valid"), bodyArbitrary(id, "boundary"));
  await search(kit, fc.tuple(bodies, fc.boolean()), samplesPerOperation, ([drawn, acceptable]) =>
    attempt(acceptable ? withSense(drawn, least) : drawn),
  );
}

/** The address to send to, below something that was made for it. */
async function subjectOf(kit: Kit, id: OperationId): Promise<string> {
  const [, , collection] = operations[id].path.split("/");
  if (!operations[id].path.includes("{id}")) return pathOf(id);
  const contactPointId = kit.unknownId();
  if (collection === "service-requests")
    return pathOf(id, { id: (await kit.make.request(kit.as("agent"))).id });
  const { id: customerId } = await kit.make.customer();
  if (collection === "contacts") return pathOf(id, { id: (await kit.make.contact(customerId)).id });
  return pathOf(id, { id: customerId, contactPointId });
}

const references = [
  "customerId",
  "attachmentIds",
  "about",
  "externalRefs",
  "parentId",
  "contactId",
  "serviceRequestId",
];

/** What a body must say beside what the document asks for, so that it can be taken. */
async function leastOf(kit: Kit, id: OperationId): Promise<object> {
  if (id === "createServiceRequest") return kit.make.requestInput(kit.as("agent"));
  if (id === "createContact" || id === "createInteraction")
    return { customerId: (await kit.make.customer()).id };
  return {};
}

/** A drawn body without what points nowhere, of a kind and with the fields that make sense to the backend. */
function withSense(drawn: unknown, least: object): object {
  const members = Object.entries((drawn ?? {}) as object).filter(([name]) => !references.includes(name));
  const fixed = Object.entries(least).filter(([name]) => name === "kind" || name === "customFields");
  return { ...least, ...Object.fromEntries(members), ...Object.fromEntries(fixed) };
}

const texts = ["title", "displayName", "name", "subject", "text"];

/** The same body with the run's tag at the beginning of its text, which keeps its length where it is long enough. */
function tagged(body: unknown, tag: string): unknown {
  const members = Object.entries((body ?? {}) as object);
  return Object.fromEntries(
    members.map(([name, value]) => {
      // JSON Schema counts characters, not code units.
      const signs = texts.includes(name) && typeof value === "string" ? [...value] : [];
      return [name, signs.length > tag.length ? tag + signs.slice(tag.length).join("") : value];
    }),
  );
}

function kebab(id: string): string {
  return id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
