import { answerList } from "../http/list.js";
import type { Handlers } from "../http/operation.js";
import { newId } from "../id.js";
import { contactView } from "../policy/views.js";
import { found, invalid } from "../problem.js";
import type { ContactRecord, NewChange } from "../records.js";
import { mergePatch, replaceContactPoints, toContactPoint } from "./customers.js";

export const contacts: Handlers<
  "listContacts" | "createContact" | "getContact" | "updateContact" | "deleteContact"
> = {
  listContacts(call) {
    const { store, principal } = call;
    const { limit: _l, cursor: _c, total: _t, sort = "name", ...filter } = call.query;
    return answerList(call, {
      filter,
      sort,
      list: (page) => store.contacts.list(page),
      view: (row) => contactView(row, principal),
    });
  },

  async createContact({ body, scope, store, principal, now }) {
    if (!(await store.customers.find(body.customerId, scope)))
      throw invalid({
        pointer: "/customerId",
        code: "unknown-reference",
        message: "There is no such customer.",
      });
    const contact: ContactRecord = {
      id: newId(),
      customerId: body.customerId,
      name: body.name,
      title: body.title ?? null,
      role: body.role ?? null,
      language: body.language ?? null,
      preferredChannel: body.preferredChannel ?? null,
      primary: body.primary ?? false,
      contactPoints: (body.contactPoints ?? []).map(toContactPoint),
      externalRefs: body.externalRefs ?? [],
      customFields: body.customFields ?? {},
      createdAt: now,
      updatedAt: now,
    };
    await store.contacts.insert(contact);
    store.announce(contactChange(contact, "created"));
    return contactView(contact, principal);
  },

  async getContact({ path, scope, store, principal }) {
    return contactView(found(await store.contacts.find(path.id ?? "", scope)), principal);
  },

  async updateContact({ path, body, scope, store, principal, now, requireMatch }) {
    const id = path.id ?? "";
    const stored = found(await store.contacts.find(id, scope, { lock: true }));
    requireMatch(contactView(stored, principal));
    const { contactPoints, customFields, ...changes } = body;
    await store.contacts.update(id, {
      ...changes,
      ...(contactPoints ? { contactPoints: replaceContactPoints(stored.contactPoints, contactPoints) } : {}),
      ...(customFields ? { customFields: mergePatch(stored.customFields, customFields) } : {}),
      updatedAt: now,
    });
    store.announce(contactChange(stored, "updated"));
    return contactView(found(await store.contacts.find(id, scope)), principal);
  },

  async deleteContact({ path, scope, store, principal, requireMatch }) {
    const stored = found(await store.contacts.find(path.id ?? "", scope, { lock: true }));
    requireMatch(contactView(stored, principal));
    await store.contacts.delete(stored.id);
    store.announce(contactChange(stored, "deleted"));
  },
};

const contactChange = (
  { id, customerId }: ContactRecord,
  event: "created" | "updated" | "deleted",
): NewChange => ({
  type: `portico.contact.${event}`,
  subject: id,
  resource: "contacts",
  resourceId: id,
  customerId,
  audience: "customer",
});
