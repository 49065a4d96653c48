import { type CrmClient, createClient } from "@portico/sdk";
import { argumentsOf } from "./arguments.ts";
import type { Case, Observed, Settled, Step, World } from "./case.ts";
import { described, describedError } from "./described.ts";
import { TokenScript } from "./token-script.ts";
import { perform } from "./verbs.ts";

/** The app of one case: a client, what was begun with it, and what it saw. The same code in Node and in a page. */
export class App {
  readonly tokens: TokenScript;
  readonly observed: Observed;
  readonly controllers = new Map<string, AbortController>();
  readonly begun = new Map<string, Promise<Settled[]>>();
  readonly unsubscribe = new Map<string, () => void>();

  private constructor(
    readonly script: Case,
    readonly world: World,
    readonly crm: CrmClient,
    tokens: TokenScript,
    observed: Observed,
  ) {
    this.tokens = tokens;
    this.observed = observed;
  }

  static async run(script: Case, world: World): Promise<Observed> {
    const { auth, validate, timeout, totalTimeout, ...options } = script.client ?? {};
    const tokens = new TokenScript(auth ?? []);
    const observed: Observed = {
      outcomes: {},
      asked: tokens.asked,
      lost: [],
      states: [],
      changes: {},
      statuses: [],
      feedErrors: [],
      resyncs: 0,
      telemetry: [],
      warnings: [],
    };
    const validator = validate && (await import("@portico/sdk/validation"));
    const crm = createClient({
      baseUrl: world.url,
      ...options,
      timeout: timeout === undefined ? undefined : Number(timeout),
      totalTimeout: totalTimeout === undefined ? undefined : Number(totalTimeout),
      retry: { baseDelay: 1, ...options.retry },
      auth: auth && (({ reason }) => tokens.answer(reason)),
      onAuthLost: (error) => observed.lost.push(error.code),
      onTelemetry: (record) => observed.telemetry.push(record),
      validate:
        validate && validator?.tolerant(validate, (error) => observed.warnings.push(describedError(error))),
    });
    crm.onAuthChange((state) => observed.states.push(state));
    const app = new App(script, world, crm, tokens, observed);
    try {
      for (const [position, step] of script.app.entries()) await perform(app, step, position);
      return observed;
    } finally {
      for (const stop of app.unsubscribe.values()) stop();
    }
  }

  /** Whether a later step aborts what is called so. */
  isAborted(name: string): boolean {
    return this.script.app.some((step: Step) => "abort" in step && step.abort === name);
  }

  signalOf(name: string): AbortSignal {
    const controller = this.controllers.get(name) ?? new AbortController();
    this.controllers.set(name, controller);
    return controller.signal;
  }

  /** Calls a method of the client by its path. */
  call(path: string, args: readonly unknown[]): PromiseLike<unknown> {
    const names = path.split(".");
    const owner = names
      .slice(0, -1)
      .reduce<Record<string, unknown>>(
        (object, name) => object[name] as Record<string, unknown>,
        this.crm as unknown as Record<string, unknown>,
      );
    const method = owner?.[names.at(-1) ?? ""];
    if (typeof method !== "function") throw new Error(`The client has no ${path}.`);
    return Reflect.apply(method, owner, argumentsOf(args)) as PromiseLike<unknown>;
  }
}

/** What becomes of a promise, and how long it took. */
export async function settle(begin: () => PromiseLike<unknown>): Promise<Settled> {
  const from = performance.now();
  try {
    const value = await begin();
    return { value: await described(value), ms: performance.now() - from };
  } catch (error) {
    return { error: (await described(error)) as Record<string, unknown>, ms: performance.now() - from };
  }
}
