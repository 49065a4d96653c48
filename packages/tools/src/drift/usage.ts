import ts from "typescript";
import { operationsOf } from "./client-calls.ts";
import type { Sources } from "./sources.ts";

/** What the code of an element, with all it shares, draws, tells, reads and calls. */
export interface Usage {
  readonly parts: Set<string>;
  readonly slots: Set<string>;
  readonly events: Set<string>;
  /** CSS states beside those that tell how loading goes. */
  readonly states: Set<string>;
  readonly operations: Set<string>;
  /** Custom properties that a style reads, ours and private ones. */
  readonly customProperties: Set<string>;
  /** Whether it has a value to load, and which of `empty`, `partial` and `watch` that can be. */
  readonly resource: ReadonlySet<string> | undefined;
  /** What could not be found out, each a sentence. */
  readonly unclear: string[];
}

/** Only watched by an element that asks for it, and then with this operation. */
const feed = { module: "packages/elements/src/internal/resource-controller.ts", operation: "streamChanges" };

const emitter = "packages/elements/src/internal/events.ts";

/** Where the state of loading becomes a CSS state. */
const reflector = "packages/elements/src/internal/crm-element.ts";

export function usageOf(module: string, sources: Sources): Usage {
  const usages = known.get(sources) ?? new Map<string, Usage>();
  known.set(sources, usages);
  const usage = usages.get(module) ?? readUsage(module, sources);
  usages.set(module, usage);
  return usage;
}

/** Read once: sources do not change. */
const known = new WeakMap<Sources, Map<string, Usage>>();

function readUsage(module: string, sources: Sources): Usage {
  const usage: Usage = {
    parts: new Set(),
    slots: new Set(),
    events: new Set(),
    states: new Set(),
    operations: new Set(),
    customProperties: new Set(),
    resource: resourceOf(module, sources),
    unclear: [],
  };
  for (const statement of sources.reach(module))
    new Reader(sources.pathOf(statement), sources, usage).read(statement);
  if (usage.resource?.has("watch")) usage.operations.add(feed.operation);
  return usage;
}

/** The names of the options with which the class in a module makes its `resource`. */
function resourceOf(module: string, sources: Sources): ReadonlySet<string> | undefined {
  const classes = sources.file(module).statements.filter(ts.isClassDeclaration);
  const resource = classes
    .flatMap(({ members }) => [...members])
    .filter(ts.isPropertyDeclaration)
    .find(({ name }) => name.getText() === "resource");
  if (!resource?.initializer || !ts.isNewExpression(resource.initializer)) return undefined;
  const options = resource.initializer.arguments?.at(-1);
  if (!options) return undefined;
  const type = sources.checker.getTypeAtLocation(options);
  return new Set(type.getProperties().map(({ name }) => name));
}

/** Where a style reads it; before a colon it is set. */
const customProperty = /(?<![\w-])--_?crm-[\w-]+(?![\w-])(?!\s*:)/g;

/** A template with the numbers of its expressions in their places, each between two zero characters. */
interface Marked {
  readonly markup: string;
  readonly holes: readonly ts.Expression[];
}

function marked(template: ts.TemplateLiteral): Marked {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return { markup: template.text, holes: [] };
  const spans = template.templateSpans.map(({ literal }, index) => `\0${index}\0${literal.text}`);
  return {
    markup: template.head.text + spans.join(""),
    holes: template.templateSpans.map(({ expression }) => expression),
  };
}

class Reader {
  readonly #module: string;
  readonly #sources: Sources;
  readonly #usage: Usage;

  constructor(module: string, sources: Sources, usage: Usage) {
    this.#module = module;
    this.#sources = sources;
    this.#usage = usage;
  }

  read(node: ts.Node): void {
    if (ts.isTaggedTemplateExpression(node)) this.#readTemplate(node);
    if (ts.isCallExpression(node)) {
      this.#readCall(node);
      if (this.#module !== feed.module)
        for (const operation of operationsOf(node, this.#sources)) this.#usage.operations.add(operation);
    }
    ts.forEachChild(node, (child) => this.read(child));
  }

  #readTemplate({ tag, template }: ts.TaggedTemplateExpression): void {
    if (tag.getText() === "css") {
      for (const property of template.getText().match(customProperty) ?? [])
        this.#usage.customProperties.add(property);
    } else if (/^(html|svg)$/.test(tag.getText())) this.#readMarkup(marked(template));
  }

  #readMarkup({ markup, holes }: Marked): void {
    for (const [, quoted, bare = ""] of markup.matchAll(/\spart=(?:"([^"]*)"|(\0\d+\0))/g))
      for (const value of this.#filled(quoted ?? bare, holes))
        for (const part of value.split(/\s+/).filter(Boolean)) this.#usage.parts.add(part);
    for (const [, attributes = ""] of markup.matchAll(/<slot\b([^>]*)>/g)) {
      const [, quoted, bare = ""] = /\sname=(?:"([^"]*)"|(\0\d+\0))/.exec(attributes) ?? [];
      for (const slot of this.#filled(quoted ?? bare, holes)) this.#usage.slots.add(slot);
    }
  }

  /** Everything that a value of an attribute may be. */
  #filled(value: string, holes: readonly ts.Expression[]): string[] {
    return value
      .split("\0")
      .map((piece, index) => (index % 2 === 0 ? [piece] : this.#stringsOf(holes[Number(piece)])))
      .reduce((starts, ends) => starts.flatMap((start) => ends.map((end) => start + end)));
  }

  /** An event that is dispatched, or a state that is set. */
  #readCall(call: ts.CallExpression): void {
    const {
      expression,
      arguments: [first, second],
    } = call;
    if (ts.isIdentifier(expression) && expression.text === "emit" && second) this.#addEvents(second);
    if (/\bstates\.add$/.test(expression.getText()) && first && this.#module !== reflector)
      for (const state of this.#stringsOf(first)) this.#usage.states.add(state);
    if (this.#module === emitter || !ts.isPropertyAccessExpression(expression)) return;
    if (expression.name.text !== "dispatchEvent" || !first || !ts.isNewExpression(first)) return;
    const [name] = first.arguments ?? [];
    if (name && /^(Custom)?Event$/.test(first.expression.getText())) this.#addEvents(name);
  }

  #addEvents(name: ts.Expression): void {
    for (const event of this.#stringsOf(name)) this.#usage.events.add(event);
  }

  /** The strings an expression may be, by its type. */
  #stringsOf(expression: ts.Expression | undefined): string[] {
    const type = expression && this.#sources.checker.getTypeAtLocation(expression);
    const kinds = type?.isUnion() ? type.types : type ? [type] : [];
    if (kinds.length > 0 && kinds.every((kind) => kind.isStringLiteral()))
      return kinds.map((kind) => (kind as ts.StringLiteralType).value);
    const line = expression
      ? expression.getSourceFile().getLineAndCharacterOfPosition(expression.getStart()).line + 1
      : 0;
    this.#usage.unclear.push(
      `${this.#module}:${line}: what \`${expression?.getText()}\` may be is not known; give it a type of strings`,
    );
    return [];
  }
}
