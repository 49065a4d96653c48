import { resolvePointer, toPointer } from "../json-pointer.js";

/** A value in a document and where it stands. Nothing is taken for granted: the document may be anybody's. */
export class Place {
  readonly #document: unknown;
  readonly value: unknown;
  readonly pointer: string;

  constructor(document: unknown, value: unknown = document, pointer = "") {
    this.#document = document;
    this.value = value;
    this.pointer = pointer;
  }

  document(): Place {
    return new Place(this.#document);
  }

  /** The member of this name, or the item at this index. */
  at(key: string): Place | undefined {
    const value = resolvePointer(this.value, toPointer([key]));
    return value === undefined ? undefined : this.#child(key, value);
  }

  /** The schema under this name; where there is none, anything goes. */
  schemaAt(key: string): Place {
    return this.at(key) ?? this.#child(key, {});
  }

  /** The members of the object, or the items of the list, under this name. */
  membersOf(key: string): [name: string, member: Place][] {
    const parent = this.at(key);
    if (parent === undefined || typeof parent.value !== "object" || parent.value === null) return [];
    return Object.entries(parent.value).map(([name, value]) => [name, parent.#child(name, value)]);
  }

  textAt(key: string): string | undefined {
    const value = this.at(key)?.value;
    return typeof value === "string" ? value : undefined;
  }

  /** Whether the member is there and `true`. */
  isTrueAt(key: string): boolean {
    return this.at(key)?.value === true;
  }

  listAt(key: string): unknown[] {
    const value = this.at(key)?.value;
    return Array.isArray(value) ? value : [];
  }

  /** Where a reference leads in the end; any other place is its own. */
  resolved(): Place {
    const followed = new Set<string>();
    let place: Place = this;
    for (let ref = place.textAt("$ref"); ref?.startsWith("#"); ref = place.textAt("$ref")) {
      if (followed.has(ref)) break;
      followed.add(ref);
      const pointer = decodeFragment(ref.slice(1));
      place = new Place(this.#document, resolvePointer(this.#document, pointer), pointer);
    }
    return place;
  }

  #child(key: string, value: unknown): Place {
    return new Place(this.#document, value, this.pointer + toPointer([key]));
  }
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A stray per cent sign stands for itself.
    return fragment;
  }
}
