import type { ServiceRequest } from "@portico/contract";
import type { CrmClient } from "../internal/client-context.js";
import type { SubmissionOptions } from "../internal/submission.js";
import {
  type ActionsOptions,
  isOutdated,
  type Missing,
  type Outcome,
  type Panel,
  type PanelDraft,
  type RequestActions,
} from "./actions.js";
import { neededFor } from "./request-tracker.model.js";

type Sources = Pick<ActionsOptions, "request" | "onDone" | "onOutdated">;

/** Sends what the open panel holds, once it holds what is needed. */
export async function submitPanel(actions: RequestActions, sources: Sources): Promise<void> {
  const { panel, client, draft, acting } = actions;
  const request = sources.request();
  if (!panel || !client || !request || acting.pending) return;
  const text = draft.text.trim();
  const missing = missingIn(panel, request, { ...draft, text });
  actions.tell({ missing });
  if (missing) return;
  const outcome = await acting.send([panel, request.id, draft], (options) =>
    perform(client, panel, request, { ...draft, text }, options),
  );
  if (outcome) actions.close();
  finish(outcome, acting, sources);
}

/** Sends the reply or the note with its files. */
export async function sendReply(
  actions: RequestActions,
  isComment: boolean,
  sources: Sources,
): Promise<void> {
  const { client, files, replying } = actions;
  const request = sources.request();
  const text = actions.replyText.trim();
  if (!client || !request || replying.pending) return;
  const replyMissing = text === "" ? "text" : missingFile(actions);
  actions.tell({ replyMissing });
  if (replyMissing) return;
  const { attachmentIds } = files;
  const input = {
    text,
    ...(isComment ? ({ type: "comment", visibility: "internal" } as const) : ({ type: "reply" } as const)),
    ...(attachmentIds.length > 0 ? { attachmentIds } : {}),
  };
  const entry = await replying.send([request.id, input], (options) =>
    client.serviceRequests.entries.create(request.id, input, options),
  );
  if (entry) {
    actions.writeReply({ text: "" });
    files.clear();
  }
  finish(entry && { action: isComment ? "comment" : "reply", entry }, replying, sources);
}

function finish(outcome: Outcome | undefined, { error }: RequestActions["acting"], sources: Sources): void {
  if (outcome) sources.onDone(outcome);
  else if (error && isOutdated(error)) sources.onOutdated();
}

function missingFile({ files }: RequestActions): Missing | undefined {
  const stuck = files.uploads.find(({ status }) => status !== "uploaded")?.status;
  if (files.waits || stuck === "uploading") return "uploading";
  return stuck && "notUploaded";
}

/** What must still be said before a panel can be sent. */
function missingIn(panel: Panel, request: ServiceRequest, draft: PanelDraft): Missing | undefined {
  switch (panel) {
    case "urge":
    case "close":
      return undefined;
    case "rate":
      return draft.score === null ? "score" : undefined;
    case "transition":
      if (draft.to === "") return "state";
      return draft.text === "" ? neededFor(request.state, draft.to) : undefined;
    default:
      return draft.text === "" ? "reason" : undefined;
  }
}

/** Does what a panel is for. */
async function perform(
  { serviceRequests, ratings }: CrmClient,
  action: Panel,
  { id, state }: ServiceRequest,
  { text, to, score }: PanelDraft,
  options: SubmissionOptions,
): Promise<Outcome> {
  switch (action) {
    case "urge":
      return { action, request: await serviceRequests.urge(id, text ? { reason: text } : {}, options) };
    case "withdraw":
      return { action, request: await serviceRequests.withdraw(id, { reason: text }, options) };
    case "reopen":
      return { action, request: await serviceRequests.reopen(id, { reason: text }, options) };
    case "close": {
      const input = { to: "closed", ...(text ? { reason: text } : {}) } as const;
      return { action, request: await serviceRequests.transition(id, input, options) };
    }
    case "transition": {
      const member = neededFor(state, to) ?? "reason";
      const input = { to: to as ServiceRequest["state"], ...(text ? { [member]: text } : {}) };
      return { action, request: await serviceRequests.transition(id, input, options) };
    }
    case "rate": {
      const comment = text ? { comment: text } : {};
      await ratings.create({ metric: "csat", score: score ?? 0, serviceRequestId: id, ...comment }, options);
      return { action, request: await serviceRequests.get(id, { signal: options.signal }) };
    }
  }
}
