import { type BodyOf, channelValues, type OperationId } from "@portico/contract";
import type { Defect } from "../defect.ts";
import { onCall, problem } from "../wrap.ts";

/** Input that the document allows and a server stumbles over. */
export const crashes: readonly Defect[] = [
  crash(
    "createServiceRequest",
    "rare-characters-crash",
    "A request with a character beyond the sixteen-bit ones",
    (body) => /[\u{10000}-\u{10ffff}]/u.test(JSON.stringify(body)),
  ),
  crash(
    "createServiceRequest",
    "unknown-channel-crashes",
    "A request through a channel that is not among the known",
    ({ channel }) => isUnknown(channel, channelValues),
  ),
  crash(
    "createServiceRequest",
    "list-in-custom-fields-crashes",
    "A request with a list in a custom field",
    ({ customFields }) => Object.values(customFields ?? {}).some(Array.isArray),
  ),
  crash(
    "updateServiceRequest",
    "place-taken-away-crashes",
    "A request whose place is taken away",
    ({ location }) => location === null,
  ),
  crash(
    "transitionServiceRequest",
    "long-status-crashes",
    "A move with a status word of more than forty characters",
    ({ status }) => isLonger(status, 40),
  ),
  crash(
    "urgeServiceRequest",
    "long-urge-crashes",
    "An urge with a reason of more than 255 characters",
    ({ reason }) => isLonger(reason, 255),
  ),
  crash(
    "assignServiceRequest",
    "long-dispatch-crashes",
    "An assignment with a reason of more than 255 characters",
    ({ reason }) => isLonger(reason, 255),
  ),
  crash("createEntry", "long-reply-crashes", "A reply of more than two thousand characters", ({ text }) =>
    isLonger(text, 2000),
  ),
  crash(
    "createCustomer",
    "unknown-standing-crashes",
    "A customer whose standing is not among the known",
    ({ status }) => isUnknown(status, ["prospect", "active", "dormant", "lost"]),
  ),
  crash(
    "updateCustomer",
    "language-taken-away-crashes",
    "A customer whose language is taken away",
    ({ language }) => language === null,
  ),
  crash(
    "revealContactPoint",
    "rare-characters-in-reveal-crash",
    "A reveal for a reason with a character beyond the sixteen-bit ones",
    ({ reason }) => /[\u{10000}-\u{10ffff}]/u.test(String(reason)),
  ),
  crash(
    "createContact",
    "unknown-preference-crashes",
    "A contact who prefers a channel that is not among the known",
    ({ preferredChannel }) => isUnknown(preferredChannel, channelValues),
  ),
  crash(
    "updateContact",
    "role-taken-away-crashes",
    "A contact whose role is taken away",
    ({ role }) => role === null,
  ),
  crash(
    "createInteraction",
    "zero-duration-crashes",
    "An interaction that took no time",
    ({ durationSeconds }) => durationSeconds === 0,
  ),
  crash(
    "createAssessment",
    "zero-score-crashes",
    "A judgement with a score of 0",
    ({ score }) => score === 0,
  ),
  crash(
    "addTeamMember",
    "unknown-role-crashes",
    "A member of a team whose role is not among the known",
    ({ role }) =>
      !/^(relationship|deputy|service)Manager$|^(technicalContact|specialist)$/.test(String(role)),
  ),
  crash("createRating", "unknown-metric-crashes", "A rating by a metric that is not asked", ({ metric }) =>
    isUnknown(metric, ["csat", "nps", "ces"]),
  ),
];

function crash<Id extends OperationId>(
  operation: Id,
  name: string,
  what: string,
  isHard: (body: Partial<BodyOf<Id>>) => boolean,
): Defect {
  return {
    name,
    summary: `${what} ends in an error of the server.`,
    breaks: ["CRM-SEQ-004"],
    http: onCall({ operation }, async (call, next) => {
      const body = ((await call.json()) ?? {}) as Partial<BodyOf<Id>>;
      return isHard(body) ? problem("internal", call.request) : next(call.request);
    }),
  };
}

function isUnknown(word: unknown, known: readonly string[]): boolean {
  return typeof word === "string" && !known.includes(word);
}

function isLonger(text: unknown, most: number): boolean {
  return typeof text === "string" && text.length > most;
}
