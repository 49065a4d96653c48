import { type App, settle } from "./app.ts";
import { numbered } from "./arguments.ts";
import type { CallStep, IterateStep, Settled, Step, WaitStep } from "./case.ts";
import { described, describedError } from "./described.ts";

/** So long a case waits for what it says must happen. */
const patience = 8000;

type StepOf<Verb extends string> = Extract<Step, Record<Verb, unknown>>;
type Verb =
  | "call"
  | "iterate"
  | "settle"
  | "wait"
  | "abort"
  | "auth"
  | "signOut"
  | "subscribe"
  | "unsubscribe"
  | "server";

/** What each kind of step does; a new kind is one more entry. */
const verbs: { [Name in Verb]: (app: App, step: StepOf<Name>, position: number) => Promise<void> | void } = {
  call: async (app, step, position) => {
    const calls = Promise.all(Array.from({ length: step.times ?? 1 }, (_, n) => called(app, step, n + 1)));
    if (step.begin) app.begun.set(step.as ?? "it", calls);
    else app.observed.outcomes[position] = await calls;
  },

  iterate: async (app, step, position) => {
    app.observed.outcomes[position] = [await settle(() => iterated(app, step))];
  },

  settle: async (app, step, position) => {
    const begun = app.begun.get(step.settle);
    if (!begun) throw new Error(`Nothing called ${step.settle} was begun.`);
    app.observed.outcomes[position] = await begun;
  },

  wait: (app, { wait }) =>
    typeof wait === "number" ? new Promise((resolve) => setTimeout(resolve, wait)) : until(app, wait),

  abort: (app, { abort }) => {
    app.signalOf(abort);
    app.controllers.get(abort)?.abort();
  },

  auth: (app, { auth }) => app.tokens.replace(auth),

  signOut: (app) => app.crm.signOut(),

  subscribe: (app, { subscribe, as = "all" }) => {
    const { observed } = app;
    const changes: unknown[] = [];
    observed.changes[as] = changes;
    const stop = app.crm.changes.subscribe(subscribe, ({ id }) => changes.push(id), {
      onStatus: (status, error) => {
        observed.statuses.push(status);
        if (error) observed.feedErrors.push(error.code);
      },
      onResync: () => {
        observed.resyncs += 1;
      },
    });
    app.unsubscribe.set(as, stop);
  },

  unsubscribe: (app, { unsubscribe }) => app.unsubscribe.get(unsubscribe)?.(),

  server: (app, { server }) => app.world.command(server),
};

export async function perform(app: App, step: Step, position: number): Promise<void> {
  const verb = (Object.keys(verbs) as Verb[]).find((name) => name in step);
  if (!verb) throw new Error(`No verb in ${JSON.stringify(step)}.`);
  await (verbs[verb] as (app: App, step: Step, position: number) => Promise<void> | void)(
    app,
    step,
    position,
  );
}

interface WithResponse {
  withResponse(): Promise<Record<string, unknown>>;
}

/** What `withResponse()` says beside the data. */
const facts = ({ status, requestId, etag, attempts, replayed }: Record<string, unknown>) => ({
  status,
  requestId,
  etag,
  attempts,
  replayed,
});

/** One call of a step, settled, with what else the step wants to know of it. */
async function called(app: App, step: CallStep, n: number): Promise<Settled> {
  const { call, args = [], options, as = "it", aborted, answer } = step;
  const progress: number[] = [];
  const signal = aborted ? AbortSignal.abort() : app.isAborted(as) ? app.signalOf(as) : undefined;
  const given = {
    ...numbered(options ?? {}, n),
    ...(signal && { signal }),
    ...(step.progress !== undefined && {
      onProgress: ({ loaded }: { loaded: number }) => progress.push(loaded),
    }),
  };
  const all = Object.keys(given).length > 0 ? [...numbered(args, n), given] : numbered(args, n);
  let response: Record<string, unknown> | undefined;
  const settled = await settle(async () => {
    const promise = app.call(call, all);
    if (answer) response = await (promise as Promise<unknown> & WithResponse).withResponse();
    return promise;
  });
  return {
    ...settled,
    ...(response && { answer: facts(response) }),
    ...(step.progress !== undefined && { progress }),
  };
}

/** Goes through a list, on after an error as often as the step says. */
async function iterated(app: App, { iterate, args = [], resume = 0, most }: IterateStep): Promise<unknown> {
  const rows: unknown[] = [];
  const errors: unknown[] = [];
  const list = app.call(iterate, args) as unknown as AsyncIterable<{ id: unknown }>;
  const iterator = list[Symbol.asyncIterator]() as AsyncIterableIterator<{ id: unknown }>;
  for (let left = resume; left >= 0; left--) {
    try {
      for await (const { id } of iterator) {
        rows.push(id);
        if (rows.length === most) return { rows, errors };
      }
      break;
    } catch (error) {
      errors.push(error instanceof Error ? describedError(error) : await described(error));
    }
  }
  return { rows, errors };
}

async function until(app: App, wanted: Exclude<WaitStep["wait"], number>): Promise<void> {
  const end = performance.now() + patience;
  const { observed, world } = app;
  for (;;) {
    const remote = wanted.requests !== undefined || wanted.gone !== undefined;
    const { requests, gone } = remote ? await world.seen() : { requests: 0, gone: 0 };
    const changes = Object.values(observed.changes).reduce((sum, { length }) => sum + length, 0);
    const reached =
      requests >= (wanted.requests ?? 0) &&
      gone >= (wanted.gone ?? 0) &&
      changes >= (wanted.changes ?? 0) &&
      observed.resyncs >= (wanted.resyncs ?? 0) &&
      observed.lost.length >= (wanted.lost ?? 0) &&
      (wanted.status === undefined || observed.statuses.at(-1) === wanted.status);
    if (reached) return;
    if (performance.now() > end) {
      const seen = { requests, gone, ...observed, outcomes: undefined };
      throw new Error(`${JSON.stringify(wanted)} did not come true: ${JSON.stringify(seen)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
