import type { AttachmentLimits } from "@portico/contract";
import { newIdempotencyKey } from "@portico/sdk";
import type { ReactiveController } from "lit";
import type { ContextConsumer } from "../client-context.js";
import { type CrmErrorLike, toCrmError, unsupported } from "../errors.js";
import type { ResourceHost } from "../resource-controller.js";
import { admit, type Refusal } from "./upload-limits.js";

/** One file on its way. */
export interface Upload {
  readonly file: File;
  readonly status: "uploading" | "uploaded" | "failed";
  /** Share of one that has been sent. */
  readonly progress: number;
  readonly attachmentId?: string;
  readonly error?: CrmErrorLike;
}

interface Entry {
  upload: Upload;
  /** The same for every attempt: a retry after a lost answer leaves one file behind, not two. */
  readonly key: string;
  running?: AbortController | undefined;
  done?: Promise<void>;
}

/**
 * Uploads files as soon as they are added, so that a submission has only their ids to send. What was interrupted by
 * leaving the page goes on when the element is back.
 */
export class UploadQueue implements ReactiveController {
  /** Files of the last addition that may not come along. */
  refused: readonly Refusal[] = [];

  readonly #host: ResourceHost;
  readonly #context: ContextConsumer;
  readonly #limits: () => AttachmentLimits;
  #entries: readonly Entry[] = [];

  constructor(host: ResourceHost, context: ContextConsumer, limits: () => AttachmentLimits) {
    this.#host = host;
    this.#context = context;
    this.#limits = limits;
    host.addController(this);
  }

  get uploads(): readonly Upload[] {
    return this.#entries.map(({ upload }) => upload);
  }

  /** Ids of what has arrived, in the order it was added. */
  get attachmentIds(): string[] {
    return this.uploads.flatMap(({ attachmentId }) => attachmentId ?? []);
  }

  add(files: Iterable<File>): void {
    const { admitted, refused } = admit([...files], this.#entries.length, this.#limits());
    this.refused = refused;
    const added = admitted.map((file): Entry => ({ upload: waiting(file), key: newIdempotencyKey() }));
    this.#entries = [...this.#entries, ...added];
    for (const entry of added) this.#start(entry);
    this.#host.requestUpdate();
  }

  retry(upload: Upload): void {
    for (const entry of this.#entries) if (entry.upload === upload) this.#start(entry);
  }

  remove(upload: Upload): void {
    for (const entry of this.#entries) if (entry.upload === upload) entry.running?.abort();
    this.#entries = this.#entries.filter((entry) => entry.upload !== upload);
    this.refused = [];
    this.#host.requestUpdate();
  }

  clear(): void {
    this.#interrupt();
    this.#entries = [];
    this.refused = [];
    this.#host.requestUpdate();
  }

  /** Tries once more what has failed and waits until nothing is on its way. Never rejects: look at the uploads. */
  async settle(): Promise<void> {
    for (const entry of this.#entries) if (entry.upload.status === "failed") this.#start(entry);
    await Promise.all(this.#entries.map(({ done }) => done));
  }

  hostConnected(): void {
    for (const entry of this.#entries) {
      if (entry.upload.status === "uploading" && !entry.running) this.#start(entry);
    }
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#interrupt();
    });
  }

  #interrupt(): void {
    for (const entry of this.#entries) {
      entry.running?.abort();
      entry.running = undefined;
    }
  }

  #start(entry: Entry): void {
    const running = new AbortController();
    entry.running = running;
    entry.upload = waiting(entry.upload.file);
    entry.done = this.#run(entry, running);
    this.#host.requestUpdate();
  }

  async #run(entry: Entry, running: AbortController): Promise<void> {
    const { file } = entry.upload;
    const show = (change: Partial<Upload>) => {
      if (entry.running !== running) return;
      entry.upload = { ...entry.upload, ...change };
      this.#host.requestUpdate();
    };
    try {
      const client = this.#context.value?.client;
      if (!client) throw unsupported("There is no client");
      const { id } = await client.attachments.upload(file, {
        fileName: file.name,
        idempotencyKey: entry.key,
        signal: running.signal,
        onProgress: ({ loaded, total }) => show({ progress: total ? loaded / total : 0 }),
      });
      show({ status: "uploaded", progress: 1, attachmentId: id });
    } catch (thrown) {
      show({ status: "failed", error: toCrmError(thrown) });
    }
    if (entry.running === running) entry.running = undefined;
  }
}

function waiting(file: File): Upload {
  return { file, status: "uploading", progress: 0 };
}
