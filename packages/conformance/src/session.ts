import type { Capabilities, Me, OperationId } from "@portico/contract";
import type { CallerName } from "./http/caller.js";
import type { Sender } from "./http/sender.js";
import type { Journal } from "./journal.js";

/** `observe` sends only GET; `sandbox` makes and removes what it needs; `certify` is a sandbox that skips nothing. */
export const modes = ["observe", "sandbox", "certify"] as const;

export type Mode = (typeof modes)[number];

/** Bronze: reads of the core. Silver: its writes too. Gold: the feed and two profiles more. */
export const levels = ["bronze", "silver", "gold"] as const;

export type Level = (typeof levels)[number];

export type Tokens = { readonly [Name in Exclude<CallerName, "guest">]?: string } & {
  readonly guest?: never;
};

/** What one run knows of the backend and of itself. */
export interface Session {
  readonly runId: string;
  readonly seed: number;
  readonly mode: Mode;
  readonly level: Level;
  readonly tokens: Tokens;
  readonly sender: Sender;
  readonly journal: Journal;
  readonly capabilities: Capabilities;
  /** Operations the backend declares. */
  readonly declared: ReadonlySet<OperationId>;
  /** What `/v1/me` said of each caller. */
  readonly introductions: ReadonlyMap<CallerName, Me>;
  readonly replayPath: string | undefined;
}
