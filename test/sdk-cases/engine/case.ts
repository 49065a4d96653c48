/** The format of a case, as `case.schema.json` holds it. What each member means is told in the README beside it. */
export interface Case {
  readonly name: string;
  readonly only?: Environment;
  readonly because?: string;
  /** It measures time, so that nothing else runs beside it. */
  readonly alone?: boolean;
  readonly client?: ClientScript;
  readonly server?: ServerScript;
  readonly app: readonly Step[];
  readonly expect?: Expectations;
}

export type Environment = "node" | "chromium";

export interface ClientScript {
  readonly retry?: { limit?: number; baseDelay?: number; maxRetryAfter?: number };
  readonly timeout?: number | "Infinity";
  readonly totalTimeout?: number | "Infinity";
  readonly heartbeat?: number;
  readonly pollInterval?: number;
  readonly locale?: string;
  readonly validate?: "warn" | "strict";
  /** What the host's provider answers in turn; the last answer is repeated. */
  readonly auth?: readonly TokenAnswer[];
}

/** An opaque token, a guest's null, what a plain-JavaScript host may give by mistake, or trouble. */
export type TokenAnswer =
  | string
  | null
  | {
      /** The name the server's log and its `when` know the token by. */
      readonly token?: string | null;
      /** Makes it a JWT with these claims; `exp` and `iat` are seconds from now. */
      readonly claims?: Record<string, unknown>;
      /** Writes `exp` in milliseconds, as some backends do by mistake. */
      readonly milliseconds?: boolean;
      readonly after?: number;
      readonly throws?: string;
      readonly hangs?: boolean;
      readonly undefined?: boolean;
    };

/** Answers in order of arrival, for all requests or by route (`GET /v1/me`); the last one is repeated. */
export type ServerScript = readonly Answer[] | Readonly<Record<string, readonly Answer[]>>;

export interface Answer {
  /** A standing rule for the requests it fits; it is never used up. */
  readonly when?: {
    readonly token?: string | null;
    readonly headers?: Record<string, string>;
    readonly query?: Record<string, string>;
  };
  readonly status?: number;
  readonly headers?: Record<string, string | { readonly dateIn: number }>;
  readonly json?: unknown;
  /** So many bytes of white space behind the JSON. */
  readonly pad?: number;
  readonly problem?: string | ({ readonly code: string } & Record<string, unknown>);
  readonly text?: string;
  /** So many bytes of the letter a. */
  readonly bytes?: number;
  readonly base64?: string;
  /** The bytes on the wire instead of an answer in HTTP. */
  readonly wire?: string;
  readonly stream?: readonly StreamItem[];
  readonly feed?: FeedScript;
  /** Carries the write out once for each idempotency key, and answers with `json` and the id of the record. */
  readonly commit?: boolean;
  readonly type?: string;
  readonly delay?: number;
  readonly never?: "answers" | "ends-head" | "ends-body" | "ends-reading";
  readonly cut?: "unanswered" | "after-head" | number;
  readonly reset?: boolean;
  readonly drip?: { readonly bytes: number; readonly every: number };
  readonly chunked?: boolean;
  readonly claimsBytes?: number;
  readonly encoding?: "gzip" | "broken-gzip";
  readonly keepAlive?: boolean;
  readonly newline?: "lf" | "crlf" | "cr";
  readonly bom?: boolean;
  readonly split?: "every-byte" | "every-position" | readonly number[];
  readonly then?: "stay" | "end" | "cut";
}

export type StreamItem =
  | { readonly raw: string }
  | { readonly change: number | string; readonly [member: string]: unknown }
  | {
      readonly comment?: string;
      readonly retry?: number | string;
      readonly event?: string;
      readonly id?: string;
      readonly data?: unknown;
    };

/** A feed of changes 1 to `total`, served by stream or page from where the request says. */
export interface FeedScript {
  readonly total: number;
  /** Changes in one connection or page. */
  readonly each?: number;
  /** How many of those delivered before are sent again. */
  readonly again?: number;
  readonly then?: "end" | "cut";
}

