/** Adds `@operation` tags of an element's doc comment to its declaration: the contract operations it calls. */
const operations = {
  name: "operations",
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const names = ts
      .getJSDocTags(node)
      .filter((tag) => tag.tagName.text === "operation")
      .map((tag) => ts.getTextOfJSDocComment(tag.comment)?.trim())
      .filter(Boolean);
    const declaration = moduleDoc.declarations?.find((entry) => entry.name === node.name?.text);
    if (declaration && names.length > 0) declaration.operations = names;
  },
};

/** The package publishes `dist`, so the manifest names the published files. */
const publishedPaths = {
  name: "published-paths",
  packageLinkPhase({ customElementsManifest }) {
    const published = (path) => path.replace(/^\/?src\/(.*)\.ts$/, "dist/$1.js");
    const visit = (value) => {
      if (value === null || typeof value !== "object") return;
      for (const key of ["path", "module"]) {
        if (typeof value[key] === "string") value[key] = published(value[key]);
      }
      for (const child of Object.values(value)) visit(child);
    };
    visit(customElementsManifest.modules);
  },
};

export default {
  globs: ["src/**/*.ts"],
  exclude: ["src/cdn/**"],
  litelement: true,
  packagejson: false,
  plugins: [operations, publishedPaths],
};
