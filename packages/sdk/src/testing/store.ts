import type {
  Attachment,
  Change,
  Contact,
  Customer,
  CustomerRef,
  Entry,
  Interaction,
  PrincipalKind,
  Rating,
  RequestKindDescriptor,
  SatisfactionIndex,
  ServiceRequest,
} from "@portico/contract";
import { codeLists } from "@portico/contract/code-lists";
import { newIdempotencyKey } from "../core/idempotency.js";

/** Who calls. */
export interface Caller {
  readonly principal: PrincipalKind;
  readonly id: string;
  readonly customerId?: string;
  readonly displayName?: string;
}

/** A file that was sent in, with what uses it. */
export interface StoredFile {
  readonly record: Attachment;
  readonly content: Blob;
  readonly sender: string;
  usedBy?: { readonly serviceRequestId: string; readonly internal: boolean };
}

/** A change with what only some may learn of. */
export interface StoredChange {
  readonly change: Change;
  readonly isSeenBy: (caller: Caller) => boolean;
}

export interface Tables {
  readonly customers: Customer;
  readonly contacts: Contact;
  readonly interactions: Interaction;
  readonly serviceRequests: ServiceRequest;
  readonly entries: Entry;
  readonly ratings: Rating;
  readonly satisfactionIndices: SatisfactionIndex;
}

export type Resource = keyof Tables;

type Seed<Row, Needed extends keyof Row> = Pick<Row, Needed> & Partial<Row>;

/** What is there at the start. What a row does not say is filled in. */
export interface FakeData {
  customers?: readonly Seed<Customer, "displayName">[];
  contacts?: readonly Seed<Contact, "customerId" | "name">[];
  interactions?: readonly Seed<Interaction, "customerId" | "subject">[];
  /** `customerId` says whose they are. */
  serviceRequests?: readonly (Seed<ServiceRequest, "title"> & { customerId?: string })[];
  satisfactionIndices?: readonly Seed<SatisfactionIndex, "code" | "value">[];
  /** The kinds of requests that are taken, with their forms. */
  requestKinds?: readonly RequestKindDescriptor[];
}

/** Everything the backend knows, in memory. */
export class Store {
  readonly tables: { readonly [Name in Resource]: Map<string, Tables[Name]> };
  readonly files = new Map<string, StoredFile>();
  readonly changes: StoredChange[] = [];
  readonly requestKinds: readonly RequestKindDescriptor[];
  /** Told of every change. */
  readonly listeners = new Set<(change: StoredChange) => void>();
  /** Each ends a stream that is open, as a broken connection would. */
  readonly streams = new Set<() => void>();
  readonly #clock: () => Date;
  #last = 0;

  constructor(data: FakeData, clock: () => Date) {
    this.#clock = clock;
    this.requestKinds = data.requestKinds ?? defaultKinds();
    const at = this.now();
    const dates = { createdAt: at, updatedAt: at };
    const rows = <Row extends { id: string }>(seeds: readonly unknown[] = [], defaults: object = {}) =>
      new Map(
        seeds.map((seed) => {
          const row = { id: newId(), ...defaults, ...(seed as object) } as Row;
          return [row.id, row];
        }),
      );
    const customers = rows<Customer>(data.customers, {
      kind: "person",
      status: "active",
      contactPoints: [],
      ...dates,
    });
    this.tables = {
      customers,
      contacts: rows(data.contacts, { contactPoints: [], ...dates }),
      interactions: rows(data.interactions, {
        ...{ direction: "inbound", channel: "phone", visibility: "public" },
        ...{ occurredAt: at, createdAt: at },
      }),
      serviceRequests: rows(
        data.serviceRequests?.map(({ customerId, ...seed }) => ({
          ...emptyRequest(this.nextNumber(), at),
          customer: refOf(customers.get(customerId ?? "")),
          ...seed,
        })),
      ),
      entries: rows(),
      ratings: rows(),
      satisfactionIndices: rows(data.satisfactionIndices, {
        ...{
          labels: { en: "Satisfaction" },
          metric: "csat",
          scale: { minimum: 0, maximum: 100, unit: "percent" },
        },
        ...{ sampleSize: 0, minimumSample: 30, reliable: false, interval: null, public: true, updatedAt: at },
      }),
    };
  }

  /** The clock's time. Two moments are never the same, so that what is written has an order. */
  now(): string {
    this.#last = Math.max(this.#clock().getTime(), this.#last + 1);
    return new Date(this.#last).toISOString();
  }

  #numbers = 0;
  nextNumber(): string {
    this.#numbers += 1;
    return `SR-${String(this.#numbers).padStart(6, "0")}`;
  }

  /** Puts a change into the feed, for those who may see what was touched. */
  tell(type: string, subject: string, data: Change["data"], isSeenBy: StoredChange["isSeenBy"]): void {
    const id = String(this.changes.length + 1).padStart(12, "0");
    const change: Change = {
      ...{ specversion: "1.0", id, source: "urn:portico:fake", type: `portico.${type}` },
      ...{ subject, time: this.now(), data },
    };
    const stored = { change, isSeenBy };
    this.changes.push(stored);
    for (const listener of this.listeners) listener(stored);
  }
}

export const newId = newIdempotencyKey;

export const refOf = (customer: Customer | undefined): CustomerRef | null =>
  customer ? { id: customer.id, displayName: customer.displayName, kind: customer.kind } : null;

const promisedDays = 7;

/** A request to which nothing has happened yet. */
export function emptyRequest(number: string, at: string) {
  const dueAt = new Date(Date.parse(at) + promisedDays * 86_400_000).toISOString();
  return {
    ...{ number, kind: "enquiry", state: "acknowledged", status: { code: "received" } },
    ...{ priority: "normal", channel: "web", anonymous: false, customer: null, handler: null, unit: null },
    owner: { id: "service-desk", name: "Service desk", role: "agent" },
    marks: { overdue: false, urgedCount: 0, supervised: false, escalated: false, reopenedCount: 0 },
    promises: [{ kind: "resolution", dueAt, metAt: null }],
    ...{ dueAt, rating: null, attachments: [], allowedTransitions: [], allowedActions: [] },
    ...{ createdAt: at, updatedAt: at },
  } satisfies Partial<ServiceRequest>;
}

function defaultKinds(): RequestKindDescriptor[] {
  const kinds = codeLists.find(({ name }) => name === "requestKinds")?.items ?? [];
  return kinds.map(({ code, labels }) => ({
    ...{ code, labels, fields: [], location: "optional", requester: "optional" },
    ...{
      guestAllowed: code !== "application",
      anonymousAllowed: code === "misconduct",
      attachmentsAllowed: true,
    },
  }));
}
