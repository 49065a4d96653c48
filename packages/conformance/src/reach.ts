import { type Capabilities, type Me, type OperationId, operations } from "@portico/contract";
import { Caller, type CallerName } from "./http/caller.js";
import { describeExchange, type Exchange, mediaTypeOf } from "./http/exchange.js";
import type { Sender } from "./http/sender.js";
import type { Level, Tokens } from "./session.js";

/** The run cannot take place: the address, the tokens or what answers there is not what it takes. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}

export interface Reached {
  readonly capabilities: Capabilities;
  readonly declared: ReadonlySet<OperationId>;
  readonly introductions: ReadonlyMap<CallerName, Me>;
}

/** Finds out whether a backend of this contract answers at the address and takes the tokens. */
export async function reach(sender: Sender, tokens: Tokens, runId: string): Promise<Reached> {
  const as = (name: CallerName) => new Caller(name, tokens[name], sender, () => `kit-${runId}-reach`);
  const { exchange } = await as("guest").call("getCapabilities");
  const capabilities = capabilitiesIn(exchange);
  const introductions = new Map<CallerName, Me>();
  for (const name of ["customerA", "customerB", "agent", "manager"] as const)
    if (tokens[name] !== undefined) introductions.set(name, meIn((await as(name).call("getMe")).exchange));
  const staff =
    tokens.agent === undefined
      ? capabilities
      : capabilitiesIn((await as("agent").call("getCapabilities")).exchange);
  return { capabilities: staff, declared: declaredIn(staff), introductions };
}

function capabilitiesIn(exchange: Exchange): Capabilities {
  const { request, response, failure } = exchange;
  const target = `${request.method} ${request.target}`;
  if (!response) throw new CannotRun(`Nothing answers: ${target} ended with ${failure}. Check --url.`);
  if (response.status >= 300 && response.status < 400)
    throw new CannotRun(
      `${target} leads elsewhere, to ${response.headers.get("Location")}. Give that address as --url.`,
    );
  if (response.status !== 200)
    throw new CannotRun(
      `${target} answers ${response.status}. A backend of the contract answers 200 to everybody.`,
    );
  const type = mediaTypeOf(response) || "no media type";
  if (response.json === undefined)
    throw new CannotRun(
      `${target} answers ${type}, not JSON. This is no backend of the contract, or --url is not its root.`,
    );
  const { contractVersion, resources } = (response.json ?? {}) as Partial<Capabilities>;
  if (typeof contractVersion !== "string" || typeof resources !== "object" || resources === null)
    throw new CannotRun(
      `${target} answers JSON without \`contractVersion\` and \`resources\`. This is no backend of the contract.`,
    );
  return withLists(response.json as Capabilities);
}

/** What a faulty backend leaves out, as empty lists: the checks, not the kit, are to stumble over it. */
function withLists(capabilities: Capabilities): Capabilities {
  const { profiles = [], requestKinds = [], channels = [], locales = [] } = capabilities;
  return { ...capabilities, profiles, requestKinds, channels, locales };
}

function meIn(exchange: Exchange): Me {
  const { response, failure } = exchange;
  if (response?.status === 200 && typeof response.json === "object" && response.json !== null)
    return response.json as Me;
  const why = response ? `${response.status}` : failure;
  const option = { customerA: "a", customerB: "b", agent: "agent", manager: "manager", guest: "" }[
    exchange.caller
  ];
  throw new CannotRun(
    `--token-${option} is not taken: ${describeExchange(exchange).split(" →")[0]} answers ${why}.`,
  );
}

const declaredIn = ({ resources }: Capabilities): ReadonlySet<OperationId> =>
  new Set(
    Object.values(resources)
      .flatMap(({ operations: ids = [] }) => ids)
      .filter((id): id is OperationId => id in operations),
  );

/** What the core owes at a level. */
export function operationsOf(level: Level): OperationId[] {
  const core = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].profile === "core");
  const feed: readonly OperationId[] = ["listChanges", "streamChanges"];
  const files: readonly OperationId[] = ["getAttachment", "getAttachmentContent"];
  return core.filter((id) => {
    if (feed.includes(id)) return level === "gold";
    // Without uploads there is no file to read.
    return operations[id].method === "GET" && !files.includes(id) ? true : level !== "bronze";
  });
}

/** The level that a backend's own declarations amount to. */
export function declaredLevel({ declared, capabilities }: Reached): Level {
  const has = (level: Level) => operationsOf(level).every((id) => declared.has(id));
  const further = capabilities.profiles.filter(({ id }) => id !== "core").length;
  if (has("gold") && further >= profilesForGold) return "gold";
  return has("silver") ? "silver" : "bronze";
}

/** Profiles beside the core that Gold takes. */
export const profilesForGold = 2;
