import { parentPort } from "node:worker_threads";
import { batchesOf } from "./batches.js";
import { generateWorld } from "./generate.js";

for (const batch of batchesOf(generateWorld(new Date()))) parentPort?.postMessage(batch);
