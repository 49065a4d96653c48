/** A path with its ids filled in, and without them for telemetry and messages. */
export interface Path {
  readonly url: string;
  readonly template: string;
  /** False when an id is empty or would lead elsewhere. */
  readonly valid: boolean;
}

/** Tag of a path: ``path`/v1/customers/${id}` ``. */
export function path(parts: TemplateStringsArray, ...ids: string[]): Path {
  const valid = ids.every((id) => typeof id === "string" && !/^\.{0,2}$|\p{Surrogate}/u.test(id));
  const url = valid ? String.raw({ raw: parts }, ...ids.map(encodeURIComponent)) : "";
  return { url, template: parts.join("{id}"), valid };
}
