import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Worker } from "node:worker_threads";
import { elements } from "@portico/elements/all";
import { describe, expect, it } from "vitest";
import { bundle } from "../packages/tools/src/bundle.ts";
import { root, run } from "../packages/tools/src/repo.ts";

const names = Object.keys(elements);

/** Imports every class and tells what that left behind, apart from what Lit and Node's own fetch leave there. */
const program = `(async () => {
  const before = new Set(Reflect.ownKeys(globalThis));
  const names = ${JSON.stringify(names)};
  for (const name of names) await import("@portico/elements/" + name);
  const left = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
  const ofOthers = /^(lit|reactiveElementVersions$|customElements$|Symbol\\(undici\\.)/;
  const defined = names.filter((name) => globalThis.customElements?.get("crm-" + name));
  console.log(JSON.stringify({ left: left.filter((key) => !ofOthers.test(key)), defined }));
})()`;
const nothing = `${JSON.stringify({ left: [], defined: [] })}\n`;

/** Element folders whose code is in what a page loads at first. */
async function elementsIn(source: string): Promise<string[]> {
  const { initial } = await bundle(source);
  return names.filter((name) => initial.modules.some((path) => path.includes(`/elements/dist/${name}/`)));
}

describe("The classes of the elements", () => {
  it("are all among those to register: one for each entry that defines a tag", () => {
    const entries = readdirSync(join(root, "packages/elements/src/define"));
    expect(entries.map((file) => file.replace(/\.ts$/, "")).sort()).toEqual(names.toSorted());
  });

  it("define nothing, leave nothing and keep nothing running in Node", async () => {
    const args = ["--conditions=production", "--eval", program];
    expect(await run("node", args, { timeout: 20_000 })).toEqual({ code: 0, output: nothing });
  });

  it("do the same in a worker", async () => {
    const worker = new Worker(program, { eval: true, stdout: true, execArgv: ["--conditions=production"] });
    const ended = once(worker, "exit");
    expect(await text(worker.stdout)).toBe(nothing);
    expect(await ended).toEqual([0]);
  });
});

describe("A bundler", () => {
  it("takes the classes that are used and drops the others", async () => {
    expect(
      await elementsIn('import { CrmRating } from "@portico/elements"; console.log(CrmRating);'),
    ).toEqual(["rating"]);
    expect(await elementsIn('import "@portico/elements"; import "@portico/elements/all";')).toEqual([]);
  });

  it("keeps what defines a tag, though nothing is imported from it", async () => {
    expect(await elementsIn('import "@portico/elements/define/rating";')).toEqual(["rating"]);
  });
});
