import type { AttachmentLimits } from "@portico/contract";
import type { ReactiveElement } from "lit";
import type { ContextConsumer } from "../client-context.js";
import { LazyPart } from "../lazy-part.js";
import type { ResourceHost } from "../resource-controller.js";
import { FileDrop } from "./file-drop.js";
import type { Upload, UploadQueue } from "./upload-queue.js";

export interface AttachmentsOptions {
  readonly limits: () => AttachmentLimits;
  /** Whether files may be dropped and pasted now. */
  readonly enabled: () => boolean;
}

/** The files of a submission. They are taken at once; what checks, uploads and lists them comes with the first. */
export class Attachments {
  readonly drop: FileDrop;
  readonly list: LazyPart<typeof import("./upload-list.js")>;
  #queue: UploadQueue | undefined;
  #waiting: readonly File[] = [];

  constructor(host: ResourceHost & ReactiveElement, context: ContextConsumer, options: AttachmentsOptions) {
    this.drop = new FileDrop(host, (files) => this.add(files), options.enabled);
    this.list = new LazyPart(host, {
      load: () => import("./upload-list.js"),
      onLoad: ({ UploadQueue }) => {
        this.#queue = new UploadQueue(host, context, options.limits);
        if (this.waits) this.#queue.add(this.#waiting);
        this.#waiting = [];
      },
    });
  }

  get queue(): UploadQueue | undefined {
    return this.#queue;
  }

  /** True while files wait for what uploads them. */
  get waits(): boolean {
    return this.#waiting.length > 0;
  }

  get uploads(): readonly Upload[] {
    return this.#queue?.uploads ?? [];
  }

  /** Ids of what has arrived, in the order it was added. */
  get attachmentIds(): string[] {
    return this.#queue?.attachmentIds ?? [];
  }

  add(files: Iterable<File>): void {
    if (this.#queue) {
      this.#queue.add(files);
      return;
    }
    this.#waiting = [...this.#waiting, ...files];
    this.retry();
  }

  /** Asks again for what lists the files. */
  retry(): void {
    void this.list.use(() => undefined);
  }

  /** Waits until nothing is on its way. Rejects only while files wait for code that does not come. */
  async settle(): Promise<void> {
    if (this.waits) await this.list.load();
    await this.#queue?.settle();
  }

  clear(): void {
    this.#waiting = [];
    this.list.error = undefined;
    this.#queue?.clear();
  }
}
