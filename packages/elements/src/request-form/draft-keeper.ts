import type { Me, RequestKindDescriptor } from "@portico/contract";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { emit } from "../internal/events.js";
import type { Entry } from "./entry.js";
import { type Draft, draftValues, keepsDraft, readDraft, writeDraft } from "./request-form.draft.js";
import { attempt } from "./storage.js";

export type DraftNotice = "restored" | "discarded";

/** Between the last key stroke and the writing of the draft. */
const writeDelay = 400;

/**
 * Keeps what is typed in the browser's storage, and brings it back. Where that is blocked or full nothing is kept and
 * nothing breaks.
 */
export class DraftKeeper implements ReactiveController {
  /** What to tell the visitor about the draft. */
  notice: DraftNotice | undefined;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #entry: Entry;
  #key = "";
  #me: Me | null | undefined;
  #discarded: Draft | undefined;
  #pending: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, entry: Entry) {
    this.#host = host;
    this.#entry = entry;
    host.addController(this);
  }

  /** The draft that this visitor left under a key, if it is of a kind that is still offered. */
  open(key: string, me: Me | null | undefined, offered: readonly RequestKindDescriptor[]): Draft | undefined {
    this.#write();
    this.#key = key;
    this.#me = me;
    const draft = readDraft(attempt(() => localStorage.getItem(key)) ?? null, me);
    const kind = offered.find(({ code }) => code === draft?.kind);
    if (!draft || !kind || !keepsDraft(kind)) {
      this.notice = undefined;
      return undefined;
    }
    this.#tell("restored");
    return draft;
  }

  /** Writes what was typed soon, and at the latest when the page is left. */
  keep(kind: RequestKindDescriptor): void {
    clearTimeout(this.#timer);
    if (this.notice === "discarded") this.notice = undefined;
    const values = draftValues(kind, this.#entry.values);
    if (!keepsDraft(kind) || Object.keys(values).length === 0) {
      this.remove();
      return;
    }
    this.#pending = writeDraft({ kind: kind.code, values }, this.#me);
    this.#timer = setTimeout(this.#write, writeDelay);
  }

  /** Throws the draft away and empties the form to `blank`; `undo` takes it back. */
  discard(blank: Draft): void {
    const { kind, values } = this.#entry;
    this.#discarded = { kind, values };
    this.remove();
    this.#entry.reset(blank);
    this.#tell("discarded");
  }

  undo(kind: (code: string | null) => RequestKindDescriptor | undefined): void {
    if (!this.#discarded) return;
    this.#entry.reset(this.#discarded);
    const restored = kind(this.#discarded.kind);
    if (restored) this.keep(restored);
    this.#tell("restored");
  }

  remove(): void {
    clearTimeout(this.#timer);
    this.#pending = undefined;
    attempt(() => localStorage.removeItem(this.#key));
  }

  hostConnected(): void {
    window.addEventListener("pagehide", this.#write);
  }

  hostDisconnected(): void {
    window.removeEventListener("pagehide", this.#write);
    this.#write();
  }

  #tell(notice: DraftNotice): void {
    this.notice = notice;
    emit(this.#host, "crm-draft", { draft: notice });
    this.#host.requestUpdate();
  }

  readonly #write = (): void => {
    clearTimeout(this.#timer);
    const draft = this.#pending;
    this.#pending = undefined;
    if (draft === undefined) return;
    attempt(() => localStorage.setItem(this.#key, draft));
    emit(this.#host, "crm-draft", { draft: "saved" });
  };
}
