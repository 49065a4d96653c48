import { canonicalJson } from "./canonical-json.js";
import type { ChangeLog } from "./change.js";
import { SchemaComparison } from "./compare-schemas.js";
import { compareSecurity } from "./compare-security.js";
import { pairByKey } from "./pairs.js";
import type { Place } from "./place.js";

/** An operation and the path item it stands in. */
export interface LocatedOperation {
  /** `GET /v1/customers/{id}`, for people. */
  name: string;
  path: string;
  item: Place;
  operation: Place;
}

/** Compares what operations promise, take and answer. */
export class OperationComparison {
  readonly #log: ChangeLog;
  readonly #requests: SchemaComparison;
  readonly #responses: SchemaComparison;

  constructor(log: ChangeLog) {
    this.#log = log;
    this.#requests = new SchemaComparison(log, "request");
    this.#responses = new SchemaComparison(log, "response");
  }

  compare(released: LocatedOperation, current: LocatedOperation): void {
    this.#comparePromises(released.operation, current.operation);
    compareSecurity(this.#log, released.operation, current.operation);
    this.#compareParameters(released, current);
    this.#compareBodies(released.operation, current.operation);
    this.#compareResponses(released.operation, current.operation);
  }

  /** What an operation says of itself in words of ours. */
  #comparePromises(released: Place, current: Place): void {
    for (const member of ["operationId", "x-profile"]) {
      const before = released.textAt(member);
      const after = current.textAt(member);
      if (before === after) continue;
      const text = `\`${member}\` was ${before ?? "nothing"} and is now ${after ?? "nothing"}.`;
      this.#log.breaking((current.at(member) ?? current).pointer, text);
    }
    for (const member of ["x-idempotent", "x-paginate"]) {
      const after = current.isTrueAt(member);
      if (released.isTrueAt(member) === after) continue;
      const text = `\`${member}\` ${after ? "is now promised" : "is no longer promised"}.`;
      this.#log.add(after ? "compatible" : "breaking", (current.at(member) ?? current).pointer, text);
    }
    this.#compareSets("x-principals", "breaking", released, current);
    this.#compareSets("x-problems", "compatible", released, current);
  }

