import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../repo.ts";

/** Who there is, the least powerful first. */
export const principals = ["guest", "customer", "agent", "manager", "service"] as const;

type Principal = (typeof principals)[number];

/** What the contract says of an operation's callers. */
export interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly principals: readonly Principal[];
  /** What an agent, a manager or a service must hold besides. */
  readonly staffScopes: readonly string[];
}

interface Described {
  readonly operationId?: string;
  readonly summary?: string;
  readonly "x-principals"?: readonly Principal[];
  readonly "x-staff-scopes"?: readonly string[];
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

/** Every operation of the contract by its id. */
export function readOperations(): ReadonlyMap<string, Operation> {
  const text = readFileSync(join(root, "packages/contract/openapi.json"), "utf8");
  const described = Object.values((JSON.parse(text) as Contract).paths).flatMap((path) =>
    Object.values(path),
  );
  return new Map(
    described.flatMap((one) => (one.operationId ? [[one.operationId, operation(one.operationId, one)]] : [])),
  );
}

function operation(id: string, described: Described): Operation {
  return {
    id,
    summary: described.summary ?? "",
    principals: described["x-principals"] ?? [],
    staffScopes: described["x-staff-scopes"] ?? [],
  };
}
