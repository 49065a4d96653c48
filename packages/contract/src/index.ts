export type * from "./generated/models.js";
export * from "./operations.js";
export * from "./problems.js";
