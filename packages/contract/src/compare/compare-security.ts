import type { ChangeLog } from "./change.js";
import type { Place } from "./place.js";

/** Compares who is let in: a caller who was must still be, by one of the ways an operation names. */
export function compareSecurity(log: ChangeLog, released: Place, current: Place): void {
  const before = waysOf(released);
  const after = waysOf(current);
  const pointer = (current.at("security") ?? current.document().at("security") ?? current).pointer;
  for (const way of before) {
    if (!after.some((other) => [...other].every((need) => way.has(need)))) {
      log.breaking(pointer, `Callers with ${nameOf(way)} are no longer let in.`);
    }
  }
  for (const way of after) {
    if (!before.some((other) => [...other].every((need) => way.has(need)))) {
      log.compatible(pointer, `Callers with ${nameOf(way)} are now let in.`);
    }
  }
}

/** Compares what the names of security schemes stand for. */
export function compareSecuritySchemes(log: ChangeLog, released: Place, current: Place): void {
  for (const [name, before] of schemesOf(released)) {
    const after = schemesOf(current).get(name);
    if (after === undefined) continue;
    for (const member of ["type", "scheme", "in", "name"]) {
      const was = before.textAt(member)?.toLowerCase();
      const is = after.textAt(member)?.toLowerCase();
      if (was !== is) {
        const text = `\`${member}\` of the security scheme ${name} was ${was ?? "nothing"} and is now ${is ?? "nothing"}.`;
        log.breaking(after.pointer, text);
      }
    }
  }
}

/** Each way by what it asks for: `bearer`, `oauth:read`. One that asks for nothing lets everybody in. */
function waysOf(operation: Place): Set<string>[] {
  const stated = operation.at("security") ?? operation.document().at("security");
  const ways = Array.isArray(stated?.value) ? stated.value.map(needsOf) : [];
  return ways.length === 0 ? [new Set()] : ways;
}

function needsOf(way: unknown): Set<string> {
  const schemes: [string, unknown][] = Object.entries(way ?? {});
  return new Set(
    schemes.flatMap(([scheme, scopes]) => [
      scheme,
      ...(Array.isArray(scopes) ? scopes.map((scope) => `${scheme}:${scope}`) : []),
    ]),
  );
}

const nameOf = (way: Set<string>): string => (way.size === 0 ? "no credentials" : [...way].join(" and "));

const schemesOf = (document: Place): Map<string, Place> =>
  new Map(document.at("components")?.membersOf("securitySchemes"));
