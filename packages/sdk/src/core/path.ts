/** A path with its ids filled in, and without them for telemetry and messages. */
export interface Path {
  readonly url: string;
  readonly template: string;
  /** False when an id is empty or would lead elsewhere. */
  readonly valid: boolean;
}

/** Tag of a path: ``path`/v1/customers/${id}` ``. */
export const path = (parts: TemplateStringsArray, ...ids: string[]): Path => ({
  url: String.raw({ raw: parts }, ...ids.map(encodeURIComponent)),
  template: parts.join("{id}"),
  valid: ids.every((id) => typeof id === "string" && !/^\.{0,2}$/.test(id)),
});
