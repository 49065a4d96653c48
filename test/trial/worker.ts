import { parentPort, workerData } from "node:worker_threads";
import { defects } from "./defects/index.ts";
import { type Trying, tryDefect } from "./try-defect.ts";

// Tries one backend after another, as it is told: a defect by its name, or the sound one for null.
parentPort?.on("message", async (name: string | null) => {
  const defect = name === null ? null : (defects.find((known) => known.name === name) ?? null);
  parentPort?.postMessage(await tryDefect(defect, workerData as Trying));
});
