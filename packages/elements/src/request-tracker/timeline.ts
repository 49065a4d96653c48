import type { Entry } from "@portico/contract";
import { html, nothing, type TemplateResult } from "lit";
import { fileSize } from "../internal/attachments/file-size.js";
import type { Formats } from "../internal/format.js";
import { avatar } from "../internal/primitives/avatar.js";
import { badge } from "../internal/primitives/badge.js";
import { fileIcon, icon } from "../internal/primitives/icon.js";
import { type EntryView, type FileView, type PartyView, timelineOf } from "./request-tracker.model.js";
import type { TrackerStrings } from "./request-tracker.strings.js";

export interface TimelineOptions {
  readonly text: TrackerStrings;
  readonly format: Formats;
  /** Absent where there is no client to download with. */
  readonly onDownload?: ((file: FileView) => void) | undefined;
}

/** The log by days: what was said as messages, what happened as single lines. */
export function timeline(entries: readonly Entry[], options: TimelineOptions): TemplateResult {
  const { text, format } = options;
  if (entries.length === 0) return html`<p class="muted">${text.noEntries}</p>`;
  return html`<ol part="timeline" class="timeline">
    ${timelineOf(entries).map(
      ({ day, entries: ofDay }) => html`<li class="day">
        <h4 class="day-name">${format.date(day)}</h4>
        <ol>
          ${ofDay.map((entry) => (entry.isMessage ? message(entry, options) : event(entry, options)))}
        </ol>
      </li>`,
    )}
  </ol>`;
}

function message(entry: EntryView, options: TimelineOptions): TemplateResult {
  const { text, format } = options;
  const { author } = entry;
  const name = author?.name ?? "";
  return html`<li part="entry" class="entry message ${author?.role ?? ""} ${entry.internal ? "internal" : ""}">
    ${avatar(name)}
    <div part="message" class="bubble">
      <p class="entry-head">
        <strong>${name}</strong>
        <span class="muted">${roleOf(author, text)}</span>
        ${entry.internal ? badge(text.internal, "warning") : nothing}
        <span class="muted when">${timeOfDay(entry.createdAt, format)}</span>
      </p>
      <p class="words"><bdi>${entry.text}</bdi></p>
      ${files(entry.files, options)}
    </div>
  </li>`;
}

function event(entry: EntryView, options: TimelineOptions): TemplateResult {
  const { format } = options;
  return html`<li part="entry" class="entry event ${entry.type} ${entry.internal ? "internal" : ""}">
    <div>
      <p class="entry-head">
        <span>${eventText(entry, options)}</span>
        <span class="muted">${entry.author?.name}</span>
        ${entry.internal ? badge(options.text.internal, "warning") : nothing}
        <span class="muted when">${timeOfDay(entry.createdAt, format)}</span>
      </p>
      ${entry.text === undefined ? nothing : html`<p class="words muted"><bdi>${entry.text}</bdi></p>`}
      ${files(entry.files, options)}
    </div>
  </li>`;
}

function eventText({ type, to, field }: EntryView, { text }: TimelineOptions): string {
  if (type === "stateChange" && to !== undefined) return text.changedTo(text.states[to] ?? to);
  if (type === "assignment" && to !== undefined) return text.passedTo(to);
  const name = text.events[type] ?? type;
  const detail =
    type === "rating" ? to : type === "fieldChange" && field ? (text.fields[field] ?? field) : undefined;
  return detail === undefined ? name : `${name}: ${detail}`;
}

/** The day stands above. */
function timeOfDay(time: string, format: Formats): TemplateResult {
  return html`<time dir="auto" datetime=${time} title=${format.dateTime(time)}>${format.time(time)}</time>`;
}

/** Files to download; only their names where there is nothing to download with. */
export function files(
  list: readonly FileView[],
  { text, format, onDownload }: Pick<TimelineOptions, "text" | "format" | "onDownload">,
): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<ul class="downloads">
    ${list.map((file) => {
      const size = fileSize(file.size, format);
      const label = html`${icon(fileIcon)}<bdi>${file.name}</bdi> <bdi class="muted">${size}</bdi>`;
      return html`<li>
        ${
          onDownload
            ? html`<button
                part="download"
                class="button small"
                type="button"
                aria-label=${text.download(file.name, size)}
                @click=${() => onDownload(file)}
              >${label}</button>`
            : html`<span class="file-label">${label}</span>`
        }
      </li>`;
    })}
  </ul>`;
}

function roleOf(author: PartyView | undefined, text: TrackerStrings): string {
  const role = author?.role === undefined ? undefined : (text.roles[author.role] ?? author.role);
  return author?.title ?? role ?? "";
}
