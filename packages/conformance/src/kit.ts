import { createHash } from "node:crypto";
import type { Capabilities, OperationId } from "@portico/contract";
import fc from "fast-check";
import type { Check } from "./check.js";
import { Fixtures } from "./fixtures.js";
import { Caller, type CallerName } from "./http/caller.js";
import type { Session } from "./session.js";
import { NotSupported, NotTestable } from "./violation.js";

/** What a check works with: callers, seeded samples and things made for it. Each check gets its own. */
export class Kit {
  readonly session: Session;
  /** Makes what a check needs, marked with the run's tag. */
  readonly make: Fixtures;
  /** Of this check alone, so that it draws the same whatever runs beside it. */
  readonly seed: number;
  readonly #check: Check;
  readonly #callers = new Map<CallerName, Caller>();
  #keys = 0;
  #samples = 0;

  constructor(session: Session, check: Check) {
    this.session = session;
    this.#check = check;
    this.seed = hash(`${session.seed}:${check.id}`) % 0x7fffffff;
    this.make = new Fixtures(this);
  }

  /** Marks everything the run makes: `kit:` and the run's id. */
  get tag(): string {
    return `kit:${this.session.runId}`;
  }

  /** What the backend declares to staff. */
  get capabilities(): Capabilities {
    return this.session.capabilities;
  }

  /** Whether nothing but GET may be sent. */
  get readOnly(): boolean {
    return this.session.mode === "observe";
  }

  /** Where in its samples a fuzzing check begins, when a case is replayed. */
  get replayPath(): string | undefined {
    return this.session.replayPath;
  }

  supports(operation: OperationId): boolean {
    return this.session.declared.has(operation);
  }

  /** Leaves the check unless the backend declares these. */
  require(...operations: readonly OperationId[]): void {
    const missing = operations.filter((operation) => !this.supports(operation));
    if (missing.length > 0) throw new NotSupported(`${missing.join(", ")} not declared`);
  }

  /** A caller with its token. A caller the run has no token for leaves the check. */
  as(name: CallerName): Caller {
    const known = this.#callers.get(name);
    if (known) return known;
    if (name !== "guest" && this.session.tokens[name] === undefined)
      throw new NotTestable(`there is no token for ${name}`);
    const caller = new Caller(name, this.session.tokens[name], this.session.sender, () => this.freshKey());
    const me = this.session.introductions.get(name);
    if (me) caller.introduce(me);
    this.#callers.set(name, caller);
    return caller;
  }

  /** An idempotency key that was never sent before. */
  freshKey(): string {
    this.#keys += 1;
    return `kit-${this.session.runId}-${hash(this.#check.id).toString(36)}-${this.#keys}`;
  }

  /** A value of the arbitrary; the same for the same seed, check and place. */
  sample<T>(arbitrary: fc.Arbitrary<T>): T {
    this.#samples += 1;
    const [value] = fc.sample(arbitrary, { seed: this.seed + this.#samples, numRuns: 1 });
    return value as T;
  }

  /** An id in the form of `like`, or of a UUID, that nothing has. */
  unknownId(like?: string): string {
    const letters = createHash("sha256").update(`${this.tag}:${this.freshKey()}`).digest("hex");
    if (typeof like !== "string")
      return letters.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, "$1-$2-$3-$4-$5");
    return [...like]
      .map((sign, at) => otherSign(sign, Number.parseInt(letters[at % 64] ?? "0", 16)))
      .join("");
  }

  /** Leaves a check about something that a backend need not have. */
  notSupported(why: string): never {
    throw new NotSupported(why);
  }

  /** Leaves a check that the data in place or the callers at hand do not allow. */
  notTestable(why: string): never {
    throw new NotTestable(why);
  }
}

/** Another sign of the same kind, so that an unknown id looks like a known one. */
function otherSign(sign: string, by: number): string {
  for (const alphabet of ["0123456789", "abcdef", "ABCDEF", "ghijklmnopqrstuvwxyz", "GHIJKLMNOPQRSTUVWXYZ"]) {
    const at = alphabet.indexOf(sign);
    if (at >= 0) return alphabet[(at + by) % alphabet.length] ?? sign;
  }
  return sign;
}

const hash = (text: string): number => createHash("sha256").update(text).digest().readUInt32BE(0);
