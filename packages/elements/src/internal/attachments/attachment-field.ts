import type { AttachmentLimits } from "@portico/contract";
import { html, nothing, type TemplateResult } from "lit";
import type { Formats } from "../format.js";
import { checkIcon, closeIcon, fileIcon, icon, paperclipIcon, refreshIcon } from "../primitives/icon.js";
import { mediaTypeNames } from "./attachment-limits.js";
import type { AttachmentStrings } from "./attachments.strings.js";
import type { Upload, UploadQueue } from "./upload-queue.js";

export interface AttachmentFieldOptions {
  readonly text: AttachmentStrings;
  readonly format: Formats;
  readonly limits: AttachmentLimits;
  /** Tells a screen reader what has become of a file. */
  readonly announce: (message: string) => void;
  /** A fault of the attachments as a whole. */
  readonly invalid?: string | undefined;
}

/** The button, the hints and a row for each file. `FileDrop` takes what is dropped or pasted. */
export function attachmentField(queue: UploadQueue, options: AttachmentFieldOptions): TemplateResult {
  const { text, format, limits, invalid } = options;
  const words = {
    count: limits.maxCount,
    size: Number.isFinite(limits.maxBytes) ? fileSize(limits.maxBytes, format) : "",
    types: mediaTypeNames(limits.mediaTypes).join(", "),
  };
  const refusals = queue.refused.map(({ fileName, reason }) => text.refused[reason](fileName, words));
  const full = queue.uploads.length >= limits.maxCount;

  const pick = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    queue.add(input.files ?? []);
    // Else choosing the same file once more would be no change.
    input.value = "";
  };

  return html`<div part="attachments" class="field attachments" role="group" aria-labelledby="attachments-label">
    <span id="attachments-label" class="label">${text.title}</span>
    ${
      queue.uploads.length > 0
        ? html`<ul class="files">
            ${queue.uploads.map((upload) => fileRow(upload, queue, options))}
          </ul>`
        : nothing
    }
    ${
      full
        ? nothing
        : html`<div class="drop">
            <button
              id="attachments"
              class="button"
              type="button"
              aria-describedby="attachments-hint attachments-fault"
              @click=${openPicker}
            >
              ${icon(paperclipIcon)}${text.add}
            </button>
            <span class="hint drop-hint">${text.dropHint}</span>
            <input
              type="file"
              hidden
              multiple
              accept=${limits.mediaTypes.length > 0 ? limits.mediaTypes.join(",") : nothing}
              @change=${pick}
            />
          </div>`
    }
    <span id="attachments-hint" class="hint">${text.limits(words.count, words.size, words.types)}</span>
    <div id="attachments-fault" class="invalid" role="alert">
      ${refusals.map((sentence) => html`<p>${sentence}</p>`)}${invalid ? html`<p>${invalid}</p>` : nothing}
    </div>
  </div>`;
}

function fileRow(upload: Upload, queue: UploadQueue, options: AttachmentFieldOptions): TemplateResult {
  const { text, format, announce } = options;
  const { name, size } = upload.file;
  const remove = (event: Event) => {
    const list = (event.currentTarget as Element).closest(".attachments");
    queue.remove(upload);
    announce(text.removed(name));
    // The pressed button goes away: the keyboard must not be thrown to the top of the page.
    requestAnimationFrame(() => list?.querySelector<HTMLElement>("button")?.focus());
  };
  return html`<li class="file ${upload.status}">
    ${icon(upload.status === "uploaded" ? checkIcon : fileIcon)}
    <span class="file-name">
      <bdi>${name}</bdi>
      <span class="hint">${fileSize(size, format)} · ${statusText(upload, options)}</span>
    </span>
    ${
      upload.status === "failed"
        ? html`<button
            class="button quiet small"
            type="button"
            aria-label=${text.retryFile(name)}
            @click=${() => queue.retry(upload)}
          >
            ${icon(refreshIcon)}
          </button>`
        : nothing
    }
    <button class="button quiet small" type="button" aria-label=${text.removeFile(name)} @click=${remove}>
      ${icon(closeIcon)}
    </button>
    ${
      upload.status === "uploading"
        ? html`<progress aria-label=${name} max="1" .value=${upload.progress}></progress>`
        : nothing
    }
  </li>`;
}

function statusText({ status, progress }: Upload, { text, format }: AttachmentFieldOptions): string {
  return status === "uploading" ? text.uploading(format.percent(progress)) : text[status];
}

function openPicker(event: Event): void {
  (event.currentTarget as Element).parentElement
    ?.querySelector<HTMLInputElement>('input[type="file"]')
    ?.click();
}

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** `1.4 MB`, in steps of 1024 as every limit is set. */
export function fileSize(bytes: number, format: Formats): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  return format.number(bytes / 1024 ** step, {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step < 2 ? 0 : 1,
  });
}
