import type { OperationId } from "@portico/contract";
import type { RequirementId } from "@portico/contract/requirements";
import { expectThat } from "../../expect.js";
import { type Answer, type Caller, type CallOptions, describeAnswer } from "../../http/caller.js";
import { mediaTypeOf } from "../../http/exchange.js";
import type { Kit } from "../../kit.js";

type Ids = Readonly<Record<string, string>>;

/** Demands that a call on something hidden is refused, and answered in every respect as one on an unknown id. */
export async function expectHidden<Id extends OperationId>(
  kit: Kit,
  requirement: RequirementId,
  caller: Caller,
  operation: Id,
  options: CallOptions<Id> & { readonly path: Ids },
): Promise<void> {
  const unknown = Object.fromEntries(
    Object.entries(options.path).map(([name, id]) => [name, kit.unknownId(id)]),
  );
  const there = await caller.call(operation, options);
  const nowhere = await caller.call(operation, { ...options, path: unknown });
  expectSameRefusal(requirement, there, options.path, nowhere, unknown);
}

/** Demands a refusal that does not tell what is hidden from what is not there. */
export function expectSameRefusal(
  requirement: RequirementId,
  there: Answer,
  hidden: Ids,
  nowhere: Answer,
  unknown: Ids,
): void {
  expectThat(
    requirement,
    there.status >= 400,
    `${describeAnswer(there)}, although it is not theirs to see; expected 404 as for an unknown id`,
    nowhere,
    there,
  );
  const [seen, expected] = [faceOf(there, hidden), faceOf(nowhere, unknown)];
  const differing = Object.keys({ ...seen, ...expected }).filter((name) => seen[name] !== expected[name]);
  expectThat(
    requirement,
    differing.length === 0,
    `${describeAnswer(there)} differs from the answer to an unknown id: ${differing
      .map((name) => `${name} is ${seen[name] ?? "absent"}, expected ${expected[name] ?? "absent"}`)
      .join("; ")}`,
    nowhere,
    there,
  );
}

/** What a caller can tell an answer by, without the ids that were asked for and what is of this occurrence alone. */
function faceOf({ status, headers, body, exchange }: Answer, ids: Ids): Record<string, string | undefined> {
  const neutral = (text: string): string =>
    Object.values(ids).reduce((told, id) => told.replaceAll(id, "{id}"), text);
  const { requestId: _, instance: _i, ...members } = (body ?? {}) as Record<string, unknown>;
  const told = Object.entries(members).map(([name, value]) => [name, neutral(JSON.stringify(value))]);
  return {
    status: String(status),
    "Content-Type": exchange.response ? mediaTypeOf(exchange.response) : undefined,
    ETag: headers.get("ETag") ?? undefined,
    Allow: headers.get("Allow") ?? undefined,
    "WWW-Authenticate": headers.get("WWW-Authenticate") ?? undefined,
    ...Object.fromEntries(told),
  };
}
