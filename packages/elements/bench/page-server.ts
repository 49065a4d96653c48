import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { minifyLiterals } from "../../tools/src/minify-literals.ts";

export interface BuiltPage {
  /** The script or style by its address below the page. */
  readonly files: ReadonlyMap<string, string>;
  /** A folder behind addresses that the page fetches by itself, such as icons. */
  readonly assets?: { readonly path: string; readonly folder: string };
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** Bundled and minified as an application's own build would, templates and their styles included. */
export async function buildPage(script: string): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [minifyLiterals()],
    build: {
      write: false,
      target: "es2022",
      reportCompressedSize: false,
      modulePreload: false,
      rolldownOptions: {
        input: script,
        output: {
          minify: true,
          entryFileNames: "page.js",
          chunkFileNames: "[name]-[hash].js",
          assetFileNames: "page[extname]",
        },
      },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  return new Map(
    output.map((part) => [part.fileName, part.type === "chunk" ? part.code : String(part.source)] as const),
  );
}

/** Serves built pages, and tells how many compressed bytes each has fetched besides its document and its data. */
export class PageServer {
  readonly #pages: ReadonlyMap<string, BuiltPage>;
  readonly #content = new Map<string, string>();
  readonly #fetched = new Map<string, Map<string, number>>();
  readonly #server = createServer((request, response) => {
    void this.#answer(new URL(request.url ?? "/", this.url)).then((answer) => {
      if (!answer) return response.writeHead(404).end();
      // The precise measure of memory is for isolated pages alone.
      response.writeHead(200, {
        "content-type": types[extname(answer.name)] ?? "application/octet-stream",
        "content-encoding": "br",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
      });
      return response.end(answer.body);
    });
  });
  readonly #compressed = new Map<string, Buffer>();

  constructor(pages: ReadonlyMap<string, BuiltPage>) {
    this.#pages = pages;
  }

  async start(): Promise<void> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Puts data at an address that every page may fetch. */
  provide(name: string, content: unknown): void {
    this.#content.set(name, JSON.stringify(content));
    this.#compressed.delete(dataKey(name));
  }

  /** What a page has fetched so far, by address, each once. */
  bytesOf(page: string): number {
    return [...(this.#fetched.get(page)?.values() ?? [])].reduce((total, bytes) => total + bytes, 0);
  }

  async #answer({ pathname }: URL): Promise<{ name: string; body: Buffer } | undefined> {
    const [, pageName = "", ...rest] = pathname.split("/");
    const page = this.#pages.get(pageName);
    const name = rest.join("/");
    if (!page) return undefined;
    const data = this.#content.get(name);
    if (data !== undefined) return { name, body: this.#compress(dataKey(name), data) };
    if (name === "") return { name: "index.html", body: this.#compress(`${pageName}/`, documentOf(page)) };
    const text = page.files.get(name) ?? (await assetOf(page, name));
    if (text === undefined) return undefined;
    const body = this.#compress(`${pageName}/${name}`, text);
    const fetched = this.#fetched.get(pageName) ?? new Map<string, number>();
    this.#fetched.set(pageName, fetched.set(name, body.length));
    return { name, body };
  }

  #compress(key: string, text: string): Buffer {
    const body = this.#compressed.get(key) ?? brotliCompressSync(text);
    this.#compressed.set(key, body);
    return body;
  }
}

const dataKey = (name: string) => `data/${name}`;

function documentOf({ files }: BuiltPage): string {
  const styles = [...files.keys()].filter((name) => name.endsWith(".css"));
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Benchmark</title>
    <link rel="icon" href="data:,">
    ${styles.map((name) => `<link rel="stylesheet" href="${name}">`).join("")}
    <script type="module" src="page.js"></script>
  </head>
  <body><main></main></body>
</html>`;
}

async function assetOf({ assets }: BuiltPage, name: string): Promise<string | undefined> {
  if (!assets || !name.startsWith(assets.path) || name.includes("..")) return undefined;
  const file = join(assets.folder, name.slice(assets.path.length));
  return existsSync(file) ? readFile(file, "utf8") : undefined;
}
