import { everyElement } from "./every-element.js";
import { statesSuite } from "./states-suite.js";

await everyElement(statesSuite);
