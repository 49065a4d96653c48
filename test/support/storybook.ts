import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { preview } from "vite";
import { root, run } from "../../packages/tools/src/repo.ts";

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
}

function storyOf({ type, id, name, importPath }: IndexEntry): Story[] {
  if (type !== "story") return [];
  const tag = `crm-${basename(importPath, ".stories.ts")}`;
  return [{ id, tag, name: name.toLowerCase().replaceAll(" ", "-") }];
}

/** The states each element declares, by tag, from the manifest the package publishes. */
export async function declaredStates(): Promise<ReadonlyMap<string, readonly string[]>> {
  const manifest = JSON.parse(
    await readFile(join(root, "packages/elements/custom-elements.json"), "utf8"),
  ) as {
    modules: { declarations?: { tagName?: string; cssStates?: { name: string }[] }[] }[];
  };
  const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations);
  return new Map(
    elements.flatMap(({ tagName, cssStates = [] }) =>
      tagName ? [[tagName, cssStates.map(({ name }) => name)] as const] : [],
    ),
  );
}
