import { decode, readBytes, UnreadableFileError } from "../source-file.js";

/** The records of a GeoReport v2 request list: a JSON array of objects, not yet looked at one by one. */
export async function readRequestList(file: string): Promise<unknown[]> {
  const list = parse(file, decode(file, await readBytes(file)));
  if (!Array.isArray(list))
    throw new UnreadableFileError(
      `${file} holds no GeoReport v2 request list: that is a JSON array of requests.`,
    );
  return list;
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const before = text.slice(0, faultOffset(text)).split(/\r\n|\r|\n/);
    const place = `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
    const reason = text.trim() === "" ? "the file is empty" : reasonOf(error);
    throw new UnreadableFileError(`${file} is not JSON: ${place}: ${reason}`);
  }
}

/**
 * Where the parser stumbles, which it does not always tell: a text cut off before that place merely ends too early,
 * a longer one is wrong. Found by halving.
 */
function faultOffset(text: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endsTooEarly(text.slice(0, middle + 1))) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endsTooEarly(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = String(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    return /Unexpected end|Unterminated/.test(message) || Number(position) === text.length;
  }
}

/** The parser's words without its own account of the place. */
const reasonOf = (error: unknown): string =>
  String(error).replace(/^\w+: |, (\.\.\.)?".*$| in JSON at position.*$/gs, "");
