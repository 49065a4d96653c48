import type { AxeResults, ElementContext, RunOptions } from "axe-core";
// Not a module: it leaves a global behind.
import "axe-core";

declare const axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };

/** Fails with a readable list when axe finds anything against WCAG 2.2 AA. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    resultTypes: ["violations"],
    // No rule of these reads style sheets, which take long to gather.
    preload: false,
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    // Rules about a whole page, which an element is not.
    rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } },
  });
  if (violations.length === 0) return;
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.target.join(" ")}\n  ${node.failureSummary ?? ""}`),
  );
  throw new Error(`Not accessible:\n${lines.join("\n")}`);
}
