import type { ServerResponse } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { Api } from "../core/api.js";
import { Transport } from "../core/transport.js";
import { backend, until } from "../test/fault-server.js";
import { changes } from "./changes.js";
import type { FeedStatus } from "./connection.js";

it("the code that follows the feed is asked for again when the network kept it back", async () => {
  const { baseUrl, requests } = await backend((_, response: ServerResponse) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("event: ready\nid: 0\ndata: {}\n\n");
  });
  let attempts = 0;
  const feed = changes(new Api(new Transport({ baseUrl })), () => {
    attempts += 1;
    return attempts === 1 ? Promise.reject(new TypeError("Failed to fetch")) : import("./subscription.js");
  });
  const statuses: FeedStatus[] = [];
  const codes: (string | undefined)[] = [];
  let resyncs = 0;
  onTestFinished(
    feed.subscribe({}, () => undefined, {
      onStatus: (status, error) => {
        statuses.push(status);
        codes.push(error?.code);
      },
      onResync: () => {
        resyncs += 1;
      },
    }),
  );
  await until(() => statuses.includes("live"));
  expect(statuses).toEqual(["reconnecting", "connecting", "live"]);
  expect(codes[0]).toBe("connection");
  expect(resyncs).toBe(1);
  expect(requests).toHaveLength(1);
});
