import { requestKindValues } from "@portico/contract";
import { html, type TemplateResult } from "lit";
import { icon, searchIcon } from "../internal/primitives/icon.js";
import { doneStates, openStates } from "../internal/request.model.js";
import { type Sort, sortOf, sorts } from "./request-list.model.js";
import type { ListStrings } from "./request-list.strings.js";

/** What the visitor has chosen; `""` is no choice. */
export interface FilterChoice {
  /** `open`, `done` or one state. */
  readonly state: string;
  readonly kind: string;
  readonly search: string;
}

export const noFilter: FilterChoice = { state: "", kind: "", search: "" };

export interface FiltersOptions {
  readonly choice: FilterChoice;
  readonly sort: Sort;
  /** States and kinds the host restricts the list to; empty for any. */
  readonly states: readonly string[];
  readonly kinds: readonly string[];
  readonly text: ListStrings;
  readonly onChoice: (choice: Partial<FilterChoice>) => void;
  readonly onSort: (sort: Sort) => void;
  readonly onType: (event: Event) => void;
}

/** The row of controls over the list. */
export function filters(options: FiltersOptions): TemplateResult {
  const { choice, text, onChoice } = options;
  const kinds = options.kinds.length > 0 ? options.kinds : requestKindValues;
  return html`<div part="filters" class="filters" role="search" aria-label=${text.filters}>
    <div class="search">
      ${icon(searchIcon)}
      <input
        id="search"
        part="input"
        class="input"
        type="search"
        maxlength="100"
        autocomplete="off"
        enterkeyhint="search"
        aria-label=${text.search}
        placeholder=${text.searchHint}
        .value=${choice.search}
        @input=${options.onType}
        @compositionend=${options.onType}
      />
    </div>
    ${select(text.state, choice.state, stateOptions(options), (state) => onChoice({ state }))}
    ${select(
      text.kind,
      choice.kind,
      [["", text.allKinds], ...kinds.map((kind) => [kind, text.kinds[kind] ?? kind] as const)],
      (kind) => onChoice({ kind }),
    )}
    ${select(
      text.sort,
      options.sort,
      sorts.map((sort) => [sort, text.sorts[sort]] as const),
      (sort) => options.onSort(sortOf(sort)),
    )}
  </div>`;
}

type Option = readonly [value: string, label: string];

/** The groups only where the host lets more than one state of each through. */
function stateOptions({ states, text }: FiltersOptions): readonly Option[] {
  const offered = states.length > 0 ? states : [...openStates, ...doneStates];
  const has = (group: readonly string[]) => group.filter((state) => offered.includes(state)).length > 1;
  const groups: readonly Option[] = [
    ...(has(openStates) ? [["open", text.open] as const] : []),
    ...(has(doneStates) ? [["done", text.done] as const] : []),
  ];
  return [
    ["", text.allStates],
    ...(groups.length > 1 ? groups : []),
    ...offered.map((state) => [state, text.states[state] ?? state] as const),
  ];
}

function select(
  label: string,
  chosen: string,
  options: readonly Option[],
  onChange: (value: string) => void,
): TemplateResult {
  return html`<select
    part="input"
    class="input"
    aria-label=${label}
    @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}
  >
    ${options.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen} .selected=${value === chosen}>${name}</option>`)}
  </select>`;
}
