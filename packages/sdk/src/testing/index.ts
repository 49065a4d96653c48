import type { OperationId, PrincipalKind } from "@portico/contract";
import { Door, routeOf, withHeader } from "./door.js";
import { type Failure, Faults } from "./faults.js";
import { problemAnswer, Refusal } from "./problem.js";
import { type Caller, type FakeData, newId, Store } from "./store.js";

export type { Failure } from "./faults.js";
export type { FakeData } from "./store.js";

export interface FakeBackendOptions extends FakeData {
  /** The clock. Default: the real one. */
  now?: () => Date;
}

/** Whom a token is for. A customer needs `customerId`. */
export interface TokenOwner {
  principal: Exclude<PrincipalKind, "guest">;
  customerId?: string;
  /** Default: the customer's id, or the word for the principal. */
  id?: string;
  displayName?: string;
}

/** One request that reached the backend. */
export interface FakeCall {
  operation: OperationId;
  method: string;
  path: string;
  idempotencyKey: string | undefined;
  /** Undefined while it is under way, and when the answer was lost. */
  status: number | undefined;
}

const guest: Caller = { principal: "guest", id: "guest" };

/**
 * A backend of the contract in memory, for tests of apps: give its `fetch` to `createClient`. It keeps what is written,
 * answers each caller with what they may see, and fails as it is told.
 */
export function fakeBackend({ now = () => new Date(), ...data }: FakeBackendOptions = {}) {
  const store = new Store(data, now);
  const faults = new Faults();
  const callers = new Map<string, Caller>();
  const expired = new Set<string>();
  const calls: FakeCall[] = [];
  const requests: Request[] = [];

  const door = new Door(store, (authorization) => {
    if (authorization === null) return guest;
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? "";
    if (expired.has(token)) throw new Refusal("token-expired");
    const caller = callers.get(token);
    if (!caller) throw new Refusal("unauthenticated");
    return caller;
  });

  async function fetch(request: Request): Promise<Response> {
    requests.push(request.clone());
    await pause(faults.delayMs, request.signal);
    if (faults.isOffline) throw new TypeError("The network is off.");
    const requestId = newId();
    const { method } = request;
    const path = new URL(request.url).pathname;
    const idempotencyKey = request.headers.get("idempotency-key") ?? undefined;
    let call: FakeCall | undefined;
    let answer: Response;
    try {
      const route = routeOf(method, path);
      call = { operation: route.operation, method, path, idempotencyKey, status: undefined };
      calls.push(call);
      faults.strike(route.operation);
      answer = await door.answer(request, route);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answer = problemAnswer(error, requestId);
    }
    if (call && faults.takesAnswer(call.operation)) throw new TypeError("The connection broke.");
    if (call) call.status = answer.status;
    withHeader(answer, "request-id", requestId);
    return method === "HEAD" ? new Response(null, answer) : answer;
  }

  const dropStreams = () => {
    for (const drop of [...store.streams]) drop();
  };

  return {
    fetch,

    /** A token for `auth`. Each call gives another one. */
    tokenFor({ principal, customerId, id = customerId ?? principal, displayName }: TokenOwner): string {
      const claims = btoa(JSON.stringify({ sub: id })).replace(/=+$/, "");
      const token = `${btoa('{"alg":"none"}')}.${claims}.${newId()}`;
      callers.set(token, {
        ...{ principal, id },
        ...(customerId !== undefined && { customerId }),
        ...(displayName !== undefined && { displayName }),
      });
      return token;
    },

    /** Lets the next requests of an operation fail, before anything is done. */
    failNext: (operation: OperationId, failure?: Failure) => faults.failNext(operation, failure),

    /** Does what the next request of an operation asks, and drops the connection before the answer. */
    loseAnswer: (operation: OperationId) => faults.loseAnswer(operation),

    /** Lets every answer take this many milliseconds, until it is called with 0. */
    delay(ms: number): void {
      faults.delayMs = ms;
    },

    /** Nothing comes through, open streams break. */
    offline(): void {
      faults.isOffline = true;
      dropStreams();
    },

    online(): void {
      faults.isOffline = false;
    },

    /** Refuses every token given so far with 401 `token-expired`. */
    expireTokens(): void {
      for (const token of callers.keys()) expired.add(token);
    },

    /** Breaks every open stream. */
    dropStreams,

    /** What reached an operation, in order. */
    calls: calls as readonly Readonly<FakeCall>[],

    /** Everything that was sent, be it to no address of the contract or to a network that was off. */
    requests: requests as readonly Request[],
  };
}

export type FakeBackend = ReturnType<typeof fakeBackend>;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
