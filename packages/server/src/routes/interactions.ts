import { answerList } from "../http/list.js";
import type { Handlers } from "../http/operation.js";
import { newId } from "../id.js";
import { interactionView } from "../policy/views.js";
import { found, invalid } from "../problem.js";

export const interactions: Handlers<"listInteractions" | "createInteraction" | "getInteraction"> = {
  listInteractions(call) {
    const { limit: _l, cursor: _c, total: _t, sort = "-occurredAt", ...filter } = call.query;
    return answerList(call, {
      filter,
      sort,
      list: (page) => call.store.interactions.list(page),
      view: interactionView,
    });
  },

  async createInteraction({ body, scope, store, principal, now }) {
    const { customerId, contactId = null, serviceRequestId = null } = body;
    if (!(await store.customers.find(customerId, scope))) throw unknown("/customerId");
    if (contactId !== null && (await store.contacts.find(contactId, scope))?.customerId !== customerId)
      throw unknown("/contactId");
    const request = serviceRequestId === null ? null : await store.requests.find(serviceRequestId, scope);
    if (serviceRequestId !== null && request?.customerId !== customerId) throw unknown("/serviceRequestId");
    const occurredAt = body.occurredAt === undefined ? now : new Date(body.occurredAt);
    if (occurredAt > now)
      throw invalid({ pointer: "/occurredAt", code: "in-the-future", message: "It has not happened yet." });

    const id = newId();
    const visibility = body.visibility ?? "internal";
    await store.interactions.insert({
      id,
      customerId,
      contactId,
      serviceRequestId,
      direction: body.direction,
      channel: body.channel,
      reason: body.reason ?? null,
      subject: body.subject,
      summary: body.summary ?? null,
      visibility,
      agentId: principal.id,
      durationSeconds: body.durationSeconds ?? null,
      occurredAt,
      createdAt: now,
    });
    store.announce({
      type: "portico.interaction.created",
      subject: id,
      resource: "interactions",
      resourceId: id,
      customerId,
      audience: visibility === "public" ? "customer" : "staff",
      misconduct: request?.kind === "misconduct",
      aboutUnitId: request?.about?.unitId ?? null,
    });
    return interactionView(found(await store.interactions.find(id, scope)));
  },

  async getInteraction({ path, scope, store }) {
    return interactionView(found(await store.interactions.find(path.id ?? "", scope)));
  },
};

const unknown = (pointer: string) =>
  invalid({ pointer, code: "unknown-reference", message: "There is no such thing at this customer." });
