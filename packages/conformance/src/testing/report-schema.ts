import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";

const schema = JSON.parse(readFileSync(new URL("../../report.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ formats: fullFormats, allErrors: true, allowUnionTypes: true }).compile(
  schema,
);

/** What is wrong with a report by the published schema. */
export const faultsOfReport = (report: unknown): string[] =>
  validate(report)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
