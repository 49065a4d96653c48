import { hasParameter, type OperationView, operationRule, successSchema } from "./operation-rule.ts";

/** Every list is read page by page in the same way. */
export const pagedLists = operationRule((view) => {
  // A feed has no last page: `after` takes the place of the cursor.
  if (hasParameter(view, "query", "after")) return [];
  const marked = view.operation["x-paginate"] === true;
  const schema = successSchema(view);
  if (!marked && !isArray(view, "data", schema)) return [];
  return [
    ...(marked ? [] : ["An operation that answers with `data` rows is marked `x-paginate: true`."]),
    ...["limit", "cursor"]
      .filter((name) => !hasParameter(view, "query", name))
      .map((name) => `A list takes the query parameter \`${name}\`.`),
    ...["data", "page"]
      .filter((name) => !schema?.required?.includes(name))
      .map((name) => `A list answers with a required \`${name}\`.`),
  ];
});

function isArray(
  { resolve }: OperationView,
  name: string,
  schema: ReturnType<typeof successSchema>,
): boolean {
  return resolve(schema?.properties?.[name])?.type === "array";
}
