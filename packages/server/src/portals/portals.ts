import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveStatic } from "@hono/node-server/serve-static";
import { compress } from "hono/compress";
import { createMiddleware } from "hono/factory";
import type { App } from "../app.js";
import { demoSignIn } from "./sign-in.js";

const examples = fileURLToPath(new URL("../../../../examples", import.meta.url));
const bundle = fileURLToPath(new URL("../../../elements/dist/cdn", import.meta.url));
const folders = ["bank", "utility", "expo", "front", "shared"];

/** The policy that every element must live under: nothing inline, nothing from elsewhere, no string made code. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

/** Serves the example portals, the elements' bundle and the portals' own sign-in beside the contract. */
export function servePortals(app: App, secret: Uint8Array): void {
  if (!existsSync(examples))
    throw new Error(`The example portals are not in ${examples}: --demo takes a checkout.`);
  app.route("/demo", demoSignIn(secret));
  const preload = preloadScripts();
  app.use("/portico/*", scriptHeaders, compress(), files(bundle, "/portico"));
  for (const folder of folders) {
    // First: `/bank/*` takes `/bank` too, where a page's own relative addresses would lead elsewhere.
    app.get(`/${folder}`, (c) => c.redirect(`/${folder}/`));
    app.use(`/${folder}/*`, preload, pageHeaders, compress(), files(examples));
  }
  app.get("/", pageHeaders, compress(), files(examples));
}

const files = (root: string, prefix = "") =>
  serveStatic({ root, rewriteRequestPath: (path) => path.slice(prefix.length) });

/** Pages of any origin may take the scripts; those below a version never change. */
const scriptHeaders = createMiddleware(async (c, next) => {
  await next();
  const isForever = c.res.ok && /^\/portico\/\d+\.\d+\.\d+[^/]*\//.test(c.req.path);
  c.header("Access-Control-Allow-Origin", "*");
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Cache-Control", isForever ? "public, max-age=31536000, immutable" : "no-cache");
});

/** Has a page's scripts asked for with its styles: the name of the first chunk is written only in `portico.js`. */
function preloadScripts() {
  const entry = join(bundle, "portico.js");
  const [, chunk] = (existsSync(entry) && /from ?"\.\/([^"]+)"/.exec(readFileSync(entry, "utf8"))) || [];
  return createMiddleware(async (c, next) => {
    await next();
    if (!chunk || !c.res.headers.get("Content-Type")?.startsWith("text/html")) return;
    for (const script of ["/portico/portico.js", `/portico/${chunk}`, "/shared/portal.js"]) {
      c.header("Link", `<${script}>; rel=modulepreload`, { append: true });
    }
  });
}

const pageHeaders = createMiddleware(async (c, next) => {
  await next();
  c.header("Content-Security-Policy", contentSecurityPolicy);
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Referrer-Policy", "same-origin");
  c.header("Cache-Control", "no-cache");
});
