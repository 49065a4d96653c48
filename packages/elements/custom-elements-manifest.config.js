/** Tags that the analyzer leaves out, and the list of the manifest's declaration they fill. */
const ownTags = { operation: "operations", keyboard: "keyboard", example: "examples" };

/** Adds `@operation` (a contract operation the element calls), `@keyboard` (what a key does) and `@example`. */
const ownDocTags = {
  name: "own-doc-tags",
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const declaration = moduleDoc.declarations?.find((entry) => entry.name === node.name?.text);
    if (!declaration) return;
    for (const tag of ts.getJSDocTags(node)) {
      const list = ownTags[tag.tagName.text];
      const text = ts.getTextOfJSDocComment(tag.comment)?.trim();
      if (list && text) declaration[list] = [...(declaration[list] ?? []), text];
    }
  },
};

/** Takes tag names from the two-line files of `define/`: `define("crm-rating", CrmRating)`. */
function definitions() {
  const tags = new Map();
  return {
    name: "definitions",
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== "define") return;
      const [tag, elementClass] = node.arguments;
      if (!moduleDoc.path.startsWith("src/define/") || !tag || !elementClass) return;
      const definition = { tagName: tag.text, className: elementClass.getText() };
      tags.set(definition.className, definition.tagName);
      moduleDoc.exports = [
        ...(moduleDoc.exports ?? []),
        {
          kind: "custom-element-definition",
          name: definition.tagName,
          declaration: { name: definition.className },
        },
      ];
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const homes = new Map();
      for (const { path, declarations = [] } of modules) {
        for (const declaration of declarations) {
          const tagName = tags.get(declaration.name);
          if (!tagName) continue;
          homes.set(declaration.name, path);
          Object.assign(declaration, { tagName, customElement: true });
        }
      }
      for (const { declaration } of modules.flatMap(({ exports = [] }) => exports)) {
        declaration.module ??= homes.get(declaration.name);
      }
    },
  };
}

/** Writes out the types that are a name for a few strings, as the `parsedType` beside `type`. */
function unionsOfStrings() {
  const unions = new Map();
  const isUnion = (ts, { type }) =>
    ts.isUnionTypeNode(type) &&
    type.types.every((one) => ts.isLiteralTypeNode(one) && ts.isStringLiteral(one.literal));
  return {
    name: "unions-of-strings",
    analyzePhase({ ts, node }) {
      if (ts.isTypeAliasDeclaration(node) && isUnion(ts, node))
        unions.set(node.name.text, node.type.getText());
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const typed = modules
        .flatMap(({ declarations = [] }) => declarations)
        .flatMap(({ members = [], attributes = [] }) => [...members, ...attributes]);
      for (const item of typed) {
        const text = item.type?.text.replace(/^\w+/, (name) => unions.get(name) ?? name);
        if (text !== item.type?.text) item.parsedType = { text };
      }
    },
  };
}

/** What the browser calls on an input of ours. */
const formCallback = /^form\w+Callback$/;

/** Keeps what a host can use: the elements and their definitions, with public members alone, in an order of its own. */
const publicOnly = {
  name: "public-only",
  packageLinkPhase({ customElementsManifest }) {
    const isPublic = ({ name, privacy, static: isStatic }) =>
      !privacy && !isStatic && !name.startsWith("#") && !formCallback.test(name);
    customElementsManifest.modules = customElementsManifest.modules.filter(
      ({ path, declarations = [] }) =>
        path.startsWith("src/define/") || declarations.some(({ tagName }) => tagName),
    );
    // The order of analysis is the file system's, which differs from machine to machine.
    customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const module of customElementsManifest.modules) {
      module.declarations = module.declarations?.filter(({ tagName }) => tagName);
      for (const declaration of module.declarations ?? [])
        declaration.members = declaration.members?.filter(isPublic);
    }
  },
};

/** The package publishes `dist`, so the manifest names the published files. */
const publishedPaths = {
  name: "published-paths",
  packageLinkPhase({ customElementsManifest }) {
    const visit = (value) => {
      if (value === null || typeof value !== "object") return;
      for (const key of ["path", "module"]) {
        if (typeof value[key] === "string")
          value[key] = value[key].replace(/^\/?src\/(.*)\.ts$/, "dist/$1.js");
      }
      for (const child of Object.values(value)) visit(child);
    };
    visit(customElementsManifest.modules);
  },
};

export default {
  globs: ["src/**/*.ts"],
  exclude: [
    "src/scripts/**",
    "src/internal/test/**",
    "src/**/*.{strings,styles}.ts",
    "src/**/*.strings.*.ts",
  ],
  litelement: true,
  packagejson: false,
  plugins: [ownDocTags, definitions(), unionsOfStrings(), publicOnly, publishedPaths],
};
