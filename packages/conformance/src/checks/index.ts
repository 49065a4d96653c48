import type { Check, Observer, Stage } from "../check.js";
import { allowedInput } from "./allowed-input.js";
import { authentication, challenge } from "./authentication.js";
import { capabilities } from "./capabilities.js";
import { changeStream } from "./change-stream.js";
import { changes } from "./changes.js";
import { concurrency, strongValidators } from "./concurrency.js";
import { cursors } from "./cursors.js";
import { domain } from "./domain.js";
import { feedVisibility } from "./feed-visibility.js";
import { forgedIdentity } from "./forged-identity.js";
import { idempotency } from "./idempotency.js";
import { maskedContactPoints } from "./masking.js";
import { negativeInput } from "./negative-input.js";
import { paging } from "./paging.js";
import { pagingUnderChange } from "./paging-under-change.js";
import { problemObservers } from "./problem-observers.js";
import { resilience } from "./resilience.js";
import { sequences } from "./sequences.js";
import { steadyReads } from "./steady-reads.js";
import { text } from "./text.js";
import { tour } from "./tour.js";
import { visibility } from "./visibility.js";
import { wireObservers } from "./wire-observers.js";

/** Every check, by stage, in the order they run. */
export const catalogue: readonly { readonly stage: Stage; readonly checks: readonly Check[] }[] = [
  { stage: "reach", checks: [] },
  { stage: "capabilities", checks: [...capabilities] },
  { stage: "schema", checks: [...tour, ...steadyReads, ...text] },
  {
    stage: "semantics",
    checks: [
      ...authentication,
      ...forgedIdentity,
      ...visibility,
      ...paging,
      ...cursors,
      ...pagingUnderChange,
      ...concurrency,
      ...idempotency,
      ...domain,
      ...changes,
      ...changeStream,
      ...feedVisibility,
    ],
  },
  { stage: "negative", checks: [...negativeInput] },
  { stage: "fuzz", checks: [...sequences, ...allowedInput] },
  { stage: "resilience", checks: [...resilience] },
];

/** The rules that every exchange is held to. */
export const observers: readonly Observer[] = [
  ...wireObservers,
  ...problemObservers,
  challenge,
  maskedContactPoints,
  strongValidators,
];