  #compareSets(member: string, loss: "breaking" | "compatible", released: Place, current: Place): void {
    const pointer = (current.at(member) ?? current).pointer;
    const setOf = (operation: Place) => new Map(operation.listAt(member).map((item) => [String(item), item]));
    const { removed, added } = pairByKey(setOf(released), setOf(current));
    for (const [item] of removed) this.#log.add(loss, pointer, `\`${member}\` lost \`${item}\`.`);
    for (const [item] of added) this.#log.compatible(pointer, `\`${member}\` gained \`${item}\`.`);
  }

  #compareParameters(released: LocatedOperation, current: LocatedOperation): void {
    const { removed, added, kept } = pairByKey(parametersOf(released), parametersOf(current));
    for (const [, parameter] of removed) {
      this.#log.breaking(parameter.pointer, `The ${nameOf(parameter)} was removed.`);
    }
    for (const [, parameter] of added) {
      const required = parameter.isTrueAt("required");
      const text = `The ${required ? "required " : ""}${nameOf(parameter)} was added.`;
      this.#log.add(required ? "breaking" : "compatible", parameter.pointer, text);
    }
    for (const [, before, after] of kept) {
      this.#compareObligation(before, after, `The ${nameOf(after)}`);
      if (serializationOf(before) !== serializationOf(after)) {
        this.#log.breaking(after.pointer, `The ${nameOf(after)} is written in another way.`);
      }
      this.#compareContent(this.#requests, before, after);
      this.#requests.compare(before.schemaAt("schema"), after.schemaAt("schema"));
    }
  }

  #compareBodies(released: Place, current: Place): void {
    const before = released.at("requestBody")?.resolved();
    const after = current.at("requestBody")?.resolved();
    if (before === undefined && after === undefined) return;
    if (after === undefined) {
      this.#log.breaking(before?.pointer ?? "", "The request body was removed.");
    } else if (before === undefined) {
      const required = after.isTrueAt("required");
      const text = `${required ? "A required" : "An optional"} request body was added.`;
      this.#log.add(required ? "breaking" : "compatible", after.pointer, text);
    } else {
      this.#compareObligation(before, after, "The request body");
      this.#compareContent(this.#requests, before, after);
    }
  }

  /** Whether a client must send something. */
  #compareObligation(released: Place, current: Place, subject: string): void {
    const must = current.isTrueAt("required");
    if (released.isTrueAt("required") === must) return;
    const text = `${subject} is ${must ? "now" : "no longer"} required.`;
    this.#log.add(must ? "breaking" : "compatible", current.pointer, text);
  }

  #compareResponses(released: Place, current: Place): void {
    const { removed, added, kept } = pairByKey(
      membersOf(released, "responses"),
      membersOf(current, "responses"),
    );
    for (const [status, response] of removed) {
      this.#log.breaking(response.pointer, `The response ${status} was removed.`);
    }
    for (const [status, response] of added) {
      this.#log.compatible(response.pointer, `The response ${status} was added.`);
    }
    for (const [, before, after] of kept) {
      this.#compareHeaders(before, after);
      this.#compareContent(this.#responses, before, after);
    }
  }

  #compareHeaders(released: Place, current: Place): void {
    const { removed, added, kept } = pairByKey(headersOf(released), headersOf(current));
    for (const [name, header] of removed) {
      this.#log.breaking(header.pointer, `The response header ${name} was removed.`);
    }
    for (const [name, header] of added) {
      this.#log.compatible(header.pointer, `The response header ${name} was added.`);
    }
    for (const [name, before, after] of kept) {
      const was = before.isTrueAt("required");
      const is = after.isTrueAt("required");
      if (was && !is) this.#log.breaking(after.pointer, `The response header ${name} is no longer promised.`);
      if (is && !was) this.#log.compatible(after.pointer, `The response header ${name} is now promised.`);
      this.#responses.compare(before.schemaAt("schema"), after.schemaAt("schema"));
    }
  }

  #compareContent(schemas: SchemaComparison, released: Place, current: Place): void {
    const { removed, added, kept } = pairByKey(membersOf(released, "content"), membersOf(current, "content"));
    for (const [type, content] of removed) {
      this.#log.breaking(content.pointer, `The media type ${type} was removed.`);
    }
    for (const [type, content] of added) {
      this.#log.compatible(content.pointer, `The media type ${type} was added.`);
    }
    for (const [, before, after] of kept)
      schemas.compare(before.schemaAt("schema"), after.schemaAt("schema"));
  }
}

const membersOf = (place: Place, key: string): Map<string, Place> =>
  new Map(place.membersOf(key).map(([name, member]) => [name, member.resolved()]));

const headersOf = (response: Place): Map<string, Place> =>
  new Map([...membersOf(response, "headers")].map(([name, header]) => [name.toLowerCase(), header]));

/** By place and name; those of the operation stand before those of its path item. */
function parametersOf({ path, item, operation }: LocatedOperation): Map<string, Place> {
  const parameters = [
    ...membersOf(item, "parameters").values(),
    ...membersOf(operation, "parameters").values(),
  ];
  return new Map(parameters.map((parameter) => [keyOf(parameter, path), parameter]));
}

/** Nobody sends the name of a path parameter, only its place in the path counts; nor the case of a header's. */
function keyOf(parameter: Place, path: string): string {
  const name = parameter.textAt("name") ?? "";
  switch (parameter.textAt("in")) {
    case "path":
      return `path ${path.match(/\{[^}]*\}/g)?.indexOf(`{${name}}`)}`;
    case "header":
      return `header ${name.toLowerCase()}`;
    default:
      return `${parameter.textAt("in")} ${name}`;
  }
}

const nameOf = (parameter: Place): string =>
  `${parameter.textAt("in")} parameter \`${parameter.textAt("name")}\``;

/** How a list or an object is put into text, with the defaults of OpenAPI. */
function serializationOf(parameter: Place): string {
  const fallback = ["query", "cookie"].includes(parameter.textAt("in") ?? "") ? "form" : "simple";
  const style = parameter.textAt("style") ?? fallback;
  return canonicalJson([style, parameter.at("explode")?.value ?? style === "form"]);
}
