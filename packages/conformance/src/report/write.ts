import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toBadge } from "./badge.js";
import { toHtml } from "./html.js";
import { toJUnit } from "./junit.js";
import type { Report } from "./report.js";

export const reportFile = (folder: string): string => join(folder, "report.json");

/** Writes a report in every form: JSON, JUnit, a page and a badge. */
export async function writeReports(report: Report, folder: string): Promise<void> {
  await Promise.all([
    writeFile(reportFile(folder), `${JSON.stringify(report, null, 2)}\n`),
    writeFile(join(folder, "junit.xml"), toJUnit(report)),
    writeFile(join(folder, "report.html"), toHtml(report)),
    writeFile(join(folder, "badge.svg"), toBadge(report)),
  ]);
}
