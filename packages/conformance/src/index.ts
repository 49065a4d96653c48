export { type Check, type Observer, type Outcome, outcomes, type Stage, stages } from "./check.js";
export { catalogue, observers } from "./checks/index.js";
export { CannotRun } from "./reach.js";
export type * from "./report/report.js";
export { type Progress, type RunOptions, runConformance } from "./run.js";
export { type Level, levels, type Mode, modes, type Tokens } from "./session.js";
