import { type Element, oneLine } from "./manifest.ts";

/** The modules of `@portico/react` by their path below its `src`. */
export function reactModules(elements: readonly Element[]): Map<string, string> {
  const exports = elements.map(
    ({ className, folder }) => `export { ${className} } from "./components/${folder}.js";`,
  );
  return new Map([
    ["index.ts", `// Made by \`npm run generate\` from custom-elements.json.\n${exports.join("\n")}\n`],
    ...elements.map((element): [string, string] => [`components/${element.folder}.ts`, component(element)]),
  ]);
}

function component({ tag, className, folder, description, events }: Element): string {
  return `// Made by \`npm run generate\` from custom-elements.json.
"use client";

import { ${className} as ${className}Element } from "@portico/elements/${folder}";
import "@portico/elements/define/${folder}";
import { wrap } from "../wrap.js";

/** ${oneLine(description)} */
export const ${className} = wrap("${tag}", ${className}Element, {
${events.map(({ name }) => `  ${handlerName(name)}: "${name}",`).join("\n")}
});

/** The element itself, as a \`ref\` gives it. */
export type ${className} = ${className}Element;
`;
}

/** `crm-request-select` is heard by `onRequestSelect`. */
export function handlerName(event: string): string {
  const words = event.replace(/^crm-/, "").split("-");
  return `on${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")}`;
}
