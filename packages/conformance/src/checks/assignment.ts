import type { AssignmentInput } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectPointer, expectProblem, expectSuccess } from "../expect.js";
import type { Kit } from "../kit.js";
import { requestOffering } from "./support/actions.js";
import { expectUnchanged, readLog, readRequest, snapshot } from "./support/requests.js";

const operations = ["createServiceRequest", "assignServiceRequest", "listEntries"] as const;

export const assignment: readonly Check[] = [
  {
    id: "assignment/shown-and-logged",
    title: "An assignment, and the next, show the new handler and are logged.",
    requirements: ["CRM-SR-017"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const { id } = await requestOffering(kit, kit.as("agent"), "assign");
      const handlers = handlersIn(kit);
      for (const handlerId of handlers) {
        const answer = await assign(kit, id, { handlerId });
        const { handler } = expectSuccess(answer, "CRM-SR-017");
        expectEqual("CRM-SR-017", handler?.id, handlerId, "the handler in the answer", answer);
        const read = await readRequest(kit.as("agent"), id);
        expectEqual("CRM-SR-017", read.handler?.id, handlerId, "the handler that is read");
      }
      const logged = (await readLog(kit.as("agent"), id)).filter(({ type }) => type === "assignment");
      expectEqual("CRM-SR-017", logged.length, handlers.length, "the number of assignments in the log");
    },
  },
  {
    id: "assignment/to-nobody-known",
    title: "An assignment to a person or a unit that does not exist is refused with a pointer.",
    requirements: ["CRM-SR-018"],
    operations,
    callers: ["agent", "customerA"],
    writes: true,
    async run(kit) {
      const { id } = await requestOffering(kit, kit.as("agent"), "assign");
      const before = await snapshot(kit, id);
      const [known] = handlersIn(kit);
      for (const member of ["handlerId", "unitId"] as const) {
        const nobody = kit.unknownId(member === "handlerId" ? known : kit.as("agent").me.unitId);
        const answer = await assign(kit, id, { [member]: nobody });
        const problem = expectProblem(answer, "CRM-SR-018", "validation-failed");
        expectPointer(answer, problem, "CRM-SR-018", `/${member}`);
      }
      await expectUnchanged(kit, before, "CRM-SR-018", "refused assignments");
    },
  },
];

const assign = (kit: Kit, id: string, body: AssignmentInput) =>
  kit.as("agent").call("assignServiceRequest", { path: { id }, body });

/** The staff that the kit can call as. */
function handlersIn(kit: Kit): string[] {
  const names = (["agent", "manager"] as const).filter((name) => kit.session.tokens[name] !== undefined);
  const ids = names.flatMap((name) => kit.as(name).me.id ?? []);
  if (ids.length === 0) kit.notTestable("`/v1/me` gives the agent no id to assign to");
  return ids;
}
