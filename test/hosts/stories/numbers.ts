import { shown, visibleTexts } from "./elements.ts";

/** Numbers, telephone numbers, references and addresses of mail: they read from left to right in every language. */
const leftToRight = /[A-Z]+-[\d-]+|\+?\d[\d .,:()*%-]*\d%?|[\w.*]+@[\w.]+/g;

/** Those that are not drawn as they are written, because the text around has turned them about. */
export function reversed(): string[] {
  return shown().flatMap((one) =>
    visibleTexts(one).flatMap((text) =>
      [...text.data.matchAll(leftToRight)]
        .filter(({ 0: run, index }) => !ascends(text, index, run.length))
        .map(({ 0: run }) => `${one.story} ${run} in ${text.data.trim()}`),
    ),
  );
}

function ascends(text: Text, from: number, length: number): boolean {
  const range = document.createRange();
  let line = Number.NaN;
  let last = 0;
  for (let at = from; at < from + length; at++) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const { left, top } = range.getBoundingClientRect();
    if (top === line && left < last) return false;
    line = top;
    last = left;
  }
  return true;
}
