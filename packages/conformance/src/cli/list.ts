import { requirementOf } from "@portico/contract/requirements";
import { Command } from "commander";
import { everyCheck } from "../catalogue.js";
import { stages } from "../check.js";

/** `portico-conformance list`: what the kit tries. */
export const listCommand = (): Command =>
  new Command("list")
    .description("Print every check with the requirements it proves.")
    .option("--json", "as JSON")
    .action(({ json }: { json?: boolean }) => console.log(json ? asJson() : asText()));

const asJson = (): string =>
  JSON.stringify(
    everyCheck.map(({ stage, check: { id, title, requirements } }) => ({ id, stage, title, requirements })),
    null,
    2,
  );

function asText(): string {
  const lines = stages.flatMap((stage) => [
    stage,
    ...everyCheck.filter((each) => each.stage === stage).flatMap(({ check }) => describe(check)),
    "",
  ]);
  return lines.join("\n").trimEnd();
}

const describe = ({ id, title, requirements }: (typeof everyCheck)[number]["check"]): string[] => [
  `  ${id}`,
  `    ${title}`,
  ...requirements.map((requirement) => {
    const { keyword, level, profile } = requirementOf(requirement);
    return `    ${requirement} ${keyword}, ${level}${profile === "core" ? "" : `, ${profile}`}`;
  }),
];
