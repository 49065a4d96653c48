import { type DefaultTreeAdapterMap, type ParserError, parseFragment } from "parse5";
import ts from "typescript";
import type { Element } from "../manifest/manifest.ts";
import type { Fault } from "./fault.ts";

type Node = DefaultTreeAdapterMap["childNode"];
type Tag = DefaultTreeAdapterMap["element"];

/** What any element of HTML may carry. */
const global = /^(id|class|slot|lang|dir|hidden|title|part|role|tabindex|aria-.+|data-.+)$/;

/** Examples in Markdown that do not parse, or that use what no element has. */
export function badExamples(where: string, markdown: string, elements: readonly Element[]): Fault[] {
  const fences = [...markdown.matchAll(/^\s*```(\w+)\n([\s\S]*?)^\s*```/gm)];
  return fences
    .flatMap(([, language = "", text = ""]) => faultsOf(language, text, elements))
    .map((why) => ({ where, why: `an example is wrong: ${why}` }));
}

function faultsOf(language: string, text: string, elements: readonly Element[]): string[] {
  if (language === "html") return markupFaults(text, elements);
  if (/^(js|ts|tsx|jsx)$/.test(language)) return scriptFaults(text, language);
  return [];
}

function markupFaults(text: string, elements: readonly Element[]): string[] {
  const faults: string[] = [];
  const onParseError = ({ code, startLine }: ParserError) => faults.push(`${code} in line ${startLine}`);
  const { childNodes } = parseFragment(text, { onParseError, sourceCodeLocationInfo: true });
  const visit = (node: Node, parent: Element | undefined): void => {
    if (!("tagName" in node)) return;
    const element = elements.find(({ tag }) => tag === node.tagName);
    faults.push(...tagFaults(node, element, parent));
    if (isScript(node)) faults.push(...scriptFaults(textOf(node), "js"));
    for (const child of node.childNodes) visit(child, element);
  };
  for (const child of childNodes) visit(child, undefined);
  return faults;
}

function tagFaults(node: Tag, element: Element | undefined, parent: Element | undefined): string[] {
  const { tagName, attrs, sourceCodeLocation } = node;
  const isOpen = sourceCodeLocation?.startTag && !sourceCodeLocation.endTag && tagName.includes("-");
  const slot = attrs.find(({ name }) => name === "slot")?.value;
  const attributes = new Set(element?.properties.map(({ attribute }) => attribute));
  return [
    ...(isOpen ? [`<${tagName}> is not closed`] : []),
    ...(tagName.startsWith("crm-") && !element ? [`there is no <${tagName}>`] : []),
    ...(element ? attrs : [])
      .filter(({ name }) => !attributes.has(name) && !global.test(name))
      .map(({ name }) => `<${tagName}> has no attribute \`${name}\``),
    ...(slot !== undefined && parent && !parent.slots.some(({ name }) => name === slot)
      ? [`<${parent.tag}> has no slot \`${slot}\``]
      : []),
  ];
}

/** Data stands in scripts too, under a type of its own. */
function isScript({ tagName, attrs }: Tag): boolean {
  const type = attrs.find(({ name }) => name === "type")?.value;
  return tagName === "script" && (type === undefined || type === "module");
}

function scriptFaults(text: string, language: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    fileName: `example.${language}`,
    compilerOptions: { target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.Preserve },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

function textOf(node: Tag): string {
  return node.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
}
