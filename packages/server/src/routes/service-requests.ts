import { type RequestKindDescriptor, validateFields, validateRequestInput } from "@portico/contract";
import { isStaff, type Principal, principalKey } from "../auth/principal.js";
import { allowedActions } from "../domain/lifecycle.js";
import { received } from "../domain/received.js";
import { requestKinds } from "../domain/request-kinds.js";
import { answerList } from "../http/list.js";
import type { Call, Handlers } from "../http/operation.js";
import { explain } from "../http/validate.js";
import { newId } from "../id.js";
import { mayLinkSystems, mayPrioritise, maySubmit } from "../policy/policy.js";
import { requestView } from "../policy/views.js";
import { found, invalid, ProblemError } from "../problem.js";
import type { NewServiceRequest, ServiceRequestRecord, StaffRecord } from "../records.js";
import type { RequestFilter } from "../store.js";
import { requestChange } from "./changes-of.js";
import { mergePatch } from "./customers.js";
import { filesToTake } from "./files.js";
import { change, log } from "./request-log.js";

export const serviceRequests: Handlers<
  "listServiceRequests" | "createServiceRequest" | "getServiceRequest" | "updateServiceRequest"
> = {
  listServiceRequests(call) {
    const { store, principal, now } = call;
    const {
      limit: _l,
      cursor: _c,
      total: _t,
      sort = "-updatedAt",
      overdue,
      createdAfter,
      createdBefore,
      ...rest
    } = call.query;
    const filter: RequestFilter = {
      ...rest,
      ...(overdue === undefined ? {} : { overdue: { is: overdue, now } }),
      ...(createdAfter === undefined ? {} : { createdAfter: new Date(createdAfter) }),
      ...(createdBefore === undefined ? {} : { createdBefore: new Date(createdBefore) }),
    };
    return answerList(call, {
      filter,
      sort,
      list: (page) => store.requests.list(page),
      view: (row) => requestView(row, principal, now),
    });
  },

  async createServiceRequest(call) {
    const { body, store, principal, now } = call;
    const kind = requestKind(body.kind, principal);
    const { customer, about } = await checkInput(call, kind);
    const attachmentIds = body.attachmentIds ?? [];
    await filesToTake(store, principal, attachmentIds);

    const anonymous = body.anonymous ?? false;
    const industry = body.industry ?? customer?.industry ?? null;
    const owner = await ownerOf(call, industry, about?.unitId);
    const request: NewServiceRequest = {
      ...received(kind.code, now),
      id: newId(),
      number: await store.requests.nextNumber(now),
      title: body.title,
      description: body.description ?? null,
      priority: body.priority ?? (body.customFields?.safetyRisk === true ? "critical" : "normal"),
      channel: body.channel ?? "web",
      industry,
      category: body.category ?? null,
      language: body.language ?? null,
      customerId: anonymous ? null : (customer?.id ?? null),
      requester: anonymous ? null : (body.requester ?? null),
      anonymous,
      ownerId: owner.id,
      location: body.location ?? null,
      about,
      externalRefs: body.externalRefs ?? [],
      customFields: body.customFields ?? {},
    };
    await store.requests.insert(request);
    await store.attachments.take(attachmentIds, { serviceRequestId: request.id, forgetUploader: anonymous });
    if (anonymous) await store.idempotency.forgetUploads(principalKey(principal), attachmentIds);
    store.announce(requestChange(request, "created"));

    // Who submits may not be able to read it again, such as a guest; they get it once, as it was made.
    const stored = found(await store.requests.find(request.id, { audience: "staff", misconduct: "all" }));
    await log(call, stored, { type: "created", to: "acknowledged" });
    return requestView(stored, principal, now);
  },

  async getServiceRequest({ path, scope, store, principal, now }) {
    return requestView(found(await store.requests.find(path.id ?? "", scope)), principal, now);
  },

  async updateServiceRequest(call) {
    const { path, body, scope, store, principal, now, requireMatch } = call;
    const stored = found(await store.requests.find(path.id ?? "", scope, { lock: true }));
    requireMatch(requestView(stored, principal, now));
    if (!allowedActions(stored, principal.kind, now).includes("update"))
      throw new ProblemError("action-not-allowed", { detail: "It can no longer be changed by you." });
    if (body.priority !== undefined && !mayPrioritise(principal)) throw notAllowed("/priority");

    const customFields = mergePatch(stored.customFields, body.customFields ?? {});
    const kind = requestKinds.find(({ code }) => code === stored.kind);
    const given = body.customFields ?? {};
    const faults = validateFields(kind?.fields ?? [], customFields).filter(({ pointer }) =>
      Object.hasOwn(given, pointer.split("/")[2] ?? ""),
    );
    if (faults.length > 0) throw invalid(...faults.map(explain));

    for (const field of Object.keys(body))
      await log(call, stored, { type: "fieldChange", field, ...fromTo(stored, body, field) });
    return requestView(await change(call, stored, { ...body, customFields }), principal, now);
  },
};

