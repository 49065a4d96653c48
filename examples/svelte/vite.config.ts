import { svelte } from "@sveltejs/vite-plugin-svelte";
import { host } from "../shared/vite.config.ts";

export default { ...host, plugins: [svelte()] };
