/** One difference between two documents that somebody on either side of the wire could notice. */
export interface Change {
  /** Breaking: a client or a backend made for the released document may fail with the current one. */
  readonly impact: "breaking" | "compatible";
  /** JSON Pointer into the current document, or into the released one when the place is gone. */
  readonly pointer: string;
  /** One sentence. */
  readonly text: string;
}

/** Gathers changes. A schema is reached by many ways, yet each of its changes is told once. */
export class ChangeLog {
  readonly #changes = new Map<string, Change>();

  add(impact: Change["impact"], pointer: string, text: string): void {
    this.#changes.set(`${pointer} ${text} ${impact}`, { impact, pointer, text });
  }

  breaking(pointer: string, text: string): void {
    this.add("breaking", pointer, text);
  }

  compatible(pointer: string, text: string): void {
    this.add("compatible", pointer, text);
  }

  /** In an order that depends on the changes alone. */
  sorted(): Change[] {
    return [...this.#changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
  }
}
