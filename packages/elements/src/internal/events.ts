import type { ServiceRequest } from "@portico/contract";
import type { CrmErrorLike } from "./errors.js";
import type { ElementState } from "./resource-controller.js";

export interface CrmStateDetail {
  readonly state: ElementState;
  readonly error?: CrmErrorLike;
}

export interface CrmErrorDetail {
  readonly error: CrmErrorLike;
  readonly code: string;
}

/** What events about one request carry. */
export interface CrmRequestDetail {
  readonly request: ServiceRequest;
}

/** `crm-state` stays on its element. */
export type CrmStateEvent = CustomEvent<CrmStateDetail>;

/** `crm-error` bubbles, so that a host can listen once, at a provider or at the document. */
export type CrmErrorEvent = CustomEvent<CrmErrorDetail>;

/** Dispatches a bubbling, composed custom event; returns `false` when a listener cancelled it. */
export function emit(target: EventTarget, name: string, detail: unknown, cancelable = false): boolean {
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}
