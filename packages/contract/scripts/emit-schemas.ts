import { type OpenApiDocument, refName, type Schema } from "../src/openapi.ts";

/**
 * zod/mini schemas that check the shape of a payload and tolerate the future: unknown members are kept, an open
 * enum takes any string, and formats, lengths and ranges are the server's business.
 */
export function emitSchemas(document: OpenApiDocument): string {
  const emitter = new SchemaEmitter(document.components.schemas);
  return [
    'import * as z from "zod/mini";',
    'import type * as models from "./models.js";',
    "",
    ...emitter.emitAll(),
  ].join("\n");
}

// Marked so that a bundler may drop a schema nobody imports.
const call = (method: string, ...args: string[]): string => `/* @__PURE__ */ z.${method}(${args.join(", ")})`;

class SchemaEmitter {
  readonly #schemas: Record<string, Schema>;
  readonly #emitted = new Map<string, string>();
  readonly #open = new Set<string>();

  constructor(schemas: Record<string, Schema>) {
    this.#schemas = schemas;
  }

  emitAll(): string[] {
    for (const name of Object.keys(this.#schemas)) this.#emit(name);
    return [...this.#emitted.values()];
  }

  // Depth first, so that a schema is written after all it refers to, unless it is part of a cycle.
  #emit(name: string): void {
    if (this.#emitted.has(name) || this.#open.has(name)) return;
    this.#open.add(name);
    const expression = this.#expression(this.#schema(name));
    this.#open.delete(name);
    this.#emitted.set(name, `export const ${name}: z.ZodMiniType<models.${name}> = ${expression};`);
  }

  #schema(name: string): Schema {
    const schema = this.#schemas[name];
    if (schema === undefined) throw new Error(`unknown schema ${name}`);
    return schema;
  }

  #reference(ref: string): string {
    const name = refName(ref);
    this.#emit(name);
    return this.#emitted.has(name) ? name : call("lazy", `() => ${name}`);
  }

  #expression(schema: Schema): string {
    if (schema.$ref !== undefined) return this.#reference(schema.$ref);
    if (schema.const !== undefined) return call("literal", JSON.stringify(schema.const));
    if (schema.enum !== undefined) return call("literal", JSON.stringify(schema.enum));
    if (schema.allOf !== undefined) return this.#allOf(schema, schema.allOf);
    const alternatives = schema.oneOf ?? schema.anyOf;
    if (alternatives !== undefined)
      return this.#union(alternatives.map((alternative) => this.#expression(alternative)));
    const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
    if (types.length > 0) return this.#union(types.map((type) => this.#typed(type, schema)));
    return schema.properties === undefined ? call("unknown") : this.#typed("object", schema);
  }

  #union(options: string[]): string {
    const others = options.filter((option) => option !== call("null"));
    if (others.length === 0) return call("null");
    const union = others.length === 1 ? String(others[0]) : call("union", `[${others.join(", ")}]`);
    return others.length === options.length ? union : call("nullable", union);
  }

  #typed(type: string, schema: Schema): string {
    switch (type) {
      case "string":
      case "boolean":
      case "null":
        return call(type);
      case "number":
      case "integer":
        return call("number");
      case "array":
        return call("array", schema.items === undefined ? call("unknown") : this.#expression(schema.items));
      case "object":
        return this.#object(schema);
      default:
        throw new Error(`unknown type ${type}`);
    }
  }

  #object(schema: Schema): string {
    const { additionalProperties: rest, properties } = schema;
    if (properties === undefined && typeof rest === "object") {
      return call("record", call("string"), this.#expression(rest));
    }
    const members = Object.entries(properties ?? {}).map(([key, property]) => {
      const expression = this.#expression(property);
      const required = schema.required?.includes(key) ?? false;
      return `  ${JSON.stringify(key)}: ${required ? expression : call("exactOptional", expression)},`;
    });
    const shape = members.length === 0 ? "{}" : `{\n${members.join("\n")}\n}`;
    return typeof rest === "object"
      ? call("catchall", call("object", shape), this.#expression(rest))
      : call("looseObject", shape);
  }

  // An intersection of loose objects is one loose object: smaller to ship and faster to run.
  #allOf(schema: Schema, parts: Schema[]): string {
    const [only, ...others] = parts;
    if (only !== undefined && others.length === 0 && schema.properties === undefined)
      return this.#expression(only);
    return this.#object(this.#flatten(schema));
  }

  #flatten(schema: Schema): Schema {
    if (schema.$ref !== undefined) return this.#flatten(this.#schema(refName(schema.$ref)));
    return (schema.allOf ?? []).map((part) => this.#flatten(part)).reduce(merge, schema);
  }
}

const merge = (a: Schema, b: Schema): Schema => ({
  properties: { ...a.properties, ...b.properties },
  required: [...(a.required ?? []), ...(b.required ?? [])],
});
