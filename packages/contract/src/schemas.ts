/** Tolerant zod/mini schemas of every payload, one export each. An entry of its own: not every client wants zod. */
export * from "./generated/schemas.js";
