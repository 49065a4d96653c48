import linker from "@angular/compiler-cli/linker/babel";
import { transformAsync } from "@babel/core";
import type { Plugin } from "vite";
import { host } from "../shared/vite.config.ts";

/** Angular's own packages are published half compiled: without this their templates would need `eval` in the browser. */
const link: Plugin = {
  name: "angular-linker",
  async transform(code, id) {
    if (!id.includes("@angular") || !code.includes("ɵɵngDeclare")) return null;
    const linked = await transformAsync(code, { filename: id, plugins: [linker], configFile: false });
    return linked?.code ? { code: linked.code, map: null } : null;
  },
};

export default { ...host, plugins: [link] };
