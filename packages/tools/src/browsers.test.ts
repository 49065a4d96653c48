import { describe, expect, it } from "vitest";
import { chromiumArgs, findChromium, findFirefox } from "./browsers.ts";

describe("findChromium", () => {
  it("takes the program named in the environment before any other", () => {
    expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
    expect(findChromium({ CHROME_PATH: process.execPath })).toBe(process.execPath);
  });

  it("refuses a named program that cannot be run instead of quietly taking another", () => {
    expect(() => findChromium({ CHROMIUM_PATH: "/nowhere/chromium" })).toThrow("/nowhere/chromium");
    expect(() => findFirefox({ FIREFOX_PATH: "/nowhere/firefox" })).toThrow("/nowhere/firefox");
  });
});

it("gives up the sandbox only for root", () => {
  expect(chromiumArgs.includes("--no-sandbox")).toBe(process.getuid?.() === 0);
});
