import type { ServerResponse } from "node:http";
import type { Change } from "@portico/contract";
import { expect, it, onTestFinished } from "vitest";
import { Api } from "../core/api.js";
import { Transport } from "../core/transport.js";
import { type Arrived, backend, json, problem, until } from "../test/fault-server.js";
import type { FeedStatus } from "./connection.js";
import type { Told } from "./relay.js";
import { SharedConnection } from "./shared-connection.js";

const changeOf = (id: number): Change => ({
  specversion: "1.0",
  id: String(id),
  source: "test",
  type: "portico.serviceRequest.updated",
  subject: "s1",
  time: "2025-01-01T00:00:00Z",
  data: { resource: "serviceRequests", id: "s1" },
});

const told = (news: Partial<Told>): Told => ({
  status: "live",
  after: "",
  cursor: "",
  changes: [],
  resync: false,
  ...news,
});

const lastEventId = ({ headers }: Arrived) => headers["last-event-id"];
let groups = 0;

/** A feed that keeps what it was given, and a group of its own whose members stand for tabs. */
async function group(refuse: (request: Arrived) => number | undefined = () => undefined) {
  const log: Change[] = [];
  const open = new Set<ServerResponse>();
  const write = (response: ServerResponse, change: Change) =>
    response.write(`event: change\nid: ${change.id}\ndata: ${JSON.stringify(change)}\n\n`);
  const behind = (cursor: string | null) => log.filter(({ id }) => Number(id) > Number(cursor));

  const { baseUrl, requests } = await backend((request, response) => {
    const status = refuse(request);
    if (status) return problem(response, status, status === 410 ? "cursor-expired" : "forbidden");
    if (!request.path.endsWith("/stream")) {
      const data = behind(request.query.get("after"));
      return json(response, { data, page: { nextCursor: data.at(-1)?.id ?? "0", hasMore: false } });
    }
    const cursor = String(lastEventId(request) ?? log.at(-1)?.id ?? "0");
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(`event: ready\nid: ${cursor}\ndata: {}\n\n`);
    for (const change of behind(cursor)) write(response, change);
    open.add(response);
    response.on("close", () => open.delete(response));
  });
  groups += 1;
  const name = `test-${groups}`;

  const join = (heartbeat = 2000) => {
    const leaving = new AbortController();
    const ids: string[] = [];
    const statuses: FeedStatus[] = [];
    const member = { ids, statuses, resyncs: 0, outcome: "", leave: () => leaving.abort() };
    const sink = {
      change: ({ id }: Change) => ids.push(id),
      status: (status: FeedStatus) => statuses.push(status),
      resync: () => {
        member.resyncs += 1;
      },
    };
    const api = new Api(new Transport({ baseUrl, heartbeat, retry: { limit: 0 } }));
    new SharedConnection(api, sink, name, leaving.signal).run().then(
      () => {
        member.outcome = "over";
      },
      (error) => {
        member.outcome = error.code;
      },
    );
    onTestFinished(member.leave);
    return member;
  };
  const happen = (id: number) => {
    log.push(changeOf(id));
    for (const response of open) write(response, changeOf(id));
  };
  /** Holds the lock as another tab would, and speaks as the test says. */
  const leader = async () => {
    const channel = new BroadcastChannel(name);
    let release: () => void = () => undefined;
    await new Promise<void>((granted) => {
      navigator.locks
        .request(name, () => {
          granted();
          return new Promise<void>((resolve) => {
            release = resolve;
          });
        })
        .catch(() => undefined);
    });
    onTestFinished(() => {
      channel.close();
      release();
    });
    return { say: (news: Partial<Told>) => channel.postMessage(told(news)) };
  };
  const streams = () => requests.filter(({ path }) => path.endsWith("/stream"));
  return { join, happen, leader, log, requests, streams, open };
}

const isLive = ({ statuses }: { statuses: FeedStatus[] }) => statuses.at(-1) === "live";

it("one member holds the stream, and each gets every change once", async () => {
  const { join, happen, requests } = await group();
  const members = [join(), join(), join()];
  await until(() => members.every(isLive));
  for (let id = 1; id <= 20; id++) happen(id);
  const all = Array.from({ length: 20 }, (_, index) => String(index + 1));
  await until(() => members.every(({ ids }) => ids.length === 20));
  expect(members.map(({ ids }) => ids)).toEqual([all, all, all]);
  expect(requests).toHaveLength(1);
});

it("when the one that leads leaves, the next goes on after what it has heard", async () => {
  const { join, happen, streams, open } = await group();
  const first = join();
  await until(() => isLive(first));
  const second = join();
  const third = join();
  await until(() => isLive(second) && isLive(third));
  happen(1);
  await until(() => second.ids.length === 1 && third.ids.length === 1);
  first.leave();
  await until(() => open.size === 0 || streams().length === 2);
  happen(2);
  await until(() => streams().length === 2);
  happen(3);
  await until(() => second.ids.length === 3 && third.ids.length === 3);
  expect(second.ids).toEqual(["1", "2", "3"]);
  expect(third.ids).toEqual(["1", "2", "3"]);
  expect(first.ids).toEqual(["1"]);
  expect(streams().map(lastEventId)).toEqual([undefined, "1"]);
});

it("who has missed something reads it, before what comes after it", async () => {
  const { join, leader, log } = await group();
  const { say } = await leader();
  const member = join();
  say({ after: "0", cursor: "1", changes: [changeOf(1)] });
  log.push(changeOf(1), changeOf(2), changeOf(3));
  say({ after: "3", cursor: "4", changes: [changeOf(4)] });
  say({ after: "4", cursor: "5", changes: [changeOf(5)] });
  await until(() => member.ids.length === 5);
  expect(member.ids).toEqual(["1", "2", "3", "4", "5"]);
  expect(member.resyncs).toBe(0);
});

it("who has missed what the backend no longer has reads everything again", async () => {
  const { join, leader } = await group(({ path }) => (path.endsWith("/changes") ? 410 : undefined));
  const { say } = await leader();
  const member = join();
  say({ after: "0", cursor: "1" });
  say({ after: "8", cursor: "9", changes: [changeOf(9)] });
  await until(() => member.ids.length === 1);
  expect(member.resyncs).toBe(1);
});

it("what the leader may have missed, all may have missed", async () => {
  const { join, leader } = await group();
  const { say } = await leader();
  const member = join();
  say({ after: "1", cursor: "" });
  say({ resync: true });
  say({ after: "", cursor: "9", changes: [] });
  say({ after: "9", cursor: "10", changes: [changeOf(10)] });
  await until(() => member.ids.length === 1);
  expect(member.resyncs).toBe(1);
});

it("a leader that does not answer is replaced", async () => {
  const { join, happen, leader, streams } = await group();
  const { say } = await leader();
  const members = [join(100), join(100)];
  say({ after: "0", cursor: "7" });
  await until(() => streams().some((request) => !request.gone) && members.every(isLive));
  expect(lastEventId(streams()[0] as Arrived)).toBe("7");
  happen(8);
  await until(() => members.every(({ ids }) => ids.includes("8")));
});

it("one that is refused leaves the others to the backend's word on them", async () => {
  const { join, streams } = await group(() => (streams().length === 1 ? 403 : undefined));
  const first = join();
  await until(() => first.outcome !== "");
  expect(first.outcome).toBe("forbidden");
  const second = join();
  await until(() => isLive(second));
  expect(second.outcome).toBe("");
});
