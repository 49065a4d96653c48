import { type Element, oneLine } from "./manifest.ts";
import { code, table } from "./markdown.ts";

const start = "<!-- elements: generated from custom-elements.json -->";
const end = "<!-- /elements -->";

/** The README with its table of all elements made anew. */
export function withOverview(readme: string, elements: readonly Element[]): string {
  const [before, rest] = readme.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`The README has lost ${start} or ${end}.`);
  const rows = elements.map(({ tag, folder, description }) => [
    `[${code(`<${tag}>`)}](docs/elements/${folder}.md)`,
    firstSentence(oneLine(description)),
  ]);
  return `${before}${start}\n\n${table(["tag", "what it does"], rows)}\n\n${end}${after}`;
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
}
