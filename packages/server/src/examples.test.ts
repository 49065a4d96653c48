import { type OperationId, operations } from "@portico/contract";
import { type Example, type Operation, openApiDocument, type Response } from "@portico/contract/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { satisfactionIndices } from "./stores/postgres/schema.js";
import { faultsOf } from "./testing/conforms.js";
import {
  type Answer,
  agent,
  type CallOptions,
  customer,
  inMemory,
  manager,
  openTestServer,
  service,
  type TestServer,
} from "./testing/harness.js";

/** One example of the document: what is sent, or what is answered. */
interface Shown extends Example {
  name: string;
  operationId: OperationId;
  mediaType: string;
}

type Caller = Pick<CallOptions, "as">;

const components = "#/components/examples/";
const ids = Object.keys(operations) as OperationId[];
const requests = ids.flatMap((id) => shownIn(id, operationOf(id).requestBody));
const answers = ids.flatMap((id) => shownIn(id, operationOf(id).responses[operations[id].successStatus]));
/** The example of the answer to an example of a request. */
const answerTo = ({ operationId, name }: Shown) =>
  answers.find((answer) => answer.operationId === operationId && answer.name === name);
/** What the record of a file says of what was sent. */
const ofFile = { fileName: "", mediaType: "", size: 0 };
const isRead = ({ operationId }: Shown) => operations[operationId].method === "GET";

/** The example of a request that makes the thing of this id. */
const makers = new Map(
  requests.flatMap((request) => {
    const { method, successStatus } = operations[request.operationId];
    const id = memberOf(answerTo(request)?.value, "id");
    return method === "POST" && successStatus === 201 && typeof id === "string" ? [[id, request]] : [];
  }),
);
const callers: Record<string, Caller> = {
  guest: {},
  agent: { as: agent },
  manager: { as: manager },
  service: { as: service },
};

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(await inMemory());
  // The contract makes neither staff nor indices, so a backend has some before the first request.
  await server.store.transaction(async ({ staff }) => {
    const crew = { en: "North crew", "zh-Hans": "北区抢修班", "zh-Hant": "北區搶修班" };
    await staff.rememberUnit({ id: "crew-north", name: crew.en, labels: crew });
    for (const [id, name, unitId] of [
      ["staff-chen", "陈静", "service-desk"],
      ["staff-li", "李强", "crew-north"],
    ] as const)
      await staff.remember({ id, name, title: null, role: "agent", unitId, phone: null, email: null });
  });
  await server.db.insert(satisfactionIndices).values({
    id: "utility-csat",
    code: "utility-csat",
    labels: { en: "Satisfied with the handling" },
    metric: "csat",
    industry: "utility",
    minimumSample: 30,
    public: true,
    updatedAt: server.clock.now,
  });
});
afterAll(() => server.close());

describe("every example of a request", () => {
  it.each(requests)("$operationId $name is taken, and answered as its example says", async (request) => {
    const world = new World();
    const { status, body } = await world.send(request);
    expect({ status, body }).toMatchObject({ status: operations[request.operationId].successStatus });
    const answer = answerTo(request);
    if (!answer) return;
    const sent = typeof request.value === "string" ? ofFile : request.value;
    expect(membersOf(world.real(answer.value), sent)).toEqual(membersOf(body, sent));
  });
});

describe("every example of an answer", () => {
  it.each(answers)("$operationId $name keeps to its schema", ({ operationId, value }) => {
    const { method, path, successStatus } = operations[operationId];
    expect(faultsOf(method, path, successStatus, value)).toEqual([]);
  });

  it.each(answers.filter(isRead))("$operationId $name can be read", async (answer) => {
    const { status, body } = await new World().read(answer);
    expect({ status, body }).toMatchObject({ status: operations[answer.operationId].successStatus });
  });
});

it("reaches every example there is", () => {
  const given = requests.flatMap((request) => answerTo(request) ?? []);
  const reached = new Set([...requests, ...given, ...answers.filter(isRead)].map(({ $ref }) => $ref));
  const { examples = {}, ...others } = openApiDocument.components;
  const written = Object.keys(examples).map((name) => components + name);
  expect(written.filter((ref) => !reached.has(ref))).toEqual([]);
  expect(inlineExamples({ paths: openApiDocument.paths, components: others }, "#")).toEqual([]);
});

/** What one example needs, made on the server by sending the examples that make it. */
class World {
  /** By the id in the document, the one the server gave. */
  readonly #ids = new Map<string, string>();
  readonly #sent = new Map<string, Answer>();

  async send(request: Shown): Promise<Answer> {
    for (const name of request["x-after"] ?? []) await this.#sendOnce(requestNamed(name));
    for (const [, text] of stringsIn(request.value)) await this.#make(text);
    const path = await this.#path(request);
    const caller = await this.#caller(request);
    const { method } = operations[request.operationId];
    const read = method === "PATCH" ? await server.call("GET", path, caller) : undefined;
    const text = typeof request.value === "string";
    const answer = await server.call(method, path, {
      ...caller,
      body: text ? request.value : this.real(request.value),
      headers: {
        "Content-Type": request.mediaType,
        ...(read ? { "If-Match": read.headers.get("ETag") ?? "" } : {}),
        ...(text ? { "Content-Disposition": dispositionOf(request) } : {}),
      },
    });
    this.#learn(answerTo(request)?.value, answer.body);
    this.#sent.set(request.name, answer);
    return answer;
  }

