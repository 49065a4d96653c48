import type { AttachmentLimits } from "@portico/contract";
import { html, nothing, type TemplateResult } from "lit";
import { icon, paperclipIcon } from "../primitives/icon.js";
import { partFailure } from "../state-view.js";
import { commonStrings } from "../strings/common.strings.js";
import { mediaTypeNames } from "./attachment-limits.js";
import type { Attachments } from "./attachments.js";
import { attachmentStrings } from "./attachments.strings.js";
import { fileSize } from "./file-size.js";
import type { UploadListOptions } from "./upload-list.js";

export interface AttachmentFieldOptions extends UploadListOptions {
  readonly limits: AttachmentLimits;
  /** A fault of the attachments as a whole. */
  readonly invalid?: string | undefined;
}

/** The button, the hints and, once there are files, their list. What is dropped or pasted is taken too. */
export function attachmentField(attachments: Attachments, options: AttachmentFieldOptions): TemplateResult {
  const { read, format, limits, invalid } = options;
  const { queue, list, uploads } = attachments;
  const text = read(attachmentStrings);
  const words = {
    number: format.number(limits.maxCount),
    size: Number.isFinite(limits.maxBytes) ? fileSize(limits.maxBytes, format) : "",
    types: mediaTypeNames(limits.mediaTypes).join(", "),
  };
  const faults = queue && list.value ? list.value.refusals(queue, words, options) : [];

  const pick = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    attachments.add(input.files ?? []);
    // Else choosing the same file once more would be no change.
    input.value = "";
  };

  return html`<div part="attachments" class="field attachments" role="group" aria-labelledby="attachments-label">
    <span id="attachments-label" class="label">${text.files}</span>
    ${queue && list.value?.uploadList(queue, options)}
    ${
      uploads.length >= limits.maxCount
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
    <span id="attachments-hint" class="hint">${words.size && text.limits(limits.maxCount, words.number, words.size, words.types)}</span>
    <div id="attachments-fault" class="invalid" role="alert">
      ${[...faults, invalid].map((fault) => (fault ? html`<p>${fault}</p>` : nothing))}
    </div>
    ${list.error ? partFailure(read(commonStrings), () => attachments.retry()) : nothing}
  </div>`;
}

function openPicker(event: Event): void {
  (event.currentTarget as Element).parentElement
    ?.querySelector<HTMLInputElement>('input[type="file"]')
    ?.click();
}
