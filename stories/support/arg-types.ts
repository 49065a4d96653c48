import type { ArgTypes } from "@storybook/web-components-vite";
import { declarationOf, type Item, type Member } from "./manifest.js";

const callbacksOfForms = /^form\w+Callback$/;

/** Rows with a control; every other row has a name as one writes it in code, such as `::part(card)`. */
export const propertyName = /^\w+$/;

/**
 * Rows of the documentation from the manifest. Storybook's own extraction keys all of them by bare name, so that the
 * slot `error` hides the property `error`; it also leaves out CSS states and the operations of the contract.
 */
export function extractArgTypes(tag: string): ArgTypes {
  const { members = [], events, slots, cssParts, cssStates, cssProperties, operations } = declarationOf(tag);
  const fields = members.filter(({ kind }) => kind === "field");
  const methods = members.filter(({ kind, name }) => kind === "method" && !callbacksOfForms.test(name));
  return Object.fromEntries([
    ...fields.filter((field) => !isReadOnly(field)).map(property),
    ...rows("Read-only properties", fields.filter(isReadOnly), (name) => `get ${name}`),
    ...rows("Methods", methods.map(withSignature), (name) => `${name}()`),
    ...rows("Events", events, (name) => `"${name}"`),
    ...rows("Slots", slots, (name) => (name ? `slot="${name}"` : "(default slot)")),
    ...rows("CSS parts", cssParts, (name) => `::part(${name})`),
    ...rows("CSS states", cssStates, (name) => `:state(${name})`),
    ...rows("CSS custom properties", cssProperties, (name) => name),
    ...rows("Operations of the contract it needs", operations?.map(asItem), (name) => `operationId: ${name}`),
  ]);
}

type Row = [key: string, argType: ArgTypes[string]];

function property({ name, attribute, description = "", type, default: initial }: Member): Row {
  const text = type?.text ?? "";
  return [
    name,
    {
      name,
      description: attribute ? `${description} Attribute: \`${attribute}\`.` : description,
      control: controlOf(text),
      table: {
        category: attribute ? "Attributes and properties" : "Properties only",
        type: { summary: text },
        ...(initial ? { defaultValue: { summary: initial } } : {}),
      },
    },
  ];
}

function controlOf(type: string): "boolean" | "number" | "text" | "object" {
  if (type === "boolean") return "boolean";
  if (/^number\b/.test(type)) return "number";
  if (/^string\b/.test(type)) return "text";
  return "object";
}

function rows(category: string, items: readonly Item[] = [], inCode: (name: string) => string): Row[] {
  return items.map((item) => {
    const name = inCode(item.name);
    const type = item.type ? { type: { summary: item.type.text } } : {};
    const initial = item.default ? { defaultValue: { summary: item.default } } : {};
    const description = item.description ?? "";
    return [name, { name, description, control: false, table: { category, ...type, ...initial } }];
  });
}

const isReadOnly = (field: Member): boolean => field.readonly === true;

const asItem = (name: string): Item => ({ name });

function withSignature({ parameters = [], return: answer, ...method }: Member): Item {
  const list = parameters.map(({ name, type }) => `${name}: ${type?.text}`).join(", ");
  return { ...method, type: { text: `(${list}) => ${answer?.type.text ?? "void"}` } };
}
