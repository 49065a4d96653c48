import { type OperationId, operations } from "@portico/contract";
import type { Fault, Observer } from "../check.js";
import { instantsIn, isUtcInstant } from "../document/instants.js";
import { describeOperation } from "../document/operations.js";
import { answerSchemaOf } from "../document/schema.js";
import { faultsOfAnswer } from "../document/validators.js";
import { type Exchange, mediaTypeOf, type ReceivedResponse } from "../http/exchange.js";

interface SuccessfulAnswer {
  readonly id: OperationId;
  readonly response: ReceivedResponse;
}

/** The answer that holds what the operation promises, if that is JSON. */
function jsonAnswerIn({ operation: id, response }: Exchange): SuccessfulAnswer | undefined {
  const isPromised = id !== undefined && response?.status === operations[id].successStatus;
  return isPromised && answerSchemaOf(id) ? { id, response } : undefined;
}

const isJsonAnswer = (exchange: Exchange): boolean => jsonAnswerIn(exchange) !== undefined;

const schemas: Observer = {
  id: "wire/every-answer-conforms",
  title: "Every JSON answer conforms to its schema.",
  requirements: ["CRM-WIR-001"],
  applies: isJsonAnswer,
  faults(exchange) {
    const answer = jsonAnswerIn(exchange);
    if (!answer) return [];
    const { id, response } = answer;
    const faults = response.json === undefined ? ["the body is no JSON"] : faultsOfAnswer(id, response.json);
    return [...new Set(faults.map(withoutIndexes))].map((fault) => ({
      requirement: "CRM-WIR-001",
      message: `${id}: ${fault}`,
    }));
  },
};

/** One fault in all rows of a list is one fault. */
const withoutIndexes = (fault: string): string => fault.replaceAll(/\/\d+(?=[/ ])/g, "/*");

const statuses: Observer = {
  id: "wire/promised-status",
  title: "What succeeds answers with the status of the document.",
  requirements: ["CRM-WIR-002"],
  applies: ({ operation, response }) => operation !== undefined && isSuccess(response),
  faults({ operation, response }) {
    if (operation === undefined || !isSuccess(response)) return [];
    const promised = Object.keys(describeOperation(operation).operation.responses);
    if (promised.includes(String(response.status))) return [];
    const { successStatus } = operations[operation];
    const message = `${operation} answers ${response.status}; the document promises ${successStatus}`;
    return [{ requirement: "CRM-WIR-002", message }];
  },
};

const isSuccess = (response: ReceivedResponse | undefined): response is ReceivedResponse =>
  response !== undefined && response.status >= 200 && response.status < 300;

const mediaTypes: Observer = {
  id: "wire/json-says-so",
  title: "JSON calls itself `application/json`.",
  requirements: ["CRM-WIR-003"],
  applies: isJsonAnswer,
  faults(exchange) {
    const answer = jsonAnswerIn(exchange);
    if (!answer || mediaTypeOf(answer.response) === "application/json") return [];
    const given = answer.response.headers.get("Content-Type") ?? "absent";
    return [
      { requirement: "CRM-WIR-003", message: `${answer.id}: Content-Type is ${given}, not application/json` },
    ];
  },
};

const instants: Observer = {
  id: "wire/instants-in-utc",
  title: "Instants are RFC 3339 in UTC, written with `Z`.",
  requirements: ["CRM-WIR-004"],
  applies: isJsonAnswer,
  faults(exchange) {
    const answer = jsonAnswerIn(exchange);
    const schema = answer && answerSchemaOf(answer.id);
    if (!schema) return [];
    const wrong = [...instantsIn(schema, answer.response.json)].filter(({ text }) => !isUtcInstant(text));
    const faults = new Map<string, Fault>();
    for (const { pointer, text } of wrong) {
      const place = withoutIndexes(`${pointer} `).trim();
      if (!faults.has(place))
        faults.set(place, {
          requirement: "CRM-WIR-004",
          message: `${answer.id}: ${place} is not an instant in UTC written with Z, such as ${text}`,
        });
    }
    return [...faults.values()];
  },
};

const requestIds: Observer = {
  id: "wire/request-id",
  title: "Every answer carries a `Request-Id`.",
  requirements: ["CRM-WIR-005"],
  applies: ({ response }) => response !== undefined,
  faults({ operation = "an unknown operation", response }) {
    if (response?.headers.get("Request-Id")) return [];
    return [{ requirement: "CRM-WIR-005", message: `${operation} answers without a Request-Id` }];
  },
};

/** Words that are the same for everybody. */
const sameForAll: readonly OperationId[] = ["listCodeLists", "getCodeList"];

const caching: Observer = {
  id: "wire/no-shared-cache",
  title: "An answer that depends on the caller is not left to shared caches.",
  requirements: ["CRM-WIR-006"],
  applies: mayBeKept,
  faults(exchange) {
    const { operation, response } = exchange;
    const given = response?.headers.get("Cache-Control") ?? "";
    if (!mayBeKept(exchange) || /(^|[\s,])(private|no-store)($|[\s,;=])/i.test(given)) return [];
    const message = `${operation} answers ${response?.status} with Cache-Control ${given || "absent"}; it must hold private or no-store`;
    return [{ requirement: "CRM-WIR-006", message }];
  },
};

/** Caches keep what GET answers: what was found and, by a guess of their own, what was not (RFC 9110 §15.1). */
function mayBeKept({ operation, request, response }: Exchange): boolean {
  return (
    operation !== undefined &&
    !sameForAll.includes(operation) &&
    request.method === "GET" &&
    (response?.status === 200 || response?.status === 404)
  );
}

export const wireObservers: readonly Observer[] = [
  schemas,
  statuses,
  mediaTypes,
  instants,
  requestIds,
  caching,
];
