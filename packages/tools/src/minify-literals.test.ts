import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { expect, it } from "vitest";
import { minifyLiterals } from "./minify-literals.ts";

const many = Array.from({ length: 120 }, (_, index) => `--_crm-number-${index}`);

const source = `const css = String.raw;
const html = String.raw;
export const styles = css\`
  .a > .b {
    /* Why;
     * it is so. */
    margin: calc(1px + 2px) 0;
    content: "·";
    gap: var(--_crm-gap, var(--crm-gap));
  }
\`;
export const many = css\`${many.join(" ")}\`;
export const view = (list) => html\`<ul
    class="\${"all"}"
  >
    \${list.map((one) => html\`
      <li>
        <a>\${one}  \${one}</a>
        <a>\${one}</a>
        \${one}
      </li>
    \`)}
  </ul>\`;
`;

it("takes indentation and comments out of nested templates and keeps blanks between words and names apart", async () => {
  const folder = mkdtempSync(join(tmpdir(), "literals-"));
  const file = join(folder, "source.js");
  writeFileSync(file, source);
  await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    plugins: [minifyLiterals()],
    build: {
      lib: { entry: file, formats: ["es"], fileName: () => "out.mjs" },
      outDir: folder,
      emptyOutDir: false,
    },
  });
  const { styles, many: short, view } = await import(join(folder, "out.mjs"));
  expect(styles).toBe('.a > .b{margin:calc(1px + 2px) 0;content:"·";gap:var(--_crm-a,var(--crm-gap))}');
  expect(view(["x"])).toBe('<ul class="all"><li><a>x  x</a> <a>x</a> x</li></ul>');
  expect(new Set(short.split(" ")).size).toBe(many.length);
  rmSync(folder, { recursive: true });
});
