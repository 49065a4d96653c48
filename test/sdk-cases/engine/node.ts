import { App } from "./app.ts";
import type { Case, Observed, World } from "./case.ts";

/** Runs the app of a case in this process. */
export const inNode = (script: Case, world: World): Promise<Observed> => App.run(script, world);