/** A promise of the app that is checked when it settles. */
export interface Outcome {
  readonly returns?: unknown;
  readonly throws?: Readonly<Record<string, unknown>>;
  /** Members of `withResponse()`. */
  readonly answer?: Readonly<Record<string, unknown>>;
  /** Loaded bytes an upload told of. */
  readonly progress?: unknown;
  /** Milliseconds, least and most. */
  readonly takes?: readonly [number, number];
}

export interface CallStep extends Outcome {
  /** Path of a method of the client. */
  readonly call: string;
  readonly args?: readonly unknown[];
  readonly options?: Readonly<Record<string, unknown>>;
  readonly as?: string;
  /** Goes on without waiting; a later `settle` waits. */
  readonly begin?: boolean;
  /** As many calls at the same time; `{n}` in the arguments counts them. Each must turn out as said. */
  readonly times?: number;
  readonly aborted?: boolean;
}

export interface IterateStep extends Outcome {
  /** A list that is gone through row by row. */
  readonly iterate: string;
  readonly args?: readonly unknown[];
  /** So often the loop is begun again after it threw. */
  readonly resume?: number;
  /** Leaves the loop after so many rows. */
  readonly most?: number;
}

export interface WaitStep {
  readonly wait:
    | number
    | {
        readonly requests?: number;
        readonly gone?: number;
        readonly changes?: number;
        readonly resyncs?: number;
        readonly status?: string;
        readonly lost?: number;
      };
}

export type Step =
  | CallStep
  | IterateStep
  | WaitStep
  | ({ readonly settle: string } & Outcome)
  | { readonly abort: string }
  | { readonly auth: readonly TokenAnswer[] }
  | { readonly signOut: true }
  | { readonly subscribe: Readonly<Record<string, string>>; readonly as?: string }
  | { readonly unsubscribe: string }
  | { readonly server: ServerCommand };

/** What happens to the server while the app runs. */
export type ServerCommand =
  | { readonly push: readonly StreamItem[] }
  | { readonly drop: "streams" | "connections" }
  | { readonly restart: { readonly downFor: number } };

export interface Expectations {
  /** How many, or what each was like. */
  readonly requests?: unknown;
  readonly routes?: Readonly<Record<string, number>>;
  /** Different idempotency keys among all requests. */
  readonly keys?: number;
  readonly records?: number;
  /** Milliseconds between one request and the next, least and most. */
  readonly gaps?: readonly (readonly [number, number])[];
  /** Milliseconds by which the waits of several calls before their second request differ, least and most. */
  readonly spread?: readonly [number, number];
  /** Milliseconds after the last step in which no further request may come. */
  readonly quiet?: number;
  readonly asked?: unknown;
  readonly lost?: unknown;
  readonly states?: unknown;
  readonly changes?: unknown;
  readonly statuses?: unknown;
  readonly feedErrors?: unknown;
  readonly resyncs?: unknown;
  readonly telemetry?: unknown;
  readonly warnings?: unknown;
}

/** What the app saw, as data. */
export interface Observed {
  /** By the position of the step. */
  outcomes: Record<number, readonly Settled[]>;
  asked: string[];
  lost: unknown[];
  states: string[];
  /** By the name of the subscription. */
  changes: Record<string, readonly unknown[]>;
  statuses: string[];
  feedErrors: string[];
  resyncs: number;
  telemetry: unknown[];
  warnings: unknown[];
}

/** One promise of the app, settled. */
export interface Settled {
  readonly value?: unknown;
  readonly error?: Readonly<Record<string, unknown>>;
  readonly answer?: Readonly<Record<string, unknown>>;
  readonly progress?: readonly number[];
  readonly ms: number;
}

/** A request as the server saw it. */
export interface Logged {
  readonly method: string;
  readonly path: string;
  readonly route: string;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  /** Name of the bearer token, null for a guest. */
  readonly token: string | null;
  /** Parsed where it is JSON. */
  body: unknown;
  /** Bytes of the body that arrived. */
  bytes: number;
  /** Milliseconds since the server began. */
  readonly at: number;
  /** The client went away before it was answered. */
  gone: boolean;
}

/** What the app may ask of the world around it. */
export interface World {
  readonly url: string;
  seen(): Promise<{ requests: number; gone: number }>;
  command(command: ServerCommand): Promise<void>;
}
