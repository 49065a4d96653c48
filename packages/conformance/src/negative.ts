import type { OperationId } from "@portico/contract";
import { faultsOfBody } from "./document/validators.js";
import type { Answer, Caller, CallOptions } from "./http/caller.js";

/** A body that an operation must refuse. */
export interface NegativeBody {
  /** What is wrong with it, for the message. */
  readonly fault: string;
  /** As it goes over the wire. */
  readonly bytes: Uint8Array;
}

const mostDraws = 50;

/**
 * Sends a body that the document does not allow. It is judged as it goes over the wire, right before: one that turns out
 * valid is never sent, another is drawn instead. Throws when none of them is invalid, since the kit then tries nothing.
 */
export async function sendNegative<Body extends NegativeBody, Id extends OperationId>(
  caller: Caller,
  id: Id,
  draw: () => Body,
  options: Omit<CallOptions<Id>, "body"> = {},
): Promise<{ readonly sent: Body; readonly answer: Answer }> {
  for (let drawn = 0; drawn < mostDraws; drawn++) {
    const sent = draw();
    if (!isValid(id, sent.bytes))
      return { sent, answer: await caller.call(id, { ...options, body: sent.bytes }) };
  }
  throw new Error(`None of ${mostDraws} bodies meant to be wrong for ${id} was.`);
}

/** Whether the document allows these bytes as the body of an operation. */
function isValid(id: OperationId, bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return faultsOfBody(id, JSON.parse(text)).length === 0;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return false;
    throw error;
  }
}

/** A value as the bytes of its JSON. */
export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