type Create = Call<"createServiceRequest">;

function requestKind(code: string, principal: Principal): RequestKindDescriptor {
  const kind = requestKinds.find((known) => known.code === code);
  if (kind && maySubmit(principal, kind)) return kind;
  throw invalid({
    pointer: "/kind",
    code: kind ? "not-allowed" : "enum",
    message: kind
      ? "Sign in to submit this kind of request."
      : "This backend does not take this kind of request.",
  });
}

/** Checks what the document cannot: the fields of the kind, who may say what, and what is referred to. */
async function checkInput({ body, store, scope, principal }: Create, kind: RequestKindDescriptor) {
  const faults = validateRequestInput(kind, body, { guest: principal.kind === "guest" }).map(explain);
  if (faults.length > 0) throw invalid(...faults);
  if (body.priority !== undefined && !mayPrioritise(principal)) throw notAllowed("/priority");
  if (body.externalRefs !== undefined && !mayLinkSystems(principal)) throw notAllowed("/externalRefs");
  if (body.about !== undefined && kind.code !== "misconduct") throw notAllowed("/about");

  const unitId = body.about?.unitId;
  if (unitId !== undefined && !(await store.staff.unit(unitId))) throw unknown("/about/unitId");
  return { customer: await customerOf({ body, store, scope, principal }), about: body.about ?? null };
}

async function customerOf({
  body,
  store,
  scope,
  principal,
}: Pick<Create, "body" | "store" | "scope" | "principal">) {
  const customerId = body.customerId ?? principal.customerId;
  if (customerId === undefined) return null;
  if (principal.kind === "guest") throw notAllowed("/customerId");
  const customer = await store.customers.find(customerId, scope);
  if (!customer) throw unknown("/customerId");
  return customer;
}

/** The one who takes the contact, or the officer on duty; never of the unit a report is about. */
async function ownerOf(
  { principal, store, body }: Create,
  industry: string | null,
  notOf: string | undefined,
): Promise<StaffRecord> {
  const self = isStaff(principal) && body.kind !== "misconduct" ? await store.staff.find(principal.id) : null;
  return self ?? store.staff.onDuty({ kind: body.kind, industry, notOf });
}

function fromTo(
  stored: ServiceRequestRecord,
  patch: object,
  field: string,
): { from: string | null; to: string | null } {
  const short = (holder: object): string | null => {
    const value: unknown = Object.entries(holder).find(([name]) => name === field)?.[1];
    if (value === undefined || value === null) return null;
    return typeof value === "string" ? value : JSON.stringify(value);
  };
  return { from: short(stored), to: short(patch) };
}

const notAllowed = (pointer: string) =>
  invalid({ pointer, code: "not-allowed", message: "You may not set this." });

const unknown = (pointer: string) =>
  invalid({ pointer, code: "unknown-reference", message: "There is no such thing." });
