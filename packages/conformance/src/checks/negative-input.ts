import type { Check } from "../check.js";
import { bodies } from "./bodies.js";
import { hostileInput } from "./hostile-input.js";
import { parameters } from "./parameters.js";
import { routes } from "./routes.js";

/** What must be refused, and how. */
export const negativeInput: readonly Check[] = [...routes, ...parameters, ...bodies, ...hostileInput];
