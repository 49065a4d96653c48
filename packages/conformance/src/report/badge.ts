import { makeBadge } from "badge-maker";
import { capital } from "../verdict.js";
import type { Report } from "./report.js";

const colours = { gold: "#8a6100", silver: "#5c6670", bronze: "#8f4e1a" } as const;

/** The level reached, as an SVG for a README. White on each of its colours has a contrast of 4.5 or more. */
export function toBadge({ verdict, run }: Report): string {
  const { reached, conforms } = verdict;
  const failed = conforms ? "no level" : "not conforming";
  const message =
    reached === null ? failed : `${capital(reached)}${run.mode === "certify" ? "" : " (not certified)"}`;
  const color = reached === null ? (conforms ? "#5c6670" : "#b3261e") : colours[reached];
  return makeBadge({ label: "Portico", message, color, labelColor: "#33373b" });
}
