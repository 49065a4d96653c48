import { version } from "./version.js";

/** A tag that was defined already, with the version of the copy that did it; other code has none. */
interface Conflict {
  readonly tag: string;
  readonly version: string | undefined;
}

/** One second is enough for the scripts of a page to have come; then one report tells them all. */
const reportDelay = 1000;
const conflicts: Conflict[] = [];

export function conflict(one: Conflict): void {
  if (conflicts.length === 0) setTimeout(report, reportDelay);
  conflicts.push(one);
}

function report(): void {
  const list = conflicts.map(
    ({ tag, version: other }) =>
      `  <${tag}> ${other === undefined ? "by other code" : `by version ${other}`}`,
  );
  console.warn(
    [
      `Portico ${version} found these elements defined already and left them as they are:`,
      ...list,
      "Load one version, or give one of them a prefix of its own: register({ prefix, elements }).",
    ].join("\n"),
  );
  conflicts.length = 0;
}
