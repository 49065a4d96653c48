import { existsSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { pageOf } from "../manifest/element-page.ts";
import type { Element } from "../manifest/manifest.ts";
import type { Fault } from "./fault.ts";
import type { Sources } from "./sources.ts";

const src = "packages/elements/src";

/** What every element has beside its class, and what of it is missing. */
export function companionsMissing(
  element: Element,
  sources: Sources,
  has: (path: string) => boolean,
): Fault[] {
  const { tag, className, folder } = element;
  const files = [
    `${src}/${folder}/${folder}.test.ts`,
    `${src}/define/${folder}.ts`,
    `stories/${folder}.stories.ts`,
    pageOf(element),
  ];
  const lists = [`${src}/index.ts`, `${src}/all.ts`];
  return [
    ...files.filter((file) => !has(file)).map((file) => `${file} is missing`),
    ...lists
      .filter((file) => !exportsOrHolds(sources.text(file), className))
      .map((file) => `${file} leaves ${className} out`),
  ].map((why) => ({ where: `<${tag}>`, why }));
}

export function onDisk(base: string): (path: string) => boolean {
  return (path) => existsSync(join(base, path));
}

/** Classes of elements that no tag is defined for. */
export function undefinedClasses(elements: readonly Element[], sources: Sources): Fault[] {
  const defined = new Set(elements.map(({ className }) => className));
  return sources.modules().flatMap((module) =>
    sources
      .file(module)
      .statements.filter(ts.isClassDeclaration)
      .filter(({ heritageClauses }) =>
        heritageClauses?.some(({ types }) => /^(CrmElement|LitElement)\b/.test(types[0]?.getText() ?? "")),
      )
      .filter(({ modifiers }) => !modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword))
      .map(({ name }) => name?.text ?? "")
      .filter((name) => !defined.has(name))
      .map((name) => ({
        where: module,
        why: `${name} has no tag: define/ and the manifest know nothing of it`,
      })),
  );
}

function exportsOrHolds(text: string, className: string): boolean {
  return new RegExp(`\\b${className}\\b`).test(text);
}
