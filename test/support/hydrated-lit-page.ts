/** The same on a page that hydrates Lit elements of its own. */
import "@lit-labs/ssr-client/lit-element-hydrate-support.js";
import "./hydrated-page.ts";
