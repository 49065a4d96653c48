import { html, type TemplateResult } from "lit";

const cjk = /\p{Script=Han}/u;
const hues = 6;

/**
 * Up to two characters that stand for a name. A Chinese person is called by the last two characters (王小明 → 小明),
 * a Chinese organisation by its first two (上海电力 → 上海), others by their first and last word (Ada King Lovelace → AL).
 */
export function initials(name: string, kind: "person" | "organization" = "person"): string {
  const words = name
    .trim()
    .split(/[\s·・]+/u)
    .filter(Boolean);
  const first = words[0] ?? "";
  if (cjk.test(first)) {
    const characters = Array.from(words.join(""));
    return (kind === "person" ? characters.slice(-2) : characters.slice(0, 2)).join("");
  }
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (
    [first, last]
      .map((word) => Array.from(word ?? "")[0] ?? "")
      .join("")
      .toUpperCase() || "?"
  );
}

/** A round mark with the initials, always of the same colour for the same name. */
export function avatar(name: string, kind: "person" | "organization" = "person"): TemplateResult {
  const sum = Array.from(name).reduce(
    (total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 9973,
    7,
  );
  return html`<span part="avatar" class=${`avatar ${kind} hue-${sum % hues}`} aria-hidden="true">${initials(name, kind)}</span>`;
}
