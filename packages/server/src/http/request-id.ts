import { randomUUID } from "node:crypto";

/** The caller's own identifier of this exchange when it is one, or a new one. */
export const requestIdOf = (given: string | undefined): string =>
  given !== undefined && /^[\w.:-]{8,128}$/.test(given) ? given : randomUUID();
