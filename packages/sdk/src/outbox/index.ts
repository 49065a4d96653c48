export type { EntryState, OutboxEntry, OutboxError, OutboxFile, StoredEntry, StoredFile } from "./entry.js";
export type { OutboxStorage } from "./fallback-store.js";
export type { OutboxOperation } from "./operations.js";
export {
  type FileInput,
  type Outbox,
  type OutboxInput,
  type OutboxListener,
  type OutboxOptions,
  openOutbox,
} from "./outbox.js";
export { type Change, type OpenStore, type OutboxStore, StoreError } from "./store.js";
