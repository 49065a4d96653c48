import { type Capabilities, type Me, type OperationId, operations } from "@portico/contract";
import { Caller, type CallerName } from "./http/caller.js";
import { type Exchange, mediaTypeOf } from "./http/exchange.js";
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

/** Who calls with a token, and the option that gives it. */
const options = {
  customerA: "--token-a",
  customerB: "--token-b",
  agent: "--token-agent",
  manager: "--token-manager",
};

type Bearer = keyof typeof options;

const bearers = Object.keys(options) as Bearer[];

/** Finds out whether a backend of this contract answers at the address and takes the tokens. */
export async function reach(sender: Sender, tokens: Tokens, runId: string): Promise<Reached> {
  expectDistinct(tokens);
  const as = (name: CallerName) => new Caller(name, tokens[name], sender, () => `kit-${runId}-reach`);
  const given = bearers.filter((name) => tokens[name] !== undefined);
  const capabilities = await capabilitiesFor(as, given);
  const introductions = new Map<CallerName, Me>();
  for (const name of given)
    introductions.set(name, meIn((await as(name).call("getMe")).exchange, options[name]));
  expectRoles(introductions);
  return { capabilities, declared: declaredIn(capabilities), introductions };
}

/** What staff are told, else what everybody is. A backend that refuses guests is tried: a check says what is wrong with it. */
async function capabilitiesFor(
  as: (name: CallerName) => Caller,
  given: readonly Bearer[],
): Promise<Capabilities> {
  const ask = async (name: CallerName) => (await as(name).call("getCapabilities")).exchange;
  const forGuest = await ask("guest");
  const isRefused = forGuest.response?.status === 401 || forGuest.response?.status === 403;
  const [someone] = given;
  const teller = given.includes("agent") ? "agent" : isRefused ? someone : undefined;
  if (!isRefused || teller === undefined) {
    const forAll = capabilitiesIn(forGuest);
    if (teller === undefined) return forAll;
  }
  return capabilitiesIn(await ask(teller));
}

function expectDistinct(tokens: Tokens): void {
  for (const [at, name] of bearers.entries()) {
    const same = bearers.slice(at + 1).find((other) => tokens[name] && tokens[other] === tokens[name]);
    if (same)
      throw new CannotRun(
        `${options[name]} and ${options[same]} are the same token; the kit needs two callers.`,
      );
  }
}

/** A token that was given for another caller spoils every result. What else is untrue in `/v1/me`, the checks judge. */
function expectRoles(introductions: ReadonlyMap<CallerName, Me>): void {
  const roleOf = (name: Bearer): string | undefined => introductions.get(name)?.principal;
  for (const name of ["customerA", "customerB"] as const)
    if (principalsOfOthers.customer.includes(roleOf(name) ?? ""))
      throw new CannotRun(`${options[name]} is ${tokenOf(roleOf(name))}; it takes a customer's.`);
  for (const name of ["agent", "manager"] as const)
    if (principalsOfOthers.staff.includes(roleOf(name) ?? ""))
      throw new CannotRun(`${options[name]} is ${tokenOf(roleOf(name))}; it takes one of staff.`);
  if (roleOf("agent") === "manager" && roleOf("manager") === "agent")
    throw new CannotRun("--token-agent and --token-manager are swapped.");
  const [a, b] = [introductions.get("customerA")?.customerId, introductions.get("customerB")?.customerId];
  if (a !== undefined && a === b)
    throw new CannotRun(
      `--token-a and --token-b are both of the customer ${a}; the kit needs two customers.`,
    );
}

const tokenOf = (role = ""): string => `${role === "agent" ? "an" : "a"} ${role}'s token`;

/** Who a token is certainly not of. */
const principalsOfOthers: Readonly<Record<"customer" | "staff", readonly string[]>> = {
  customer: ["guest", "agent", "manager", "service"],
  staff: ["guest", "customer"],
};

function capabilitiesIn(exchange: Exchange): Capabilities {
  const { request, response, failure } = exchange;
  const target = `${request.method} ${request.target}`;
  if (!response) throw new CannotRun(`${target} got no answer: ${failure}. ${adviceOn(failure)}`);
  if (response.status >= 300 && response.status < 400)
    throw new CannotRun(
      `${target} leads elsewhere, to ${response.headers.get("Location")}. The kit follows nobody: give the address of the backend itself as --url.`,
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
  const listed = ["profiles", "requestKinds", "channels", "locales"] as const;
  const lists = listed.map((name) => [name, Array.isArray(capabilities[name]) ? capabilities[name] : []]);
  return { ...capabilities, ...Object.fromEntries(lists) };
}

/** What to look at, by what the platform says of a lost connection. */
function adviceOn(failure = ""): string {
  if (/ECONNREFUSED/.test(failure))
    return "Nothing listens there: is the backend running, and is this its port?";
  if (/ENOTFOUND|EAI_AGAIN/.test(failure)) return "There is no such host: check --url.";
  if (/SSL|EPROTO/.test(failure)) return "It does not speak TLS there: try --url with http://.";
  if (/CERT|certificate/i.test(failure))
    return "Its certificate is not trusted: NODE_EXTRA_CA_CERTS names further ones.";
  return "Check --url, and --timeout for a slow backend.";
}

function meIn(exchange: Exchange, option: string): Me {
  const { response, failure, request } = exchange;
  if (response?.status === 200 && typeof response.json === "object" && response.json !== null)
    return response.json as Me;
  const why = response ? (response.status === 200 ? "200 without a JSON object" : response.status) : failure;
  throw new CannotRun(`${option} is not taken: ${request.method} ${request.target} answers ${why}.`);
}

const declaredIn = ({ resources }: Capabilities): ReadonlySet<OperationId> =>
  new Set(
    Object.values(resources)
      .flatMap((resource) => (Array.isArray(resource?.operations) ? resource.operations : []))
      .filter((id): id is OperationId => Object.hasOwn(operations, id)),
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
