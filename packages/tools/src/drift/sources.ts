import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

const elementSources = "packages/elements/src";

/** Read once however often the sources are looked at: libraries do not change meanwhile. */
const parsed = new Map<string, ts.SourceFile>();

/** The sources of the elements with their types, those of the SDK included; some may be given other texts. */
export class Sources {
  readonly #base: string;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #program: ts.Program;
  readonly checker: ts.TypeChecker;

  /** @param texts what to read instead of a file, by path from `base`. */
  constructor(base: string, texts: ReadonlyMap<string, string> = new Map()) {
    this.#base = base;
    this.#texts = texts;
    const { config } = ts.readConfigFile(join(base, "tsconfig.json"), ts.sys.readFile);
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, base);
    const host = ts.createCompilerHost(options);
    host.getSourceFile = (file, version) => this.#parse(file, version);
    this.#program = ts.createProgram({
      rootNames: this.modules().map((module) => join(base, module)),
      options: {
        ...options,
        composite: false,
        noEmit: true,
        lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
        // The sources of the SDK say which operation a method calls; its declarations do not.
        paths: {
          "@portico/sdk": [join(base, "packages/sdk/src/index.ts")],
          "@portico/contract": [join(base, "packages/contract/src/index.ts")],
        },
      },
      host,
    });
    this.checker = this.#program.getTypeChecker();
  }

  /** Every module of the elements that is published, by path from the base. */
  modules(): string[] {
    return globSync(`${elementSources}/**/*.ts`, { cwd: this.#base })
      .filter((file) => !/\.(test|subject)\.ts$|\/internal\/test\//.test(file))
      .sort();
  }

  file(module: string): ts.SourceFile {
    const file = this.#program.getSourceFile(join(this.#base, module));
    if (!file) throw new Error(`${module} is no module of the elements.`);
    return file;
  }

  text(path: string): string {
    return this.#texts.get(path) ?? readFileSync(join(this.#base, path), "utf8");
  }

  /** The path of a declaration's file from the base. */
  pathOf(node: ts.Node): string {
    return relative(this.#base, node.getSourceFile().fileName);
  }

  /**
   * The classes of a module and every declaration of the elements that they use sooner or later, whole modules where
   * they are loaded on need; what serves as a type alone is left out.
   */
  reach(module: string): ts.Statement[] {
    const reached = new Set<ts.Statement>(this.file(module).statements.filter(ts.isClassDeclaration));
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) for (const one of this.#declared(node)) reached.add(one);
      if (isDynamicImport(node)) for (const one of this.#loaded(node)) reached.add(one);
      if (ts.isExpressionWithTypeArguments(node)) visit(node.expression);
      else if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
    };
    for (const statement of reached) visit(statement);
    return [...reached];
  }

  /** The statements of the elements' modules that declare what an identifier stands for. */
  #declared(identifier: ts.Identifier): ts.Statement[] {
    const symbol = ts.isShorthandPropertyAssignment(identifier.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(identifier.parent)
      : this.checker.getSymbolAtLocation(identifier);
    const original =
      symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    return (original?.declarations ?? []).flatMap((declaration) => {
      const statement = outermost(declaration);
      return statement && this.pathOf(statement).startsWith(elementSources) ? [statement] : [];
    });
  }

  #loaded({ arguments: [specifier] }: ts.CallExpression): ts.Statement[] {
    const module = specifier && this.checker.getSymbolAtLocation(specifier);
    const file = module?.valueDeclaration;
    return file && ts.isSourceFile(file) ? file.statements.filter((one) => !ts.isImportDeclaration(one)) : [];
  }

  #parse(file: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined {
    const given = this.#texts.get(relative(this.#base, file));
    if (given !== undefined) return ts.createSourceFile(file, given, version, true);
    const known = parsed.get(file);
    if (known) return known;
    const text = ts.sys.readFile(file);
    if (text === undefined) return undefined;
    const source = ts.createSourceFile(file, text, version, true);
    parsed.set(file, source);
    return source;
  }
}

function isDynamicImport(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
}

/** The statement of a module in which a declaration stands. */
function outermost(node: ts.Node): ts.Statement | undefined {
  let one = node;
  while (one.parent && !ts.isSourceFile(one.parent)) one = one.parent;
  return one.parent ? (one as ts.Statement) : undefined;
}
