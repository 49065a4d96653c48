import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { preview } from "vite";
import { run } from "./repo.ts";

export interface Story {
  readonly id: string;
  /** The name of its state, or of what else it shows, in the way of the elements: `not-found`. */
  readonly name: string;
  /** The element its file is about. */
  readonly tag: string;
}

interface IndexEntry extends Omit<Story, "tag"> {
  readonly type: "story" | "docs";
  readonly importPath: string;
}

/** Storybook as it is published, served from a temporary folder. */
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
    const folder = await mkdtemp(join(tmpdir(), "portico-storybook-"));
    const { code, output } = await run("storybook", ["build", "--quiet", "--output-dir", folder], {
      env: { NODE_ENV: "production" },
    });
    if (code !== 0) throw new Error(`Storybook could not be built:\n${output}`);
    const server = await preview({
      configFile: false,
      root: folder,
      logLevel: "error",
      build: { outDir: folder },
      preview: { host: "127.0.0.1", port: 0 },
    });
    const index = JSON.parse(await readFile(join(folder, "index.json"), "utf8"));
    const entries = Object.values(index.entries as Record<string, IndexEntry>);
    return new Storybook(server.resolvedUrls?.local[0] ?? "", entries.flatMap(storyOf), async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    });
  }

  /** Where a story stands alone; `globals` are those of the toolbar, such as `{ theme: "dark" }`. */
  address(story: Story, globals: Readonly<Record<string, string>> = {}): string {
    // The accessibility panel's own run would get in the way of whoever looks.
    const settings = Object.entries({ ...globals, "a11y.manual": "!true" }).map((pair) => pair.join(":"));
    return new URL(`iframe.html?id=${story.id}&globals=${settings.join(";")}`, this.url).href;
  }
}

function storyOf({ type, id, name, importPath }: IndexEntry): Story[] {
  if (type !== "story") return [];
  const tag = `crm-${basename(importPath, ".stories.ts")}`;
  return [{ id, tag, name: name.toLowerCase().replaceAll(" ", "-") }];
}

interface Channel {
  once(event: string, listener: () => void): void;
  emit(event: string, detail: unknown): void;
}

/** Changes to a story within the page, as the sidebar does, and waits until its elements have come to rest. */
export async function showStory(page: Page, story: Story, state?: string): Promise<void> {
  await page.evaluate(
    (storyId) =>
      new Promise<void>((resolve) => {
        const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as Record<string, Channel>;
        channel?.once("storyRendered", resolve);
        channel?.emit("setCurrentStory", { storyId, viewMode: "story" });
      }),
    story.id,
  );
  await page.waitForFunction((expected) => {
    const elements = [
      ...document.querySelectorAll<HTMLElement & { state?: string }>("#storybook-root *"),
    ].filter(({ localName }) => localName.startsWith("crm-") && localName !== "crm-provider");
    return elements.every((element) =>
      expected ? element.state === expected : !element.matches(":state(loading)"),
    );
  }, state);
}
