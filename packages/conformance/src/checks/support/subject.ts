import type { Entry, RequestState, ServiceRequest } from "@portico/contract";
import { expectEqual, expectMatch, expectProblem, expectSuccess, expectThat } from "../../expect.js";
import type { Answer } from "../../http/caller.js";
import type { Kit } from "../../kit.js";
import { walk } from "../../lists.js";
import type { Mover, Step } from "./steps.js";

/** What the log must tell: who said or did what. */
type Line = Pick<Entry, "type"> & Partial<Pick<Entry, "id" | "from" | "to" | "field">>;

/** From here nothing goes on. */
const final: readonly RequestState[] = ["rejected", "cancelled"];

/** A request of customer A and what it must be like after what was done to it. */
export class Subject {
  readonly #kit: Kit;
  readonly #path: { readonly id: string };
  readonly #log: Line[] = [];
  #known: Answer<ServiceRequest>;

  private constructor(kit: Kit, known: Answer<ServiceRequest>) {
    this.#kit = kit;
    this.#path = { id: known.body.id };
    this.#known = known;
  }

  static async make(kit: Kit): Promise<Subject> {
    const { id } = await kit.make.request(kit.as("customerA"));
    const known = await kit.as("agent").call("getServiceRequest", { path: { id } });
    expectSuccess(known);
    return new Subject(kit, known);
  }

  async take(step: Step): Promise<void> {
    if (step.do === "move") return this.#move(step.by, step.to);
    if (step.do === "moveOn") return this.#moveOn(step.by, step.place);
    if (step.do === "reply") return this.#say(step.by, "reply", step.text, "public");
    if (step.do === "comment") return this.#say("agent", "comment", step.text, "internal");
    if (step.do === "urge") return this.#urge(step.by);
    if (step.do === "assign") return this.#assign();
    return this.#change(step.title, step.do === "changeStale");
  }

  /** Compares the log with what was done. Entries the backend adds of its own are let pass. */
  async compareLog(): Promise<void> {
    const { rows } = await walk(this.#kit.as("agent"), "listEntries", { path: this.#path });
    const moves = rows.filter(({ type }) => type === "stateChange").map(({ from, to }) => ({ from, to }));
    const expected = this.#log
      .filter(({ type }) => type === "stateChange")
      .map(({ from, to }) => ({ from, to }));
    expectEqual("CRM-SEQ-003", moves, expected, "the moves in the log");
    const said = this.#log.flatMap(({ id }) => id ?? []);
    const told = rows.map(({ id }) => id).filter((id) => said.includes(id));
    expectEqual("CRM-SEQ-003", told, said, "the replies and comments in the log");
    const isField = ({ type, field }: Line) =>
      type === "fieldChange" && ["title", "description"].includes(field ?? "");
    const fields = (lines: readonly Line[]) =>
      lines.filter(isField).map(({ field, to }) => `${field}: ${to}`);
    expectEqual(
      "CRM-SEQ-003",
      fields(rows).sort(),
      fields(this.#log).sort(),
      "the changed fields in the log",
    );
    const urges = rows.filter(({ type }) => type === "urge").length;
    expectEqual(
      "CRM-SEQ-003",
      urges,
      this.#log.filter(({ type }) => type === "urge").length,
      "the urges in the log",
    );
  }

  get #request(): ServiceRequest {
    return this.#known.body;
  }

  async #move(by: Mover, to: RequestState): Promise<void> {
    const before = await this.#read(by);
    const body = this.#kit.make.moveTo(to);
    const answer = await this.#kit.as(by).call("transitionServiceRequest", { path: this.#path, body });
    if (!before.body.allowedTransitions.includes(to)) {
      expectProblem(answer, "CRM-SEQ-002", "transition-not-allowed");
      return this.#expectUnchanged(before, by);
    }
    expectSuccess(answer, "CRM-SEQ-002");
    expectEqual("CRM-SEQ-002", answer.body.state, to, "the state after a move that was allowed", answer);
    this.#log.push({ type: "stateChange", from: before.body.state, to });
    await this.#expectShown(answer, by);
  }

  async #moveOn(by: Mover, place: number): Promise<void> {
    const { allowedTransitions } = (await this.#read(by)).body;
    const going = allowedTransitions.filter((to) => !final.includes(to));
    const to = going[place % Math.max(going.length, 1)];
    if (to !== undefined) await this.#move(by, to);
  }

