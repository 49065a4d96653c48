import { declarationOf } from "./manifest.js";

interface Context {
  readonly component?: unknown;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly parameters: { readonly docs?: { readonly source?: { readonly code?: string } } };
}

/** The code of a story as a portal would write it: attributes where there are some, properties for objects. */
export function snippet(rendered: string, { component, args = {}, parameters }: Context): string {
  if (parameters.docs?.source?.code) return parameters.docs.source.code;
  // A story of several elements shows what it has drawn.
  if (component === undefined) return rendered;
  const tag = String(component);
  const fields = declarationOf(tag).members ?? [];
  const attributes: string[] = [];
  const assignments: string[] = [];
  for (const [name, value] of Object.entries(args)) {
    if (value === null || value === undefined || value === false) continue;
    const attribute = fields.find((field) => field.name === name)?.attribute;
    if (!attribute) assignments.push(`  element.${name} = ${name}; // as the backend answers it`);
    else attributes.push(value === true ? attribute : `${attribute}="${value}"`);
  }
  const markup = `<${[tag, ...attributes].join(" ")}></${tag}>`;
  if (assignments.length === 0) return markup;
  return [
    markup,
    "",
    '<script type="module">',
    `  const element = document.querySelector("${tag}");`,
    ...assignments,
    "</script>",
  ].join("\n");
}
