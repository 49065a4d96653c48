import { describedProperties } from "./described-properties.ts";
import { guardedChanges } from "./guarded-changes.ts";
import { idempotentPosts } from "./idempotent-posts.ts";
import { instantNames } from "./instant-names.ts";
import { knownProblems } from "./known-problems.ts";
import { openEnums } from "./open-enums.ts";
import { operationIdentity } from "./operation-identity.ts";
import { pagedLists } from "./paged-lists.ts";
import { problemResponses } from "./problem-responses.ts";
import { propertyCase } from "./property-case.ts";
import { shownBodies } from "./shown-bodies.ts";

/** The house rules of the document, by the name they are reported under. */
export const rules = {
  "described-properties": describedProperties,
  "guarded-changes": guardedChanges,
  "idempotent-posts": idempotentPosts,
  "instant-names": instantNames,
  "known-problems": knownProblems,
  "open-enums": openEnums,
  "operation-identity": operationIdentity,
  "paged-lists": pagedLists,
  "problem-responses": problemResponses,
  "property-case": propertyCase,
  "shown-bodies": shownBodies,
};