  async #say(
    by: Mover,
    type: "reply" | "comment",
    text: string,
    visibility: Entry["visibility"],
  ): Promise<void> {
    const known = (await this.#read("agent")).body;
    const before = await this.#read(by);
    const body = { type, text: `${this.#kit.tag} ${text}`, ...(type === "comment" ? { visibility } : {}) };
    const answer = await this.#kit.as(by).call("createEntry", { path: this.#path, body });
    if (!before.body.allowedActions.includes(type)) {
      expectProblem(answer, "CRM-SEQ-002", "action-not-allowed");
      return;
    }
    const { id } = expectSuccess(answer, "CRM-SEQ-001");
    expectMatch("CRM-SEQ-001", answer.body, { ...body, visibility }, `a ${type}`, answer);
    this.#log.push({ type, id });
    this.#noteMoved(known, (await this.#read("agent")).body.state);
  }

  async #urge(by: Mover): Promise<void> {
    const before = await this.#read(by);
    const answer = await this.#kit.as(by).call("urgeServiceRequest", { path: this.#path, body: {} });
    if (!before.body.allowedActions.includes("urge")) {
      expectProblem(answer, "CRM-SEQ-002", "action-not-allowed", "rate-limited");
      return this.#expectUnchanged(before, by);
    }
    expectSuccess(answer, "CRM-SEQ-001");
    const urged = before.body.marks.urgedCount + 1;
    expectEqual("CRM-SEQ-001", answer.body.marks.urgedCount, urged, "the count after urging", answer);
    this.#log.push({ type: "urge" });
    await this.#expectShown(answer, by);
  }

  async #assign(): Promise<void> {
    const agent = this.#kit.as("agent");
    const before = await this.#read("agent");
    const { id: handlerId } = agent.me;
    if (!this.#kit.supports("assignServiceRequest") || handlerId === undefined) return;
    const answer = await agent.call("assignServiceRequest", { path: this.#path, body: { handlerId } });
    if (!before.body.allowedActions.includes("assign")) {
      expectProblem(answer, "CRM-SEQ-002", "action-not-allowed");
      return this.#expectUnchanged(before, "agent");
    }
    expectSuccess(answer, "CRM-SEQ-001");
    expectEqual("CRM-SEQ-001", answer.body.handler?.id, handlerId, "the handler after an assignment", answer);
    this.#noteMoved(before.body, answer.body.state);
    await this.#expectShown(answer, "agent");
  }

  /** What moves a request without being a move, such as dispatch or an answer, goes where moves lead. */
  #noteMoved({ state: from, allowedTransitions: moves }: ServiceRequest, to: RequestState): void {
    if (to === from) return;
    const leads = moves.includes(to);
    expectThat(
      "CRM-SEQ-002",
      leads,
      `it went from ${from} to ${to} by itself; its moves are ${moves.join(", ")}`,
    );
    this.#log.push({ type: "stateChange", from, to });
  }

  async #change(title: string, stale: boolean): Promise<void> {
    const before = await this.#read("agent");
    if (!this.#kit.supports("updateServiceRequest") || !before.body.allowedActions.includes("update")) return;
    const change = `${this.#kit.tag} ${title} ${this.#log.length}`;
    const body = { title: change, description: change };
    const ifMatch = stale ? '"stale"' : (before.headers.get("ETag") ?? "");
    const answer = await this.#kit
      .as("agent")
      .call("updateServiceRequest", { path: this.#path, body, ifMatch });
    if (stale) {
      expectProblem(answer, "CRM-SEQ-001", "precondition-failed");
      return this.#expectUnchanged(before, "agent");
    }
    expectSuccess(answer, "CRM-SEQ-001");
    expectMatch("CRM-SEQ-001", answer.body, body, "a changed request", answer);
    this.#log.push(
      { type: "fieldChange", field: "title", to: change },
      { type: "fieldChange", field: "description", to: change },
    );
    await this.#expectShown(answer, "agent");
  }

  async #read(by: Mover): Promise<Answer<ServiceRequest>> {
    const answer = await this.#kit.as(by).call("getServiceRequest", { path: this.#path });
    const { allowedTransitions, allowedActions, marks } = expectSuccess(answer, "CRM-SEQ-001");
    const whole =
      Array.isArray(allowedTransitions) && Array.isArray(allowedActions) && typeof marks === "object";
    expectThat("CRM-WIR-001", whole, "a request lacks required members", answer);
    if (by === "agent") this.#known = answer;
    return answer;
  }

  async #expectShown(answer: Answer<ServiceRequest>, by: Mover): Promise<void> {
    const read = await this.#read(by);
    expectEqual("CRM-SEQ-001", read.body, answer.body, "what is read after a write", answer, read);
    if (by !== "agent") await this.#read("agent");
  }

  async #expectUnchanged(before: Answer<ServiceRequest>, by: Mover): Promise<void> {
    const { state, title, marks, updatedAt } = (await this.#read(by)).body;
    const was = before.body;
    const then = { state: was.state, title: was.title, marks: was.marks, updatedAt: was.updatedAt };
    expectEqual(
      "CRM-SEQ-002",
      { state, title, marks, updatedAt },
      then,
      "a request after a call that was refused",
    );
    expectEqual("CRM-SEQ-002", this.#request.state, state, "the state that staff and customer see");
  }
}
