import { type Element, oneLine } from "./manifest.ts";

/** `src/tags.ts` of the elements: what may stand in the markup of each tag, in terms of the classes' own types. */
export function tagsModule(elements: readonly Element[]): string {
  const imports = elements.map(
    ({ className, folder }) => `import type { ${className} } from "./${folder}/${folder}.js";`,
  );
  return `// Made by \`npm run generate\` from custom-elements.json.
${imports.join("\n")}

export type { Tag, TagAttributes, TagEvent, TagListeners, TagProperties, Written } from "./markup.js";

/** Every tag, with what may stand in its markup. */
export interface CrmTags {
${elements.map(tag).join("\n")}
}
`;
}

function tag({ tag, className, description, properties, events }: Element): string {
  const attributes = properties.filter(({ name, attribute }) => attribute && attribute !== name);
  return `  /** ${oneLine(description)} */
  "${tag}": {
    element: ${className};
    property: ${union(properties)};
    attributes: { ${attributes.map(({ attribute, name }) => `"${attribute}": "${name}"`).join("; ")} };
    event: ${union(events)};
  };`;
}

function union(items: readonly { readonly name: string }[]): string {
  return items.map(({ name }) => `"${name}"`).join(" | ") || "never";
}
