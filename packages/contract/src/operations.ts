import type { operations as table } from "./generated/operations.js";
import type { operations as types } from "./generated/types.js";

export { operations } from "./generated/operations.js";

/** The kinds of caller the contract knows. */
export type PrincipalKind = "guest" | "customer" | "agent" | "manager" | "service";

/** What a client must know of an operation before it sends anything. */
export interface OperationDescription {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Template such as `/v1/customers/{id}`. */
  readonly path: `/v1/${string}`;
  readonly profile: string;
  /** Who may call it at all; what each may see is the backend's policy. */
  readonly principals: readonly PrincipalKind[];
  /** Whether an `Idempotency-Key` makes it safe to repeat. */
  readonly idempotent: boolean;
  /** Whether it answers with pages. */
  readonly paginate: boolean;
  readonly successStatus: number;
}

export type OperationId = keyof typeof table;

/** The query parameters of an operation. */
export type QueryOf<Id extends OperationId> = NonNullable<types[Id]["parameters"]["query"]>;

/** The JSON body an operation takes. */
export type BodyOf<Id extends OperationId> = types[Id] extends { requestBody?: { content: infer Content } }
  ? Content[keyof Content]
  : never;

/** The JSON body an operation answers with when it succeeds. */
export type ResultOf<Id extends OperationId> = types[Id] extends { responses: infer Responses }
  ? Responses[keyof Responses & (200 | 201)] extends { content: { "application/json": infer Result } }
    ? Result
    : never
  : never;
