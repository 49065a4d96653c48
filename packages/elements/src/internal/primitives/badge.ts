import { html, type TemplateResult } from "lit";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** A short word in a quiet tone. The word must do without the colour. */
export function badge(label: unknown, tone: Tone = "neutral"): TemplateResult {
  return html`<span part="badge" class=${`badge ${tone}`}>${label}</span>`;
}
