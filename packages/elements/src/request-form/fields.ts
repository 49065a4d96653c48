import { html, nothing, type TemplateResult } from "lit";
import type { Formats } from "../internal/format.js";
import { alertIcon, icon } from "../internal/primitives/icon.js";
import type { Control, FieldView, Values } from "./request-form.model.js";
import type { FormStrings } from "./request-form.strings.js";

/** What a field needs to be drawn, and whom it tells what the visitor does. */
export interface FieldHost {
  readonly text: FormStrings;
  readonly format: Formats;
  readonly values: Values;
  /** What is wrong with a field, in words, as far as it may be said already. */
  faultOf(field: FieldView): string | undefined;
  set(changes: Readonly<Record<string, string | boolean | undefined>>): void;
  check(pointer: string): void;
}

/** The id of a field's control, by which labels and the summary of faults find it. */
export function fieldId(pointer: string): string {
  return `field${pointer.replaceAll(/[^\w]/g, "-")}`;
}

export function renderFields(fields: readonly FieldView[], host: FieldHost): TemplateResult {
  return html`<div class="fields">${fields.map((field) => renderField(field, host))}</div>`;
}

export function renderField(field: FieldView, host: FieldHost): TemplateResult {
  switch (field.control) {
    case "checkbox":
      return checkbox(field, host);
    case "radios":
      return radios(field, host);
    default:
      return labelled(field, host);
  }
}

const inputTypes: Partial<Record<Control, string>> = { date: "date", phone: "tel", email: "email" };
const inputModes: Partial<Record<Control, string>> = { integer: "numeric", number: "decimal" };
const wide: ReadonlySet<Control> = new Set(["multiline", "radios", "checkbox"]);

function labelled(field: FieldView, host: FieldHost): TemplateResult {
  const { pointer, control, choices, autocomplete } = field;
  const id = fieldId(pointer);
  const value = String(host.values[pointer] ?? "");
  const invalid = host.faultOf(field) !== undefined;
  const describedBy = `${id}-hint ${id}-fault`;
  const onInput = (event: Event) => host.set({ [pointer]: (event.currentTarget as HTMLInputElement).value });
  const onBlur = () => host.check(pointer);

  const draw = () => {
    if (control === "multiline") {
      return html`<textarea
        id=${id}
        part="input"
        class="input"
        rows="4"
        autocomplete="off"
        aria-required=${field.required}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        .value=${value}
        @input=${onInput}
        @blur=${onBlur}
      ></textarea>`;
    }
    if (control === "select") {
      return html`<select
        id=${id}
        part="input"
        class="input"
        aria-required=${field.required}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        @change=${onInput}
        @blur=${onBlur}
      >
        <option value="" .selected=${value === ""}>${host.text.choose}</option>
        ${choices.map(({ code, label }) => html`<option value=${code} .selected=${value === code}>${label}</option>`)}
      </select>`;
    }
    return html`<input
      id=${id}
      part="input"
      class="input"
      type=${inputTypes[control] ?? "text"}
      inputmode=${inputModes[control] ?? nothing}
      autocomplete=${autocomplete ?? "off"}
      aria-required=${field.required}
      aria-invalid=${invalid}
      aria-describedby=${describedBy}
      .value=${value}
      @input=${onInput}
      @blur=${onBlur}
    />`;
  };

  return html`<div part="field" class=${isWide(field) ? "field wide" : "field"}>
    <label class="label" for=${id}>${caption(field, host)}</label>
    ${draw()} ${notes(field, host, value)}
  </div>`;
}

function checkbox(field: FieldView, host: FieldHost): TemplateResult {
  const { pointer, label } = field;
  const id = fieldId(pointer);
  return html`<div part="field" class="field wide">
    <label class="check">
      <input
        id=${id}
        type="checkbox"
        aria-describedby="${id}-hint ${id}-fault"
        .checked=${host.values[pointer] === true}
        @change=${(event: Event) => host.set({ [pointer]: (event.currentTarget as HTMLInputElement).checked })}
      />
      <span>${label}</span>
    </label>
    ${notes(field, host)}
  </div>`;
}

function radios(field: FieldView, host: FieldHost): TemplateResult {
  const { pointer, choices, required } = field;
  const id = fieldId(pointer);
  const choose = (code: string) => () => {
    host.set({ [pointer]: code });
    host.check(pointer);
  };
  return html`<fieldset
    part="field"
    class="field wide"
    role="radiogroup"
    aria-required=${required}
    aria-invalid=${host.faultOf(field) !== undefined}
    aria-describedby="${id}-hint ${id}-fault"
  >
    <legend class="label">${caption(field, host)}</legend>
    <div class="choices">
      ${choices.map(
        ({ code, label }, index) => html`<label class="choice">
          <input
            id=${index === 0 ? id : `${id}-${index}`}
            type="radio"
            name=${id}
            value=${code}
            .checked=${host.values[pointer] === code}
            @change=${choose(code)}
          />
          <span>${label}</span>
        </label>`,
      )}
    </div>
    ${notes(field, host)}
  </fieldset>`;
}

function caption({ label, optional }: FieldView, { text }: FieldHost): unknown {
  return html`${label}${optional ? html`<span class="optional"> (${text.optional})</span>` : nothing}`;
}

/** The help, the count of characters and what is wrong. */
function notes(field: FieldView, host: FieldHost, value = ""): TemplateResult {
  const { control, help, maxLength } = field;
  const { text, format } = host;
  const id = fieldId(field.pointer);
  const fault = host.faultOf(field);
  const length = [...value].length;
  const counted = maxLength !== undefined && (control === "multiline" || length > maxLength * 0.8);
  return html`<div class="notes">
      <span id="${id}-hint" class="hint">
        ${help ?? nothing}${counted ? html`<span class="visually-hidden">${text.atMost(format.number(maxLength))}</span>` : nothing}
      </span>
      ${
        counted
          ? html`<span class=${length > maxLength ? "counter over" : "counter"} aria-hidden="true"
              >${text.counter(format.number(length), format.number(maxLength))}</span
            >`
          : nothing
      }
    </div>
    <div id="${id}-fault" class="invalid">${fault ? html`${icon(alertIcon)}<span>${fault}</span>` : nothing}</div>`;
}

/** Short values stand side by side where there is room. */
function isWide({ control, pointer, maxLength = 0 }: FieldView): boolean {
  return wide.has(control) || (control === "text" && (maxLength > 100 || pointer === "/requester/name"));
}
