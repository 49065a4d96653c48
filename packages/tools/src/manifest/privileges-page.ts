import type { Element } from "./manifest.ts";
import { code, page, section, table } from "./markdown.ts";
import { type Operation, principals } from "./operations.ts";

/** The page that tells a portal how little a visitor's token has to carry. */
export function privilegesPage(
  elements: readonly Element[],
  operations: ReadonlyMap<string, Operation>,
): string {
  const callers = elements.filter((element) => element.operations.length > 0);
  const called = [...new Set(callers.flatMap((element) => element.operations))].sort();
  const known = called.flatMap((id) => operations.get(id) ?? []);
  return page(
    "# Least privilege",
    `What the visitors of a page with these elements must be allowed, and nothing beyond. A token names a principal; a
scope adds to the rights of staff. Which rows each of them sees is the backend's policy.`,
    section(
      "By element",
      `A cell counts the operations of the element that are open to a principal. An element shows what it may and leaves out
what it may not, so a page may well serve somebody who has not the whole row.

${table(
  ["element", ...principals, "all of it from", "scope of staff"],
  callers.map((element) => row(element, operations)),
)}`,
    ),
    section(
      "By operation",
      table(
        ["operation", "", ...principals, "scope of staff", "called by"],
        known.map((operation) => [
          code(operation.id),
          operation.summary,
          ...principals.map((principal) => (operation.principals.includes(principal) ? "✓" : "")),
          operation.staffScopes.map(code).join(", "),
          callers
            .filter((element) => element.operations.includes(operation.id))
            .map(({ tag }) => code(tag))
            .join(", "),
        ]),
      ),
    ),
  );
}

function row(
  { tag, folder, operations: ids }: Element,
  operations: ReadonlyMap<string, Operation>,
): string[] {
  const called = ids.flatMap((id) => operations.get(id) ?? []);
  const open = principals.map(
    (principal) => called.filter((operation) => operation.principals.includes(principal)).length,
  );
  const scopes = new Set(called.flatMap(({ staffScopes }) => staffScopes));
  return [
    `[${code(tag)}](elements/${folder}.md)`,
    ...open.map((count) => `${count} of ${called.length}`),
    principals[open.indexOf(called.length)] ?? "",
    [...scopes].map(code).join(", "),
  ];
}
