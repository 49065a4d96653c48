import { inflateSync } from "node:zlib";
import type { Page } from "playwright-core";

/** A rectangle of the viewport, in CSS pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Red, green and blue, each from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** The pixels of an area as they are painted, row by row, as far as the area is within the viewport. */
export async function photograph(page: Page, area: Area): Promise<readonly Colour[]> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const x = Math.max(0, Math.floor(area.x));
  const y = Math.max(0, Math.floor(area.y));
  const clip = {
    x,
    y,
    width: Math.min(width, Math.ceil(area.x + area.width)) - x,
    height: Math.min(height, Math.ceil(area.y + area.height)) - y,
  };
  return decode(await page.screenshot({ clip }));
}

/** The contrast of two colours, from 1 to 21, as WCAG defines it. */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The contrast of the ground, which is the most frequent colour, with what stands out from it most. */
export function contrastWithin(pixels: readonly Colour[]): number {
  const counts = new Map<string, { colour: Colour; count: number }>();
  for (const colour of pixels) {
    const key = colour.join(" ");
    counts.set(key, { colour, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [ground, ...others] = [...counts.values()].sort((a, b) => b.count - a.count);
  return ground ? Math.max(1, ...others.map(({ colour }) => contrast(colour, ground.colour))) : 1;
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The pixels of a PNG of eight bits a channel that is not interlaced, as Chromium makes them. */
function decode(png: Buffer): Colour[] {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  const data = inflateSync(Buffer.concat(chunks(png, "IDAT")));
  const length = width * channels;
  const colours: Colour[] = [];
  let above: Uint8Array = new Uint8Array(length);
  for (let row = 0; row < height; row++) {
    const start = row * (length + 1);
    const line = data.subarray(start + 1, start + 1 + length);
    unfilter(line, above, data[start] ?? 0, channels);
    for (let at = 0; at < length; at += channels)
      colours.push([line[at] ?? 0, line[at + 1] ?? 0, line[at + 2] ?? 0]);
    above = line;
  }
  return colours;
}

function chunks(png: Buffer, type: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === type) found.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}

/** Undoes a line's filter in place (PNG, 9.2). */
function unfilter(line: Uint8Array, above: Uint8Array, filter: number, channels: number): void {
  for (let at = 0; at < line.length; at++) {
    const left = line[at - channels] ?? 0;
    const up = above[at] ?? 0;
    const corner = above[at - channels] ?? 0;
    const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
    line[at] = (line[at] ?? 0) + (guesses[filter] ?? 0);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
