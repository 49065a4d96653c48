import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { preview } from "vite";
import { cache, root, run } from "./repo.ts";

export interface Story {
  readonly id: string;
  /** The name of its state, or of what else it shows, in the way of the elements: `not-found`. */
  readonly name: string;
  /** The element its file is about. */
  readonly tag: string;
}

/** What the toolbar sets: theme, locale, direction and so on. */
export type Globals = Readonly<Record<string, string>>;

interface IndexEntry extends Omit<Story, "tag"> {
  readonly type: "story" | "docs";
  readonly importPath: string;
}

/** Storybook as it is published; built anew when what it is made of has changed. */
export class Storybook {
  readonly url: string;
  readonly stories: readonly Story[];
  readonly dispose: () => Promise<void>;

  private constructor(url: string, stories: readonly Story[], dispose: () => Promise<void>) {
    this.url = url;
    this.stories = stories;
    this.dispose = dispose;
  }

  static async build(): Promise<Storybook> {
    const folder = join(cache, "storybook", await fingerprint());
    if (!existsSync(folder)) await buildInto(folder);
    const server = await preview({
      configFile: false,
      root: folder,
      logLevel: "error",
      build: { outDir: folder },
      preview: { host: "127.0.0.1", port: 0 },
    });
    const index = JSON.parse(await readFile(join(folder, "index.json"), "utf8"));
    const entries = Object.values(index.entries as Record<string, IndexEntry>);
    return new Storybook(server.resolvedUrls?.local[0] ?? "", entries.flatMap(storyOf), () => server.close());
  }

  /** Where a story stands alone; `globals` are those of the toolbar, such as `{ theme: "dark" }`. */
  address(story: Story, globals: Globals = {}): string {
    // The accessibility panel's own run would get in the way of whoever looks.
    const settings = Object.entries({ ...globals, "a11y.manual": "!true" }).map((pair) => pair.join(":"));
    return new URL(`iframe.html?id=${story.id}&globals=${settings.join(";")}`, this.url).href;
  }
}

/** Changes with the stories, with the built packages they show and with what builds them. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  const sources = [
    "{.storybook,stories}/**/*.*",
    "packages/{contract,sdk,elements}/dist/**/*.js",
    "packages/elements/{custom-elements,package}.json",
    "package-lock.json",
  ];
  const files: string[] = [];
  for await (const file of glob(sources, { cwd: root })) files.push(file);
  for (const file of files.sort()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}

async function buildInto(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await forgetOld(dirname(folder));
  const unfinished = await mkdtemp(`${folder}-`);
  const { code, output } = await run("storybook", ["build", "--quiet", "--output-dir", unfinished], {
    env: { NODE_ENV: "production" },
  });
  if (code !== 0) throw new Error(`Storybook could not be built:\n${output}`);
  // Another process may have been faster.
  await rename(unfinished, folder).catch(() => undefined);
}

function storyOf({ type, id, name, importPath }: IndexEntry): Story[] {
  if (type !== "story") return [];
  const tag = `crm-${basename(importPath, ".stories.ts")}`;
  return [{ id, tag, name: name.toLowerCase().replaceAll(" ", "-") }];
}

/** Removes builds that nobody can be using any more. */
async function forgetOld(builds: string): Promise<void> {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(builds)) {
    const build = join(builds, name);
    if ((await stat(build)).mtimeMs < anHourAgo) await rm(build, { recursive: true, force: true });
  }
}

interface Channel {
  once(event: string, listener: () => void): void;
  emit(event: string, detail: unknown): void;
  /** What the event came with when it came last. */
  last(event: string): readonly unknown[] | undefined;
}

/** Opens Storybook's frame at its first story. */
export async function openStories(page: Page, storybook: Storybook, globals: Globals = {}): Promise<void> {
  const [first] = storybook.stories;
  if (!first) throw new Error("There is no story.");
  await page.goto(storybook.address(first, globals));
  await page.waitForFunction(() => {
    const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as Partial<
      Record<string, Channel>
    >;
    return channel?.last("storyRendered");
  });
}

/** Changes to another story within the page, as the sidebar does, and waits until its elements have come to rest. */
export async function showStory(page: Page, story: Story, state?: string): Promise<void> {
  await draw(page, "setCurrentStory", { storyId: story.id, viewMode: "story" }, story.id);
  await page.waitForFunction((expected) => {
    const elements = [
      ...document.querySelectorAll<HTMLElement & { state?: string }>("#storybook-root *"),
    ].filter(({ localName }) => localName.startsWith("crm-") && localName !== "crm-provider");
    return elements.every((element) =>
      expected ? element.state === expected : !element.matches(":state(loading)"),
    );
  }, state);
}

/** Draws the story that is shown in another theme, language or direction, as the toolbar does. */
export async function setGlobals(page: Page, globals: Globals): Promise<void> {
  await draw(page, "updateGlobals", { globals });
}

/** @param shown the story that needs no drawing where it stands already. */
function draw(page: Page, event: string, detail: object, shown?: string): Promise<void> {
  return page.evaluate(
    ([name, content, id]) =>
      new Promise<void>((resolve) => {
        const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as Record<string, Channel>;
        if (id && channel?.last("storyRendered")?.[0] === id) resolve();
        channel?.once("storyRendered", resolve);
        channel?.emit(name, content);
      }),
    [event, detail, shown] as const,
  );
}
