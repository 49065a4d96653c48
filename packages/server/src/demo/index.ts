export { generateApart } from "./generate-apart.js";
export { type DemoPeople, demoPeople, isDemoIndustry } from "./people.js";
export { seedDemo } from "./seed.js";
