import vue from "@vitejs/plugin-vue";
import { host } from "../shared/vite.config.ts";

const isCustomElement = (tag: string) => tag.startsWith("crm-");

export default { ...host, plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
