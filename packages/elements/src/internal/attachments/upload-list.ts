import { html, nothing, type TemplateResult } from "lit";
import type { Formats } from "../format.js";
import type { Catalogue } from "../localize.js";
import { checkIcon, closeIcon, fileIcon, icon, refreshIcon } from "../primitives/icon.js";
import { fileSize } from "./file-size.js";
import type { Upload, UploadQueue } from "./upload-queue.js";
import { type UploadStrings, uploadStrings } from "./uploads.strings.js";

export { UploadQueue } from "./upload-queue.js";
export { uploadStyles as styles } from "./uploads.styles.js";

export interface UploadListOptions {
  readonly read: <Strings extends object>(catalogue: Catalogue<Strings>) => Strings;
  readonly format: Formats;
  /** Tells a screen reader what has become of a file. */
  readonly announce: (message: string) => void;
}

/** A row for each file. */
export function uploadList(queue: UploadQueue, options: UploadListOptions): TemplateResult | typeof nothing {
  if (queue.uploads.length === 0) return nothing;
  const text = options.read(uploadStrings);
  return html`<ul class="files">
    ${queue.uploads.map((upload) => row(upload, queue, text, options))}
  </ul>`;
}

/** Why files were left out, in words. */
export function refusals(
  queue: UploadQueue,
  limits: Parameters<UploadStrings["refused"]["empty"]>[1],
  { read }: UploadListOptions,
): string[] {
  const { refused } = read(uploadStrings);
  return queue.refused.map(({ fileName, reason }) => refused[reason](fileName, limits));
}

function row(
  upload: Upload,
  queue: UploadQueue,
  text: UploadStrings,
  { format, announce }: UploadListOptions,
): TemplateResult {
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
      <span class="hint">${fileSize(size, format)} · ${statusText(upload, text, format)}</span>
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

function statusText({ status, progress }: Upload, text: UploadStrings, format: Formats): string {
  if (status === "uploading") return text.uploading(format.percent(progress));
  return status === "failed" ? text.notUploaded : text[status];
}
