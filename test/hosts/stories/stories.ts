/// <reference types="vite/client" />
import { html, type ReactiveElement, render } from "lit";
import { element } from "../../../stories/support/element.ts";
import { sampleClient } from "../../../stories/support/sample-client.ts";
import { setStoryTime } from "../../../stories/support/story-time.ts";
import { colours, focusRings } from "./colours.ts";
import * as layout from "./layout.ts";
import { reversed } from "./numbers.ts";

/** What Storybook's toolbar sets. */
export interface Globals {
  readonly locale: string;
  readonly theme: string;
  readonly direction?: string;
  /** A class of the place the element stands in, instead of the story's own. */
  readonly room?: string;
}

interface Story {
  readonly args?: Readonly<Record<string, unknown>>;
  readonly globals?: Partial<Globals>;
  readonly parameters?: { readonly room?: string };
  readonly render?: (args: Story["args"], context: { component: string; globals: Globals }) => unknown;
}

interface StoryFile {
  readonly default: {
    readonly title: string;
    readonly component?: string;
    readonly parameters?: Story["parameters"];
  };
  readonly [name: string]: Story | StoryFile["default"];
}

/** After its first drawing an element has asked for what it lacks by then. */
const drawingTime = 300;

const files = import.meta.glob<StoryFile>("../../../stories/*.stories.ts", { eager: true });

/** Every story at once, each in the stage that Storybook gives it, without Storybook's own scripts. */
async function show(globals: Globals): Promise<void> {
  const { locale } = globals;
  document.documentElement.lang = locale;
  document.documentElement.dir = globals.direction ?? "ltr";
  render(
    Object.values(files).map((file) => stage(file, globals)),
    document.body,
  );
  const elements = [...document.querySelectorAll<HTMLElement & Partial<ReactiveElement>>("*")];
  await Promise.all(elements.map(({ updateComplete }) => updateComplete));
  await new Promise((resolve) => setTimeout(resolve, drawingTime));
}

function stage({ default: meta, ...stories }: StoryFile, given: Globals): unknown {
  const { title, component = "" } = meta;
  return Object.entries(stories as Readonly<Record<string, Story>>).map(([name, story]) => {
    const globals = { direction: "ltr", ...given, ...story.globals };
    const { locale, theme, direction } = globals;
    const room = given.room ?? story.parameters?.room ?? meta.parameters?.room ?? "regular";
    const drawn = story.render
      ? story.render(story.args ?? {}, { component, globals })
      : element(component, story.args ?? {});
    return html`<section class="stage" id="${title}/${name}" lang=${locale} dir=${direction} data-theme=${theme}>
      <div class="room ${room}">
        <crm-provider locale=${locale} theme=${theme} .client=${sampleClient}>${drawn}</crm-provider>
      </div>
    </section>`;
  });
}

const page = { show, ...layout, colours, focusRings, reversed };

export type StoriesPage = typeof page;

setStoryTime();
Object.assign(globalThis, { stories: page });
