import { everyElement } from "./every-element.js";
import { layoutSuite } from "./layout-suite.js";

await everyElement(layoutSuite);
