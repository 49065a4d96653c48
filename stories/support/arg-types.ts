import type { ArgTypes } from "@storybook/web-components-vite";
import { declarationOf, type Member } from "./manifest.js";

/**
 * The properties a host sets, from the manifest, each with a control. The rest of the public surface has tables of its
 * own: as rows beside these, the slot `error` would hide the property of that name.
 */
export function extractArgTypes(tag: string): ArgTypes {
  const { members = [] } = declarationOf(tag);
  const properties = members.filter(({ kind, readonly }) => kind === "field" && !readonly);
  return Object.fromEntries(properties.map((member) => [member.name, argType(member)]));
}

function argType({ name, attribute, description = "", type, default: initial }: Member): ArgTypes[string] {
  const text = type?.text ?? "";
  return {
    name,
    description: attribute ? `${description} Attribute: \`${attribute}\`.` : description,
    control: { type: controlOf(text) },
    table: { type: { summary: text }, ...(initial ? { defaultValue: { summary: initial } } : {}) },
  };
}

function controlOf(type: string): "boolean" | "number" | "text" | "object" {
  if (type === "boolean") return "boolean";
  if (/^number\b/.test(type)) return "number";
  if (/^string\b/.test(type)) return "text";
  return "object";
}
