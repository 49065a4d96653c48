import type { Check } from "../check.js";
import { expectEqual, expectProblem, expectThat } from "../expect.js";
import { EventStream } from "../http/event-stream.js";
import {
  awaitTold,
  changesAfter,
  cursorNow,
  idsOf,
  openReady,
  quietCustomer,
  toldBy,
} from "./support/feed.js";

const streaming = {
  operations: ["streamChanges", "listChanges", "createCustomer", "createServiceRequest", "createEntry"],
  writes: true,
} as const;

/** Longest silence of a stream that the contract allows, and what the network may add, in milliseconds. */
const silenceMs = 20_000;
const toleranceMs = 1500;

/** The feed as it is streamed. */
export const changeStream: readonly Check[] = [
  {
    id: "change-stream/begins-with-ready",
    title: "A stream begins with `ready` and the cursor of now, and is not stored.",
    requirements: ["CRM-CH-011", "CRM-CH-021"],
    operations: ["streamChanges", "listChanges"],
    writes: false,
    async run(kit) {
      const agent = kit.as("agent");
      await using stream = await openReady(agent, { requirement: "CRM-CH-011" });
      const type = stream.response.headers.get("Content-Type") ?? "";
      expectThat(
        "CRM-CH-021",
        /^text\/event-stream\b/i.test(type),
        `a stream is ${type || "of no media type"}`,
      );
      const cache = stream.response.headers.get("Cache-Control") ?? "";
      expectThat(
        "CRM-CH-021",
        cache.includes("no-store"),
        `\`Cache-Control\` of a stream is ${cache || "absent"}`,
      );
      const after = stream.events[0]?.id ?? "";
      const answer = await agent.call("listChanges", { query: { after } });
      expectThat("CRM-CH-011", answer.status === 200, "the id of `ready` is no cursor of the feed", answer);
    },
  },
  {
    id: "change-stream/tells-what-the-feed-tells",
    title: "A stream tells at once what the feed tells, with the same ids.",
    requirements: ["CRM-CH-012"],
    ...streaming,
    async run(kit) {
      const agent = kit.as("agent");
      const customerId = await quietCustomer(kit);
      const after = await cursorNow(agent);
      await using stream = await openReady(agent, { query: { customerId }, requirement: "CRM-CH-012" });
      const request = await kit.make.request(agent, { customerId });
      const entry = await kit.make.entry(agent, request.id);
      await awaitTold(stream, [request.id, entry.id], "CRM-CH-012");
      const { changes } = await changesAfter(agent, after, { customerId });
      const told = toldBy(stream);
      expectEqual(
        "CRM-CH-012",
        idsOf(told),
        idsOf(changes.slice(0, told.length)),
        "the ids that the stream tells",
      );
      const named = stream.changes.map(({ id }) => id);
      expectEqual("CRM-CH-012", named, idsOf(told), "`id:` of the stream's events");
    },
  },
  {
    id: "change-stream/resumes",
    title: "A stream resumed by `Last-Event-ID` goes on after it, without a gap; it wins over `after`.",
    requirements: ["CRM-CH-013", "CRM-CH-014"],
    ...streaming,
    async run(kit) {
      const agent = kit.as("agent");
      const customerId = await quietCustomer(kit);
      const after = await cursorNow(agent);
      const request = await kit.make.request(agent, { customerId });
      const entries: string[] = [];
      for (let i = 0; i < 3; i += 1) entries.push((await kit.make.entry(agent, request.id)).id);
      const { changes } = await changesAfter(agent, after, { customerId });
      const cut = changes.findIndex(({ data }) => data.id === entries[0]);
      const rest = changes.slice(cut + 1);
      const lastEventId = changes[cut]?.id;
      if (lastEventId === undefined) return kit.notTestable("the feed did not tell of the entries");

      const resumed = async (requirement: "CRM-CH-013" | "CRM-CH-014", query: { after?: string }) => {
        await using stream = await EventStream.open(agent, {
          query: { customerId, ...query },
          lastEventId,
          requirement,
        });
        await awaitTold(stream, entries.slice(1), requirement);
        const told = idsOf(toldBy(stream));
        expectEqual(
          requirement,
          told,
          idsOf(rest.slice(0, told.length)),
          "what a resumed stream tells first",
        );
      };
      await resumed("CRM-CH-013", {});
      await resumed("CRM-CH-014", { after: changes.at(-1)?.id ?? "" });
    },
  },
  {
    id: "change-stream/filters",
    title: "`subject`, `customerId` and `resource` filter the stream.",
    requirements: ["CRM-CH-016"],
    ...streaming,
    async run(kit) {
      const agent = kit.as("agent");
      const customerId = await quietCustomer(kit);
      const request = await kit.make.request(agent, { customerId });
      const sibling = await kit.make.request(agent, { customerId });
      const stranger = await kit.make.request(agent, { customerId: await quietCustomer(kit) });
      const open = (query: { subject?: string; customerId?: string; resource?: string }) =>
        openReady(agent, { query, requirement: "CRM-CH-016" });
      await using ofSubject = await open({ subject: request.id });
      await using ofCustomer = await open({ customerId });
      await using ofEntries = await open({ customerId, resource: "entries" });

      const elsewhere = await kit.make.entry(agent, stranger.id);
      const beside = await kit.make.entry(agent, sibling.id);
      await kit.make.move(request, "resolved");
      const last = await kit.make.entry(agent, request.id, { type: "comment", visibility: "internal" });
      for (const stream of [ofSubject, ofCustomer, ofEntries])
        await awaitTold(stream, [last.id], "CRM-CH-016");

      const tells = (stream: EventStream, id: string) => toldBy(stream).some(({ data }) => data.id === id);
      expectThat(
        "CRM-CH-016",
        !tells(ofSubject, beside.id),
        "filtered by `subject`, the stream tells of another request",
      );
      expectThat(
        "CRM-CH-016",
        !tells(ofCustomer, elsewhere.id),
        "filtered by `customerId`, the stream tells of another customer",
      );
      expectThat(
        "CRM-CH-016",
        tells(ofCustomer, beside.id),
        "filtered by `customerId`, the stream leaves out a request of theirs",
      );
      const kinds = [...new Set(toldBy(ofEntries).map(({ data }) => data.resource))];
      expectEqual("CRM-CH-016", kinds, ["entries"], "what the stream filtered by `resource` tells of");
    },
  },
  {
    id: "change-stream/made-up-cursors-are-refused",
    title: "A stream does not start at a cursor that was made up.",
    requirements: ["CRM-CH-008"],
    operations: ["streamChanges"],
    writes: false,
    async run(kit) {
      for (const headers of [{ "Last-Event-ID": "made-up" }, {}]) {
        const target = `/v1/changes/stream${"Last-Event-ID" in headers ? "" : "?after=made-up"}`;
        const abort = AbortSignal.timeout(5000);
        const response = await kit.as("agent").open(target, headers, abort);
        const opened = response.status === 200;
        await response.body?.cancel();
        expectThat(
          "CRM-CH-008",
          !opened,
          `a stream ${"Last-Event-ID" in headers ? "by `Last-Event-ID`" : "by `after`"} starts at a made-up cursor`,
        );
        if (!opened)
          expectProblem(
            await kit.as("agent").send({ method: "GET", target, headers }),
            "CRM-CH-008",
            "invalid-cursor",
          );
      }
    },
  },
  {
    id: "change-stream/never-silent",
    title: "A stream on which nothing happens shows a sign of life every 20 seconds.",
    requirements: ["CRM-CH-015"],
    operations: ["streamChanges", "createCustomer"],
    writes: true,
    inBackground: true,
    async run(kit) {
      const customerId = await quietCustomer(kit);
      await using stream = await openReady(kit.as("agent"), {
        query: { customerId },
        requirement: "CRM-CH-015",
      });
      const begun = stream.lastSign;
      await stream.until(() => stream.lastSign > begun, silenceMs + toleranceMs);
      const silent = stream.lastSign === begun;
      const end = stream.ended ? "ended by itself" : "was silent for more than 20 s";
      expectThat("CRM-CH-015", !silent, `a stream ${end}`);
    },
  },
];
