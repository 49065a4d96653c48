import type { RequirementId } from "@portico/contract/requirements";
import { expectThat } from "../../expect.js";
import type { Answer } from "../../http/caller.js";

/** Demands that an answer's `Location`, absolute or not, leads to what was made. */
export function expectLocation(
  answer: Answer<{ readonly id: string }>,
  requirement: RequirementId,
  collection: string,
): void {
  const location = answer.headers.get("Location");
  const expected = `${collection}/${encodeURIComponent(answer.body?.id)}`;
  const path = location === null ? undefined : URL.parse(location, "http://backend")?.pathname;
  expectThat(
    requirement,
    path?.endsWith(expected) === true,
    `Location is ${location ?? "absent"}; expected the address of what was made, ${expected}`,
    answer,
  );
}
