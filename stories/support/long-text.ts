const endless = "Rinderkennzeichnungsfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";

/** Prose, as opposed to ids, codes, dates and numbers: it has a space within or a Chinese character. */
const prose = /\S \S|\p{Script=Han}/u;

/** The same payload with every text twice as long and ending in a word that no line can hold. */
export function lengthen<Value>(value: Value): Value {
  return lengthened(value) as Value;
}

function lengthened(value: unknown): unknown {
  if (typeof value === "string") return prose.test(value) ? `${value}, ${value} ${endless}` : value;
  if (Array.isArray(value)) return value.map(lengthened);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, lengthened(member)]));
}
