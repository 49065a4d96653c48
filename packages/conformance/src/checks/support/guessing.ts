/** Bits that a guesser must not get through. */
const safeBits = 40;

/**
 * How ids made in a row, or listed together, give one another away; undefined when they do not. What they all begin and
 * end with hides nothing, so the rest is looked at as a number.
 */
export function howToGuess(ids: readonly string[]): string | undefined {
  const texts = ids.map(inClear);
  const varying = withoutCommonEnds(texts);
  const base = baseOf(varying);
  const longest = Math.max(...varying.map(({ length }) => length));
  if (longest * Math.log2(base) < safeBits)
    return `they differ in no more than ${longest} signs out of ${base}`;
  const numbers = varying.map((text) => toNumber(text, base)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const gaps = numbers.slice(1).map((number, i) => number - (numbers[i] ?? 0n));
  const near = gaps.filter((gap) => gap < 2n ** 32n).length;
  if (near * 2 > gaps.length) return "most of them are close neighbours as numbers";
  if (gaps.every((gap) => gap === gaps[0])) return "they are all equally far apart";
  return undefined;
}

/** Global ids such as `Q29udGFjdDo0Mg==` are plain text in base64. */
function inClear(id: string): string {
  const decoded = Buffer.from(id, "base64").toString("latin1");
  const isText = id.length >= 6 && /^[\w:/. -]+$/.test(decoded) && /\d/.test(decoded);
  return (isText ? decoded : id).replaceAll(/[^0-9A-Za-z]/g, "");
}

function withoutCommonEnds(texts: readonly string[]): string[] {
  const common = (all: readonly string[]): number => {
    const [first = ""] = all;
    let length = 0;
    while (length < first.length && all.every((text) => text[length] === first[length])) length += 1;
    return length;
  };
  const rest = texts.map((text) => text.slice(common(texts)));
  const tail = common(rest.map((text) => [...text].reverse().join("")));
  return rest.map((text) => text.slice(0, text.length - tail));
}

function baseOf(texts: readonly string[]): number {
  const all = texts.join("");
  if (/^\d*$/.test(all)) return 10;
  if (/^[\da-f]*$/.test(all) || /^[\dA-F]*$/.test(all)) return 16;
  return /[a-z]/.test(all) && /[A-Z]/.test(all) ? 62 : 36;
}

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

function toNumber(text: string, base: number): bigint {
  const signs = base === 62 ? text : text.toLowerCase();
  return [...signs].reduce((sum, sign) => sum * BigInt(base) + BigInt(alphabet.indexOf(sign)), 0n);
}
