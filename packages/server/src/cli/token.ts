import { Command, Option } from "commander";
import type { Principal } from "../auth/principal.js";
import { signToken } from "../auth/tokens.js";
import { dataFolder, tokenSecret } from "./data-folder.js";

interface Options {
  as: "customer" | "agent" | "manager" | "service";
  customer?: string;
  id?: string;
  name?: string;
  unit?: string;
  scope: string[];
  ttl: number;
  data?: string;
}

/** `portico token`: prints a token that a server on the same data folder or secret takes. */
export const tokenCommand = (): Command =>
  new Command("token")
    .description("Print a token for a customer, an agent, a manager or a system.")
    .addOption(
      new Option("--as <principal>", "who the token is for")
        .choices(["customer", "agent", "manager", "service"])
        .makeOptionMandatory(),
    )
    .option("--customer <id>", "whose records a customer's token opens")
    .option("--id <id>", "id of the person or system")
    .option("--name <name>", "name to show")
    .option("--unit <id>", "unit of an agent or a manager")
    .option("--scope <scope...>", "what it may do beyond its own rights, such as pii.reveal", [])
    .option("--ttl <time>", "how long it lasts, such as 30m, 1h or 7d", parseTtl, 3600)
    .option("--data <folder>", "data folder that holds the secret")
    .action(async (options: Options) => {
      console.log(await signToken(principalOf(options), tokenSecret(dataFolder(options.data)), options.ttl));
    });

function principalOf({ as, customer, id = customer, name, unit, scope }: Options): Principal {
  if (as === "customer" && customer === undefined) throw new Error("A customer's token needs --customer ID.");
  if (id === undefined) throw new Error(`A token for ${as === "agent" ? "an" : "a"} ${as} needs --id ID.`);
  return {
    kind: as,
    id,
    scopes: scope,
    ...(name === undefined ? {} : { name }),
    ...(as === "customer" && customer !== undefined ? { customerId: customer } : {}),
    ...(unit === undefined ? {} : { unitId: unit }),
  };
}

const unitSeconds: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

function parseTtl(text: string): number {
  const [, count, unit = "s"] = /^(\d{1,6})([smhd])?$/.exec(text) ?? [];
  const seconds = Number(count) * (unitSeconds[unit] ?? Number.NaN);
  if (!(seconds > 0)) throw new Error(`--ttl takes a time such as 30m, 1h or 7d, not ${text}.`);
  return seconds;
}
