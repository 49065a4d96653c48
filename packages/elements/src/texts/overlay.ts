type Group = Readonly<Record<string, unknown>>;

/** A text, or a function that makes one, is one wording; several under keys are a group. */
export const isGroup = (text: unknown): text is Group => typeof text === "object" && !Array.isArray(text);

/** Lays a host's words over the texts of one catalogue; keys that are not in it belong to another of the element. */
export function overlay<Texts extends object>(texts: Texts, words: Group): Texts {
  const known = Object.entries(words).filter(([key]) => Object.hasOwn(texts, key));
  return merge(texts as Group, Object.fromEntries(known)) as Texts;
}

function merge(texts: Group, words: Group): Group {
  const laid = Object.entries(words).map(([key, word]) => [key, put(texts[key], word)]);
  return { ...texts, ...Object.fromEntries(laid) };
}

/** What does not fit would break the drawing: the text stays. */
function put(text: unknown, word: unknown): unknown {
  if (text === undefined) return word;
  if (isGroup(text)) return isGroup(word) ? merge(text, word) : text;
  if (typeof text === "function") return typeof word === "string" ? () => word : word;
  return isGroup(word) ? text : word;
}
