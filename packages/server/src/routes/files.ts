import type { Principal } from "../auth/principal.js";
import { mayTakeUp } from "../policy/policy.js";
import { invalid } from "../problem.js";
import type { Transaction } from "../store.js";

/** Checks that the caller sent these files in and that nothing has taken them up; holds them for this transaction. */
export async function filesToTake(
  { attachments }: Transaction,
  principal: Principal,
  ids: string[],
): Promise<void> {
  for (const [i, id] of ids.entries()) {
    const file = await attachments.find(id, { lock: true });
    if (!file || !mayTakeUp(principal, file))
      throw invalid({
        pointer: `/attachmentIds/${i}`,
        code: "unknown-reference",
        message: "You have uploaded no such file, or it belongs to something already.",
      });
  }
}
