/** Arguments as a case writes them: plain data, but for files and for functions that make a patch. */
export function argumentsOf(args: readonly unknown[]): unknown[] {
  return args.map(revived);
}

function revived(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if ("$file" in value) return fileOf(value.$file as FileScript);
  if ("$apply" in value) return applying(value.$apply as Record<string, unknown>);
  return value;
}

interface FileScript {
  readonly bytes?: number;
  readonly text?: string;
  readonly name?: string;
  readonly type?: string;
}

/** A File where it has a name, else a Blob. */
function fileOf({ bytes = 0, text = "a".repeat(bytes), name, type = "text/plain" }: FileScript): Blob {
  return name === undefined ? new Blob([text], { type }) : new File([text], name, { type });
}

/** A function of the present state: `{member}` stands for what is there, and a patch that changes nothing is none. */
function applying(patch: Record<string, unknown>) {
  return (current: Record<string, unknown>) => {
    const filled = Object.entries(patch).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replace(/\{(\w+)\}/g, (_, member) => String(current[member])) : value,
    ]);
    return filled.every(([name, value]) => current[String(name)] === value)
      ? undefined
      : Object.fromEntries(filled);
  };
}

/** The step's arguments for the n-th of several calls. */
export function numbered<T>(args: T, n: number): T {
  return JSON.parse(JSON.stringify(args).replaceAll("{n}", String(n)));
}
