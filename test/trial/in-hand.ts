import { AsyncLocalStorage } from "node:async_hooks";
import type { OperationId } from "@portico/contract";
import { type Call, type Caller, type Layer, onCall } from "./wrap.ts";

interface InHand {
  readonly call: Call;
  readonly body: unknown;
}

const calls = new AsyncLocalStorage<InHand>();

/** Lets the store see the call it works for, as it came in; goes with the functions below. */
export const inHand: Layer = onCall({}, async (call, next) => {
  const body = await call.json();
  return calls.run({ call, body }, () => next(call.request));
});

/** Whether the store works for one of these operations now. */
export const serving = (...operations: readonly OperationId[]): boolean =>
  operations.some((operation) => operation === calls.getStore()?.call.operation);

export const callerInHand = (): Caller => calls.getStore()?.call.caller ?? { kind: "guest" };

/** The body of the call in hand; the caller of this function knows of what. */
export const bodyInHand = <Body extends object>(): Partial<Body> =>
  (calls.getStore()?.body ?? {}) as Partial<Body>;
