import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export interface Cost {
  /** Median microseconds of a call. */
  readonly micros: number;
  /** Against the others of the same round, so that whatever else the machine does slows all alike. */
  ratioTo(other: Cost): number;
}

class Rounds implements Cost {
  readonly each: number[] = [];

  get micros(): number {
    return median(this.each);
  }

  ratioTo(other: Cost): number {
    return other instanceof Rounds
      ? median(this.each.map((micros, round) => micros / (other.each[round] ?? Number.NaN)))
      : Number.NaN;
  }
}

/** Microseconds since some moment: of the clock, or of work done by this process, which other processes do not stretch. */
export type Watch = () => number;

export const clock: Watch = () => performance.now() * 1000;

export const processor: Watch = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

export interface Effort {
  /** Calls of each before anything is measured. */
  readonly warmUp: number;
  readonly rounds: number;
  readonly perRound: number;
  readonly watch: Watch;
}

/** Runs all in turn, round by round, one call after the other. */
export async function measureTime(
  calls: readonly (() => Promise<unknown>)[],
  { warmUp, rounds, perRound, watch }: Effort,
): Promise<Cost[]> {
  const costs = calls.map(() => new Rounds());
  const run = async (call: () => Promise<unknown>, times: number) => {
    const start = watch();
    for (let index = 0; index < times; index++) await call();
    return (watch() - start) / times;
  };
  for (const call of calls) await run(call, warmUp);
  for (let round = 0; round < rounds; round++) {
    for (const [index, call] of calls.entries()) costs[index]?.each.push(await run(call, perRound));
  }
  return costs;
}

const samples = 40;
/** Few enough that no collection falls between the two looks at the heap. */
const callsPerSample = 10;

/** Median bytes that a call puts on the heap, garbage included. */
export async function measureAllocation(call: () => Promise<unknown>): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collectGarbage: (options: { type: "minor" }) => void = runInNewContext("gc");
  const taken: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    // Empties the place where new objects go, which is all that is needed, and all that is quick.
    collectGarbage({ type: "minor" });
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < callsPerSample; index++) await call();
    taken.push((process.memoryUsage().heapUsed - before) / callsPerSample);
  }
  return median(taken);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
