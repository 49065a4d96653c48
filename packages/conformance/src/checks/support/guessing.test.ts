import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { howToGuess } from "./guessing.js";

const steps = [0, 1, 2, 3, 4, 5];
const noise = (step: number, length: number): string =>
  createHash("sha256").update(`noise ${step}`).digest("hex").slice(0, length);
const times = steps.map((step) => (0x019ad0000000 + step * 7).toString(16).padStart(12, "0"));

describe("ids made in a row", () => {
  it.each<[string, string[]]>([
    ["plain numbers", steps.map((step) => String(41 + step))],
    ["long numbers", steps.map((step) => String(1_000_000_000_000_000 + step * 3))],
    ["numbers behind a word", steps.map((step) => `contact_${10_000 + step}`)],
    ["numbers in base64", steps.map((step) => Buffer.from(`Contact:${1_000 + step}`).toString("base64"))],
    ["milliseconds", steps.map((step) => String(1_790_000_000_000 + step * 12))],
    [
      "counters behind a time, as MongoDB makes them",
      steps.map((step) => `67f0a1b2c3d4e5f60718${(0x29aa + step).toString(16)}`),
    ],
    [
      "UUIDs of version 1",
      steps.map((step) => `${(0x6fa459ea + step * 90_000).toString(16)}-ee8a-11ef-9cd2-0242ac120002`),
    ],
    ["few signs", steps.map((step) => noise(step, 6))],
  ])("that are %s can be guessed", (_, ids) => {
    expect(howToGuess(ids)).toBeDefined();
  });

  it.each<[string, string[]]>([
    [
      "random UUIDs",
      steps.map((step) => noise(step, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")),
    ],
    [
      "UUIDs of version 7",
      times.map(
        (time, step) =>
          `${time.slice(0, 8)}-${time.slice(8)}-7000-${noise(step, 4)}-${noise(step, 16).slice(4)}`,
      ),
    ],
    ["a word and noise", steps.map((step) => `req_${noise(step, 20)}`)],
    ["a counter and noise", steps.map((step) => `${100 + step}-${noise(step, 24)}`)],
    ["noise in base64url", steps.map((step) => Buffer.from(noise(step, 32), "hex").toString("base64url"))],
  ])("that are %s cannot", (_, ids) => {
    expect(howToGuess(ids)).toBeUndefined();
  });
});
