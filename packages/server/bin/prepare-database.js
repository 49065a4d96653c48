// A step of the build: lays down the empty database that new data folders begin with, once for each version.
import { existsSync } from "node:fs";
import { templateFile, writeTemplate } from "../dist/stores/postgres/template.js";

if (!existsSync(templateFile())) {
  console.log("Preparing the empty database that new data folders begin with.");
  await writeTemplate();
}
