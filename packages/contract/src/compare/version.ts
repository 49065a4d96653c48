/** By semantic versioning, where before 1.0.0 a minor version takes the place of a major one. */
export function compareVersions(a: string, b: string): number {
  const [before, after] = [numbersOf(a), numbersOf(b)];
  const place = before.findIndex((number, index) => number !== after[index]);
  return place === -1 ? 0 : (before[place] ?? 0) - (after[place] ?? 0);
}

/** Whether a document of the version `current` may break with one of the version `released`. */
export function mayBreak(released: string, current: string): boolean {
  const [major = 0, minor = 0] = numbersOf(released);
  const [newMajor = 0, newMinor = 0] = numbersOf(current);
  return newMajor > major || (major === 0 && newMajor === 0 && newMinor > minor);
}

/** @throws RangeError when the version is not three numbers: nothing else is ever released. */
function numbersOf(version: string): number[] {
  const match = /^(\d+)\.(\d+)\.(\d+)$/.exec(version);
  if (match === null) throw new RangeError(`${version} is not a version such as 1.0.0`);
  return match.slice(1).map(Number);
}
