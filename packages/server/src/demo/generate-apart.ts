import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { Batch } from "./batches.js";

/** Starts to make the demo in a thread of its own: a database can be opened and filled meanwhile. */
export function generateApart(): AsyncIterable<Batch> {
  const worker = new Worker(new URL("./generate-worker.js", import.meta.url));
  return batchesFrom(on(worker, "message", { close: ["exit"] }));
}

async function* batchesFrom(messages: AsyncIterable<unknown[]>): AsyncGenerator<Batch> {
  for await (const [batch] of messages) yield batch as Batch;
}
