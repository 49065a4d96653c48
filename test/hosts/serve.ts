import { readFile } from "node:fs/promises";
import type { RequestListener, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { type Listening, listen, passTo } from "../support/listen.ts";
import { root } from "../support/server.ts";
import { strictPolicy } from "../support/strict-policy.ts";

/**
 * Our files, as built and as an older version, and what the pages take from others, by where they stand on the site.
 * Everything else is of this folder.
 */
const folders: Readonly<Record<string, string>> = {
  "/portico/": "packages/elements/dist/cdn/",
  "/older/": "packages/elements/dist/cdn/",
  "/storybook/": ".storybook/",
  "/bootstrap/": "node_modules/bootstrap/dist/css/",
  "/govuk/": "node_modules/govuk-frontend/dist/govuk/",
};

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".map": "application/json",
};

export interface SiteOptions {
  /** Backends by the path under which the site passes them on, `""` for its own `/v1`. */
  readonly backends?: Readonly<Record<string, string>>;
  /** Scripts made for the tests, by their path. */
  readonly scripts?: ReadonlyMap<string, string>;
  readonly policy?: string;
}

/** Somebody else's web site with our elements on its pages. */
export interface Site extends Listening {
  /** Feeds that are open at this moment. */
  openStreams(): number;
}

export async function serveSite(options: SiteOptions = {}): Promise<Site> {
  const { backends = {}, scripts = new Map(), policy = strictPolicy } = options;
  let streams = 0;
  const passes = Object.entries(backends).map(([path, url]) => ({ path, pass: passTo(url) }));

  const answer: RequestListener = async (request, response) => {
    const address = request.url ?? "/";
    const behind = passes.find(
      ({ path }) => address.startsWith(`${path}/v1/`) || address.startsWith(`${path}/demo/`),
    );
    if (behind) {
      if (address.includes("/changes/stream")) {
        streams++;
        response.on("close", () => streams--);
      }
      request.url = address.slice(behind.path.length);
      return void behind.pass(request, response);
    }
    if (address === "/favicon.ico") return void response.writeHead(204).end();
    const path = decodeURI(new URL(address, "http://site").pathname);
    const content = scripts.get(path) ?? (await file(path));
    if (content === undefined) return void response.writeHead(404).end();
    send(response, path, content, policy);
  };

  return { ...(await listen(answer)), openStreams: () => streams };
}

async function file(path: string): Promise<string | Buffer | undefined> {
  const [prefix, folder] = Object.entries(folders).find(([start]) => path.startsWith(start)) ?? [
    "/",
    "test/hosts/",
  ];
  const relative = path.slice(prefix.length) + (path.endsWith("/") ? "index.html" : "");
  try {
    const content = await readFile(join(root, folder, relative));
    return prefix === "/older/" ? content.toString().replaceAll(/(["`])0\.1\.0\1/g, '"0.0.9"') : content;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, path: string, content: string | Buffer, policy: string): void {
  response.writeHead(200, {
    "content-type": types[extname(path) || ".html"] ?? "application/octet-stream",
    "content-security-policy": policy,
    // A page in a sandbox has no origin of its own.
    "access-control-allow-origin": "*",
  });
  response.end(content);
}
