import ts from "typescript";
import type { Sources } from "./sources.ts";

/** The feed is opened in a module that is loaded on need, behind a subscription. */
const followsFeed = { subscribe: "streamChanges" } as const;

/** The operations of the contract that a call of the SDK's client makes; none for any other call. */
export function operationsOf(call: ts.CallExpression, sources: Sources): string[] {
  const declaration = declarationOf(call, sources);
  if (!declaration) return [];
  const path = sources.pathOf(declaration);
  if (path.startsWith("packages/sdk/src/changes/")) {
    const method = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : "";
    return method in followsFeed
      ? [followsFeed[method as keyof typeof followsFeed]]
      : namedIn(declaration, sources);
  }
  return path.startsWith("packages/sdk/src/resources/") ? namedIn(declaration, sources) : [];
}

/** The operation ids in the body of an SDK method, and in what it calls outside the core. */
function namedIn(declaration: ts.Node, sources: Sources, seen = new Set<ts.Node>()): string[] {
  if (seen.has(declaration)) return [];
  seen.add(declaration);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const verb =
        ts.isPropertyAccessExpression(node.expression) && node.expression.expression.getText() === "api";
      if (verb) found.push(...node.arguments.filter(ts.isStringLiteral).map(({ text }) => text));
      const next = declarationOf(node, sources);
      if (next && /^packages\/sdk\/src\/(resources\/|upload)/.test(sources.pathOf(next)))
        found.push(...namedIn(next, sources, seen));
    }
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() === "operation" &&
      ts.isStringLiteral(node.initializer)
    )
      found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return found;
}

function declarationOf(call: ts.CallExpression, sources: Sources): ts.Node | undefined {
  return sources.checker.getResolvedSignature(call)?.declaration;
}
