import ts from "typescript";
import type { Element } from "../manifest/manifest.ts";
import type { Fault } from "./fault.ts";

/** Args of an element's stories that are none of its properties: Storybook would set them and nothing would happen. */
export function strangeArgs({ tag, folder, properties }: Element, text: string): Fault[] {
  const path = `stories/${folder}.stories.ts`;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const known = new Set(properties.map(({ name }) => name));
  const faults: Fault[] = [];
  const visit = (node: ts.Node): void => {
    for (const arg of argsIn(node)) {
      if (known.has(arg.text)) continue;
      const { line } = file.getLineAndCharacterOfPosition(arg.getStart());
      faults.push({ where: `${path}:${line + 1}`, why: `\`${arg.text}\` is no property of <${tag}>` });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

/** The names in `args: { … }` and in the first argument of `inDark({ … })` and its like. */
function argsIn(node: ts.Node): ts.Identifier[] {
  if (ts.isPropertyAssignment(node) && node.name.getText() === "args") return namesOf(node.initializer);
  if (ts.isCallExpression(node) && /^in[A-Z]/.test(node.expression.getText()))
    return namesOf(node.arguments[0]);
  return [];
}

function namesOf(node: ts.Node | undefined): ts.Identifier[] {
  if (!node || !ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name] : []));
}
