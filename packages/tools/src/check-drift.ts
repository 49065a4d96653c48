import { globSync } from "node:fs";
import { companionsMissing, onDisk, undefinedClasses } from "./drift/companions.ts";
import { documentedAsUsed, idleTokens } from "./drift/documented.ts";
import { strangeEventTypes } from "./drift/event-types.ts";
import { badExamples } from "./drift/examples.ts";
import type { Fault } from "./drift/fault.ts";
import { knownNames, strangeNames } from "./drift/mentions.ts";
import { Sources } from "./drift/sources.ts";
import { strangeArgs } from "./drift/stories.ts";
import { usageOf } from "./drift/usage.ts";
import { readTokens, type Tokens } from "./generate-tokens.ts";
import { type Element, readElements } from "./manifest/manifest.ts";
import { type Operation, readOperations } from "./manifest/operations.ts";
import { root } from "./repo.ts";

/** What the sources are held against. */
export interface House {
  readonly elements: readonly Element[];
  readonly operations: ReadonlyMap<string, Operation>;
  readonly tokens: Tokens;
  readonly sources: Sources;
  has(path: string): boolean;
}

/** Pages that name elements, written by hand at least in part. */
const pages = [
  "README.md",
  "packages/{elements,react}/README.md",
  "packages/elements/docs/*.md",
  "examples/*/README.md",
  "stories/**/*.mdx",
];

export function house(): House {
  return {
    elements: readElements(),
    operations: readOperations(),
    tokens: readTokens(),
    sources: new Sources(root),
    has: onDisk(root),
  };
}

/** Every place where manifest, source, stories and pages do not say the same. */
export function findDrift({ elements, operations, tokens, sources, has }: House): Fault[] {
  const usages = elements.map(({ folder }) =>
    usageOf(`packages/elements/src/${folder}/${folder}.ts`, sources),
  );
  const known = knownNames(elements, tokens, sources);
  const written = globSync(pages, { cwd: root });
  return [
    ...elements.flatMap((element, index) => {
      const usage = usages[index];
      const story = `stories/${element.folder}.stories.ts`;
      return [
        ...(usage ? documentedAsUsed(element, usage, tokens, operations) : []),
        ...strangeEventTypes(element, sources),
        ...companionsMissing(element, sources, has),
        ...(has(story) ? strangeArgs(element, sources.text(story)) : []),
        ...badExamples(`<${element.tag}>`, element.examples.join("\n"), elements),
      ];
    }),
    ...undefinedClasses(elements, sources),
    ...idleTokens(tokens, usages),
    ...written.flatMap((page) => [
      ...badExamples(page, sources.text(page), elements),
      ...strangeNames(page, sources.text(page), known),
    ]),
  ];
}

/** `node packages/tools/run.js check-drift`: prints every difference and fails when there is one. */
export function main(): number {
  const faults = findDrift(house());
  for (const { where, why } of faults) console.error(`${where}  ${why}`);
  console.log(
    faults.length === 0 ? "Manifest, source, stories and pages agree." : `${faults.length} differences.`,
  );
  return faults.length === 0 ? 0 : 1;
}
