import { everyElement } from "./every-element.js";
import { lifecycleSuite } from "./lifecycle-suite.js";

await everyElement(lifecycleSuite);
