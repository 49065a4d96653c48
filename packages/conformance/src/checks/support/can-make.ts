import type { OperationId } from "@portico/contract";
import type { Kit } from "../../kit.js";

/** Whether this run makes such things itself, so that a check of what is in place need not insist on finding them. */
export const canMake = (kit: Kit, ...operations: readonly OperationId[]): boolean =>
  !kit.readOnly && operations.every((operation) => kit.supports(operation));
