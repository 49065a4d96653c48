import { InvalidArgumentError, Option } from "commander";
import { tokenVariables } from "../report/secrets.js";
import { levels, modes, type Tokens } from "../session.js";

export interface TokenOptions {
  readonly tokenA?: string;
  readonly tokenB?: string;
  readonly tokenAgent?: string;
  readonly tokenManager?: string;
}

export const urlOption = () => new Option("--url <address>", "address of the backend: what /v1 is put after");

const tokenOption = (name: string, of: string, variable: string) =>
  new Option(`--token-${name} <token>`, of).env(variable);

export const tokenOptions = (): Option[] => [
  tokenOption("a", "token of a customer", tokenVariables.customerA),
  tokenOption("b", "token of another customer", tokenVariables.customerB),
  tokenOption("agent", "token of an agent", tokenVariables.agent),
  tokenOption("manager", "token of a manager", tokenVariables.manager),
];

export const levelOption = () =>
  new Option("--level <level>", "level to try for (default: what the backend declares)").choices(levels);

export const modeOption = () =>
  new Option(
    "--mode <mode>",
    "observe: GET only, safe on production; sandbox: makes and removes; certify: skips nothing",
  )
    .choices(modes)
    .default("sandbox");

export const outOption = () =>
  new Option("--out <folder>", "folder of reports and journals").default(".portico-conformance");

/** The tokens that were given; an empty one, as an unset variable of a CI server is, was not. */
export function tokensOf({ tokenA, tokenB, tokenAgent, tokenManager }: TokenOptions): Tokens {
  return {
    ...(tokenA ? { customerA: tokenA } : {}),
    ...(tokenB ? { customerB: tokenB } : {}),
    ...(tokenAgent ? { agent: tokenAgent } : {}),
    ...(tokenManager ? { manager: tokenManager } : {}),
  };
}

export function parseAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "http:" || url?.protocol === "https:") return text;
  throw new InvalidArgumentError("It takes an address such as http://localhost:4310.");
}

/** Makes a parser of whole numbers within bounds. */
export const parseWhole =
  (minimum: number, maximum: number) =>
  (text: string): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= minimum && value <= maximum) return value;
    throw new InvalidArgumentError(`It takes a whole number from ${minimum} to ${maximum}.`);
  };

export const parseList = (text: string): string[] =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
