import type { ReactiveController } from "lit";
import type { ResourceHost } from "../resource-controller.js";

/** Takes files that are dropped on an element or pasted into it; everything else is left to the page. */
export class FileDrop implements ReactiveController {
  /** True while files hover over the element. */
  over = false;

  readonly #host: ResourceHost;
  readonly #take: (files: FileList) => void;
  readonly #enabled: () => boolean;

  constructor(host: ResourceHost, take: (files: FileList) => void, enabled: () => boolean) {
    this.#host = host;
    this.#take = take;
    this.#enabled = enabled;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener("dragover", this.#onDragOver);
    this.#host.addEventListener("dragleave", this.#onDragLeave);
    this.#host.addEventListener("drop", this.#onDrop);
    this.#host.addEventListener("paste", this.#onPaste);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener("dragover", this.#onDragOver);
    this.#host.removeEventListener("dragleave", this.#onDragLeave);
    this.#host.removeEventListener("drop", this.#onDrop);
    this.#host.removeEventListener("paste", this.#onPaste);
  }

  #hover(over: boolean): void {
    if (this.over === over) return;
    this.over = over;
    this.#host.requestUpdate();
  }

  #accept(event: Event, data: DataTransfer | null): void {
    if (!this.#enabled() || !carriesFiles(data)) return;
    event.preventDefault();
    this.#take(data.files);
  }

  readonly #onDragOver = (event: DragEvent): void => {
    if (!this.#enabled() || !carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    this.#hover(true);
  };

  readonly #onDragLeave = (event: DragEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && this.#host.contains(to))) this.#hover(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    this.#hover(false);
    this.#accept(event, event.dataTransfer);
  };

  readonly #onPaste = (event: ClipboardEvent): void => this.#accept(event, event.clipboardData);
}

function carriesFiles(data: DataTransfer | null): data is DataTransfer {
  return data?.types.includes("Files") ?? false;
}