  async read(answer: Shown): Promise<Answer> {
    const caller = await this.#caller(answer);
    return server.call("GET", await this.#path(answer), caller);
  }

  /** The example with the ids of the server in place of those of the document. */
  real(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value), (_, member) =>
      typeof member === "string" ? (this.#ids.get(member) ?? member) : member,
    );
  }

  async #sendOnce(request: Shown): Promise<void> {
    const answer = this.#sent.get(request.name) ?? (await this.send(request));
    if (answer.status >= 400) throw new Error(`${request.name} failed: ${JSON.stringify(answer.body)}`);
  }

  /** Makes the thing of this id, unless it is there or no example makes it, and returns its real id. */
  async #make(id: string): Promise<string> {
    const maker = makers.get(id);
    if (maker && !this.#ids.has(id)) await this.#sendOnce(maker);
    return this.#ids.get(id) ?? id;
  }

  /** The path of an operation on the first thing that the examples make in each of its collections. */
  async #path(shown: Shown): Promise<string> {
    const segments = operations[shown.operationId].path.split("/");
    const real: string[] = [];
    for (const [place, segment] of segments.entries()) {
      const id = firstOf(segments.slice(0, place).join("/")) ?? ownName(shown);
      real.push(segment.startsWith("{") ? await this.#make(id) : segment);
    }
    return real.join("/");
  }

  async #caller({ "x-principal": kind = "agent" }: Shown): Promise<Caller> {
    const caller = callers[kind];
    if (caller) return caller;
    return { as: customer(await this.#make(firstOf("/v1/customers") ?? "")) };
  }

  /** Remembers which id of the server stands where the document has one of its own. */
  #learn(example: unknown, actual: unknown): void {
    const given = new Map(stringsIn(actual));
    for (const [pointer, id] of stringsIn(example)) {
      const real = given.get(pointer);
      if (pointer.endsWith("/id") && real !== undefined) this.#ids.set(id, real);
    }
  }
}

/** The examples of a body of the operation, with the names of their components. */
function shownIn(operationId: OperationId, body: Pick<Response, "content"> | undefined): Shown[] {
  return Object.entries(body?.content ?? {}).flatMap(([mediaType, { examples = {} }]) =>
    Object.entries(examples).map(([name, { $ref = "" }]) => {
      const component = openApiDocument.components.examples?.[$ref.replace(components, "")] as
        | Example
        | undefined;
      if (!component) throw new Error(`${operationId} ${name} refers to no example: ${$ref}`);
      return { ...component, $ref, name, operationId, mediaType };
    }),
  );
}

function operationOf(id: OperationId): Operation {
  const { method, path } = operations[id];
  const operation = openApiDocument.paths[path]?.[method.toLowerCase() as Lowercase<typeof method>];
  if (!operation) throw new Error(`The document has no ${id}`);
  return operation;
}

function requestNamed(name: string): Shown {
  const request = requests.find((candidate) => candidate.name === name);
  if (!request) throw new Error(`No example of a request is called ${name}`);
  return request;
}

/** The id, as the document has it, of the first thing that the examples make in a collection. */
function firstOf(collection: string): string | undefined {
  const made = [...makers].find(([, { operationId }]) => operations[operationId].path === collection);
  return made?.[0];
}

/** What an answer is called itself, where no example makes it. */
function ownName(shown: Shown): string {
  const value = isRead(shown) ? shown.value : answerTo(shown)?.value;
  return String(memberOf(value, "id") ?? memberOf(value, "name"));
}

const dispositionOf = (request: Shown): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(String(memberOf(answerTo(request)?.value, "fileName")))}`;

/** Of an answer, the members that were sent too. */
function membersOf(answer: unknown, sent: unknown): unknown {
  if (!isObject(answer) || !isObject(sent)) return answer;
  return Object.fromEntries(
    Object.entries(sent).map(([name, member]) => [name, membersOf(answer[name], member)]),
  );
}

/** Every text in a value, with its JSON Pointer. */
function stringsIn(value: unknown, pointer = ""): [pointer: string, text: string][] {
  if (typeof value === "string") return [[pointer, value]];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => stringsIn(member, `${pointer}/${name}`));
}

/** Where examples stand that are not components of their own. */
function inlineExamples(node: unknown, pointer: string): string[] {
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([name, member]) => {
    const place = `${pointer}/${name}`;
    if (name === "example") return [place];
    if (name !== "examples" || !isObject(member)) return inlineExamples(member, place);
    return Object.keys(member)
      .filter((key) => memberOf(member[key], "$ref") === undefined)
      .map((key) => `${place}/${key}`);
  });
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
