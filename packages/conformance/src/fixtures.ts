import type {
  Attachment,
  BodyOf,
  Capabilities,
  Contact,
  ContactInput,
  Customer,
  CustomerInput,
  Entry,
  EntryInput,
  FieldDescriptor,
  Interaction,
  InteractionInput,
  RequestKindDescriptor,
  ServiceRequest,
  ServiceRequestInput,
  TransitionInput,
} from "@portico/contract";
import fc from "fast-check";
import { expectSuccess } from "./expect.js";
import type { Answer, Caller, CallerName } from "./http/caller.js";
import type { Kit } from "./kit.js";

/** Makes what checks need through the contract's own operations. A creation that fails breaks CRM-WIR-002. */
export class Fixtures {
  readonly #kit: Kit;
  readonly #capabilities = new Map<CallerName, Promise<Capabilities>>();

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  async customer(input: Partial<CustomerInput> = {}): Promise<Customer> {
    return expectSuccess(
      await this.#kit.as("agent").call("createCustomer", { body: this.customerInput(input) }),
    );
  }

  customerInput(input: Partial<CustomerInput> = {}): CustomerInput {
    const { tag } = this.#kit;
    return { kind: "organization", displayName: `${tag} 江南样品 Sample`, tags: [tag], ...input };
  }

  async contact(customerId: string, input: Partial<ContactInput> = {}): Promise<Contact> {
    const body = { customerId, name: `${this.#kit.tag} 李样品`, ...input };
    return expectSuccess(await this.#kit.as("agent").call("createContact", { body }));
  }

  async interaction(customerId: string, input: Partial<InteractionInput> = {}): Promise<Interaction> {
    const subject = `${this.#kit.tag} 来电 Call`;
    const body: InteractionInput = { customerId, direction: "inbound", channel: "phone", subject, ...input };
    return expectSuccess(await this.#kit.as("agent").call("createInteraction", { body }));
  }

  /** A request of the caller's own, of the first plain kind the caller is offered. */
  async request(caller: Caller, input: Partial<ServiceRequestInput> = {}): Promise<ServiceRequest> {
    const body = await this.requestInput(caller, input);
    return expectSuccess(await caller.call("createServiceRequest", { body }));
  }

  /** A request that was just made, with its answer for the validator and the location. */
  async requestAnswer(
    caller: Caller,
    input: Partial<ServiceRequestInput> = {},
  ): Promise<Answer<ServiceRequest>> {
    const answer = await caller.call("createServiceRequest", {
      body: await this.requestInput(caller, input),
    });
    expectSuccess(answer);
    return answer;
  }

  async requestInput(caller: Caller, input: Partial<ServiceRequestInput> = {}): Promise<ServiceRequestInput> {
    const kinds = await this.kindsOf(caller);
    const kind =
      kinds.find(({ code }) => code === input.kind) ?? kinds.find(({ code }) => code !== "misconduct");
    if (!kind) return this.#kit.notTestable(`${caller.name} is offered no kind of request`);
    return { ...this.inputOfKind(kind, caller.name === "guest"), ...input };
  }

  /** The least that a request of this kind must say. */
  inputOfKind(kind: RequestKindDescriptor, guest: boolean): ServiceRequestInput {
    const required = kind.fields.filter((field) => field.required);
    const fields = Object.fromEntries(required.map((field) => [field.name, this.valueOf(field)]));
    return {
      kind: kind.code,
      title: `${this.#kit.tag} 样品 Sample`,
      ...(kind.location === "required" ? { location: { address: "解放路 120 号" } } : {}),
      ...(guest && kind.requester === "required"
        ? { requester: { name: "王样品", phone: "138 0013 8000" } }
        : {}),
      ...(required.length > 0 ? { customFields: fields } : {}),
    };
  }

  /** A value that a field's own rules allow. */
  valueOf(field: FieldDescriptor): string | number | boolean {
    const { type, choices = [], minimum, maximum, pattern } = field;
    const { minLength = 1, maxLength = Math.max(minLength, 20) } = field;
    if (type === "boolean") return true;
    if (type === "choice") return choices[0]?.code ?? "";
    if (type === "integer" || type === "number") return Math.ceil(minimum ?? Math.min(1, maximum ?? 1));
    if (pattern !== undefined) return this.#kit.sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`)));
    if (type === "date") return "2026-05-04";
    if (type === "phone") return "13800138000";
    if (type === "email") return "sample@example.org";
    return "样品".repeat(maxLength).slice(0, Math.max(minLength, Math.min(4, maxLength)));
  }

  /** The kinds of request this caller is offered. */
  async kindsOf(caller: Caller): Promise<readonly RequestKindDescriptor[]> {
    const { requestKinds = [] } = await this.capabilitiesOf(caller);
    // What says no more than its name cannot be filled in: that is for the checks of the schema to tell.
    return requestKinds.filter((kind) => Array.isArray(kind?.fields));
  }

  capabilitiesOf(caller: Caller): Promise<Capabilities> {
    const known =
      this.#capabilities.get(caller.name) ??
      caller.call("getCapabilities").then((answer) => expectSuccess(answer));
    this.#capabilities.set(caller.name, known);
    return known;
  }

  async entry(caller: Caller, requestId: string, input: Partial<EntryInput> = {}): Promise<Entry> {
    const body: EntryInput = { type: "reply", text: `${this.#kit.tag} 已受理 Noted`, ...input };
    return expectSuccess(await caller.call("createEntry", { path: { id: requestId }, body }));
  }

  /** Moves a request as an agent, with the words that the move takes. */
  async move(request: Pick<ServiceRequest, "id">, to: TransitionInput["to"]): Promise<ServiceRequest> {
    return this.moveAs(this.#kit.as("agent"), request, to);
  }

  async moveAs(
    caller: Caller,
    { id }: Pick<ServiceRequest, "id">,
    to: TransitionInput["to"],
  ): Promise<ServiceRequest> {
    return expectSuccess(
      await caller.call("transitionServiceRequest", { path: { id }, body: this.moveTo(to) }),
    );
  }

  /** A move with every word that any move takes. */
  moveTo(to: TransitionInput["to"]): BodyOf<"transitionServiceRequest"> {
    return to === "resolved"
      ? { to, resolution: "已修复 Repaired" }
      : { to, reason: "样品原因 Sample reason" };
  }

  /** A file the caller uploads; a small text unless given. */
  async file(
    caller: Caller,
    {
      name = "样品.txt",
      mediaType = "text/plain",
      bytes = new TextEncoder().encode("样品 sample\n"),
    }: {
      name?: string;
      mediaType?: string;
      bytes?: Uint8Array;
    } = {},
  ): Promise<Attachment> {
    return expectSuccess(await caller.call("uploadAttachment", this.upload(name, mediaType, bytes)));
  }

  upload(name: string, mediaType: string, bytes: Uint8Array) {
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return { body: bytes, headers: { "Content-Type": mediaType, "Content-Disposition": disposition } };
  }
}
