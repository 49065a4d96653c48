import { inner, isSeen, place, type Shown, shown, visibleTexts } from "./elements.ts";

const textContrast = 4.5;
/** Of outlines, drawings and the focus ring: WCAG success criterion 1.4.11. */
const shapeContrast = 3;

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Texts that cannot be read, controls without an outline and drawings that cannot be seen, in the colours in force. */
export function colours(): string[] {
  return shown().flatMap((one) =>
    [...faintTexts(one), ...bareControls(one), ...faintShapes(one)].map((fault) => `${one.story} ${fault}`),
  );
}

/** Controls that do not show that the keyboard is on them. */
export function focusRings(): string[] {
  return shown().flatMap((one) =>
    inner(one)
      .filter((element): element is HTMLElement =>
        element.matches("button, a[href], input, select, textarea, summary"),
      )
      .filter((element) => isSeen(element) && !isDisabled(element))
      .filter((control) => !hasRing(control))
      .map((control) => `${one.story} ${place(control)}`),
  );
}

/** On the control itself, on the label that stands for it, or on a layer over the row that it opens. */
function hasRing(control: HTMLElement): boolean {
  control.focus({ focusVisible: true } as FocusOptions);
  const label = control.closest("label");
  const outlines = [
    { of: control, style: getComputedStyle(control) },
    { of: control, style: getComputedStyle(control, "::after") },
    ...(label ? [{ of: label, style: getComputedStyle(label) }] : []),
  ];
  const ring = outlines.find(
    ({ style: { outlineStyle, outlineWidth, opacity } }) =>
      outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && opacity !== "0",
  );
  return (
    ring !== undefined && contrast(read(ring.style.outlineColor), ground(around(ring.of))) >= shapeContrast
  );
}

const around = (element: Element): Element => element.parentElement ?? element;

function faintTexts(one: Shown): string[] {
  return visibleTexts(one).flatMap((text) => {
    const parent = text.parentElement ?? one.base;
    const found = contrast(read(getComputedStyle(parent).color), ground(parent));
    return found >= textContrast || isDisabled(parent) ? [] : [`text ${place(parent)} ${found.toFixed(2)}`];
  });
}

function bareControls(one: Shown): string[] {
  return inner(one)
    .filter((element) =>
      element.matches(".button:not(.quiet), input:not([type=file]), select, textarea, .cell, .choice"),
    )
    .filter((element) => isSeen(element) && !isDisabled(element) && getComputedStyle(element).opacity !== "0")
    .filter((element) => !isOutlined(element))
    .map((element) => `outline ${place(element)}`);
}

/** Check boxes and the like draw their own outline. */
function isOutlined(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.appearance !== "none" && element.matches("[type=checkbox], [type=radio]")) return true;
  const behind = ground(around(element));
  const hasBorder = style.borderTopStyle !== "none" && Number.parseFloat(style.borderTopWidth) >= 1;
  return (
    (hasBorder && contrast(read(style.borderTopColor), behind) >= shapeContrast) ||
    contrast(read(style.backgroundColor), behind) >= shapeContrast
  );
}

function faintShapes(one: Shown): string[] {
  return inner(one)
    .filter((element) => element instanceof SVGGeometryElement && isSeen(element) && !isDisabled(element))
    .flatMap((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      const paints = [fill, stroke].filter((paint) => paint !== "none").map(read);
      const behind = ground(around(shape.closest("svg") ?? shape));
      const seen = paints.some((paint) => contrast(paint, behind) >= shapeContrast);
      return seen || paints.length === 0
        ? []
        : [`shape ${place(shape.closest("svg") ?? shape)} ${place(shape)}`];
    });
}

const isDisabled = (element: Element): boolean =>
  element.closest(":disabled, [aria-disabled=true], .disabled, .skeleton") !== null;

/** What lies behind, through everything that can be seen through. */
function ground(element: Element): Colour {
  const layers: Colour[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const layer = read(getComputedStyle(at).backgroundColor);
    layers.push(layer);
    if (layer[3] === 1) break;
  }
  const canvas = canvasColour();
  return layers.reduceRight(over, canvas);
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function canvasColour(): Colour {
  return matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0, 1] : [255, 255, 255, 1];
}

const over = (below: Colour, above: Colour): Colour => {
  const alpha = above[3];
  const mix = (channel: 0 | 1 | 2) => above[channel] * alpha + below[channel] * (1 - alpha);
  return [mix(0), mix(1), mix(2), 1];
};

const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const known = new Map<string, Colour>();

/** Any colour that CSS can name, as a screen shows it. */
function read(colour: string): Colour {
  const before = known.get(colour);
  if (before) return before;
  if (!pixel) throw new Error("There is no canvas to read colours with.");
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  const found: Colour = [red, green, blue, alpha / 255];
  known.set(colour, found);
  return found;
}

/** By WCAG 2.2: from 1, the same, to 21, black and white. */
function contrast(above: Colour, below: Colour): number {
  const [lighter = 0, darker = 0] = [luminance(over(below, above)), luminance(below)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
