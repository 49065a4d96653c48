import type { TokenKeys } from "./auth/tokens.js";

export interface Config {
  keys: TokenKeys;
  /** Origins of the portals whose pages may call; `*` for any. */
  origins: readonly string[];
  /** Longest time of a request in milliseconds; streams are not bound by it. */
  requestTimeoutMs: number;
}

export const defaultRequestTimeoutMs = 30_000;
