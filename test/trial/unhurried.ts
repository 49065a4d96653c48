import { setTimeout } from "node:timers/promises";
import { type Layer, onCall } from "./wrap.ts";

const momentMs = 20;

/** Writes take a moment, so that those sent at once are under way at once, however fast the machine is. */
export const unhurried: Layer = onCall({}, async ({ request }, next) => {
  if (request.method !== "GET") await setTimeout(momentMs);
  return next(request);
});
