import type { ElementState } from "@portico/elements";
import type { CrmClient } from "@portico/sdk";
import type { StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { element } from "./element.js";
import { declarationOf } from "./manifest.js";
import { type Answers, noConnection, problem, scriptedClient } from "./scripted-client.js";

interface Subject {
  /** Properties that make the element load. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Answers of every read the element makes. */
  readonly answers: Answers;
  /** The answers that differ when there is nothing to show. */
  readonly empty?: Answers;
  /** The answers that differ when a part is missing. */
  readonly partial?: Answers;
}

/** One story for each public state, brought about by what a backend does: it waits, answers, refuses or is away. */
export function stateStories(tag: string, subject: Subject): Record<ElementState, StoryObj> {
  const { args, answers, empty, partial } = subject;
  const story = (state: ElementState, client: CrmClient | null): StoryObj => ({
    args,
    tags: ["state", "!autodocs"],
    parameters: { docs: { description: { story: describe(tag, state) } } },
    render: (current, { globals: { locale, theme } }) => html`
      <crm-provider
        locale=${locale}
        theme=${theme}
        .client=${client}
        @crm-state=${{ handleEvent: state === "stale" ? retryOnceReady : ignore, capture: true }}
        >${element(tag, current)}</crm-provider
      >
    `,
  });
  const answering = (changes: Answers = {}) => scriptedClient({ ...answers, ...changes });
  const failing = (error: Error) => scriptedClient(each(answers, () => () => Promise.reject(error)));
  return {
    initial: story("initial", null),
    loading: story("loading", scriptedClient(each(answers, () => () => new Promise(() => undefined)))),
    ready: story("ready", answering()),
    empty: story("empty", answering(empty)),
    partial: story("partial", answering(partial)),
    stale: story("stale", scriptedClient(each(answers, everyOther))),
    unauthorized: story("unauthorized", failing(problem(401, "unauthenticated"))),
    forbidden: story("forbidden", failing(problem(403, "forbidden"))),
    "not-found": story("not-found", failing(problem(404, "not-found"))),
    offline: story("offline", failing(noConnection())),
    error: story("error", failing(problem(500, "internal"))),
  };
}

function describe(tag: string, state: ElementState): string {
  const { cssStates = [] } = declarationOf(tag);
  return cssStates.find(({ name }) => name === state)?.description ?? "";
}

function each(answers: Answers, change: (answer: unknown) => unknown): Answers {
  return Object.fromEntries(Object.entries(answers).map(([path, answer]) => [path, change(answer)]));
}

/** Answers the first call, fails the second, and so on: a value that is shown and then cannot be updated. */
function everyOther(answer: unknown): unknown {
  let calls = 0;
  return (...args: never[]) => {
    calls += 1;
    if (calls % 2 === 0) throw problem(503, "unavailable");
    return typeof answer === "function" ? answer(...args) : answer;
  };
}

/** `crm-state` does not bubble, so it is caught on its way down. */
function retryOnceReady({ target, detail }: CustomEvent<{ state: ElementState }> & Event): void {
  if (detail.state === "ready") void (target as HTMLElement & { retry(): Promise<void> }).retry();
}

const ignore = (): void => undefined;
