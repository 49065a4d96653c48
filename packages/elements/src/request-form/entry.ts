import type { Draft } from "./request-form.draft.js";
import type { Fault } from "./request-form.faults.js";
import type { Values } from "./request-form.model.js";

/** What the visitor has entered, and which faults of it may be shown already. */
export class Entry {
  /** True once the visitor has changed anything. */
  touched = false;

  readonly #onChange: () => void;
  #kind: string | null = null;
  #values: Values = {};
  /** Fields that were left or sent as they are: their faults are shown. */
  #checked: ReadonlySet<string> | "all" = new Set();
  /** Fields changed since they were checked last: nobody likes to be corrected while typing. */
  #changing: ReadonlySet<string> = new Set();
  #serverFaults: readonly Fault[] = [];

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Code of the chosen kind. */
  get kind(): string | null {
    return this.#kind;
  }

  get values(): Values {
    return this.#values;
  }

  /** Starts over with this content, as if nothing had been typed. */
  reset({ kind, values }: Draft): void {
    this.#kind = kind;
    this.#values = values;
    this.touched = false;
    this.#checked = new Set();
    this.#changing = new Set();
    this.#serverFaults = [];
    this.#onChange();
  }

  /** Puts a draft that came late below what was typed meanwhile. */
  complete({ kind, values }: Draft): void {
    this.#kind ??= kind;
    this.#values = { ...values, ...this.#values };
    this.#onChange();
  }

  /** Takes another kind; what fits it of what was typed stays. */
  choose(kind: string | null): void {
    this.#kind = kind;
    this.#checked = new Set();
    this.#serverFaults = [];
    this.#onChange();
  }

  set(changes: Readonly<Record<string, string | boolean | undefined>>): void {
    const values = Object.entries({ ...this.#values, ...changes }).filter(([, value]) => value !== undefined);
    this.#values = Object.fromEntries(values) as Values;
    this.touched = true;
    const changed = Object.keys(changes);
    this.#changing = new Set([...this.#changing, ...changed]);
    this.#serverFaults = this.#serverFaults.filter(({ pointer }) => !changed.includes(pointer));
    this.#onChange();
  }

  /** The visitor has left a field: what is wrong with it may be said, unless it was only passed. */
  check(pointer: string): void {
    if (!this.#changing.has(pointer)) return;
    this.#changing = new Set([...this.#changing].filter((one) => one !== pointer));
    if (this.#checked !== "all") this.#checked = new Set([...this.#checked, pointer]);
    this.#onChange();
  }

  /** Everything is sent as it is: all faults are shown, and the server judges anew. */
  checkAll(): void {
    this.#changing = new Set();
    this.#checked = "all";
    this.#serverFaults = [];
    this.#onChange();
  }

  /** Takes over what the server found, at the fields that are drawn, until the field in question is changed. */
  refuse(faults: readonly Fault[]): void {
    this.#serverFaults = faults;
    this.#onChange();
  }

  /** Of all faults those to show now, in the order of the fields. */
  shown(found: readonly Fault[]): Fault[] {
    const local = found.filter(
      ({ pointer }) =>
        !this.#changing.has(pointer) && (this.#checked === "all" || this.#checked.has(pointer)),
    );
    const known = new Set(local.map(({ pointer }) => pointer));
    return [...local, ...this.#serverFaults.filter(({ pointer }) => !known.has(pointer))];
  }
}
