import type { Browser, CDPSession, Page } from "playwright-core";
import type { Content } from "./content.ts";

declare global {
  /** Set by the script of a page: puts its elements onto it. */
  var show: (content: Content) => void;
  interface Performance {
    measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
  }
}

/** What one visit to a page cost. */
export interface Visit {
  /** From the given data to the first paint, ms. */
  readonly firstPaint: number;
  /** Processor time of the main thread from the given data to a quiet page, ms. */
  readonly mountTime: number;
  /** The same while the page scrolls from top to bottom, ms; 0 where it does not. */
  readonly scrollTime: number;
  /** Frames that did not come while it scrolled, of a hundred. */
  readonly framesDropped: number;
  /** What the elements added to the scripts' heap, MB, after collecting garbage. */
  readonly heap: number;
  /** What they added to all that the page holds, drawn nodes included. */
  readonly memory: number;
  readonly nodes: number;
}

interface OpenPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Shows the content, waits until frames come on time, and tells how long the first paint took, ms. */
  readonly settle: () => Promise<number>;
}

const viewport = { width: 1200, height: 900 };
const scrollSeconds = 6;
const megabyte = 1e6;

/** Opens a page of its own, shows the content, scrolls if asked to and measures what that took. */
export function visit(browser: Browser, url: string, { scroll }: { scroll: boolean }): Promise<Visit> {
  return withPage(browser, url, "content.json", async ({ page, devtools, settle }) => {
    const before = await measureMemory(page, devtools);
    const start = await metrics(devtools);
    const firstPaint = await settle();
    const mounted = await metrics(devtools);
    const framesDropped = scroll ? await scrollThrough(page, devtools) : 0;
    const scrolled = await metrics(devtools);
    const after = await measureMemory(page, devtools);
    return {
      firstPaint,
      mountTime: 1000 * (mounted.ThreadTime - start.ThreadTime),
      scrollTime: 1000 * (scrolled.ThreadTime - mounted.ThreadTime),
      framesDropped,
      heap: after.heap - before.heap,
      memory: after.memory - before.memory,
      nodes: after.nodes,
    };
  });
}

/** Opens a page, has it fetch the data, and closes it when `act` is through. Throws what the page threw. */
export async function withPage<Result>(
  browser: Browser,
  url: string,
  data: string,
  act: (open: OpenPage) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    const failures: Error[] = [];
    page.on("pageerror", (error) => failures.push(error));
    await page.goto(url, { waitUntil: "networkidle" });
    await page.evaluate(async (name) => {
      Object.assign(globalThis, { content: await (await fetch(name)).json() });
    }, data);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable");
    const settle = async () => {
      const firstPaint = await page.evaluate(showContent);
      await page.waitForLoadState("networkidle");
      return firstPaint;
    };
    const result = await act({ page, devtools, settle });
    if (failures.length > 0) throw new AggregateError(failures, `${url} failed`);
    return result;
  } finally {
    await context.close();
  }
}

/** Runs within the page. */
async function showContent(): Promise<number> {
  const quietFrames = 12;
  const lateFrame = 34;
  const { content } = globalThis as unknown as { content: Content };
  const start = performance.now();
  show(content);
  let last = performance.now();
  for (let quiet = 0; quiet < quietFrames; ) {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    quiet = now - last < lateFrame ? quiet + 1 : 0;
    last = now;
  }
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return (paint?.startTime ?? Number.NaN) - start;
}

/** Scrolls to the very end as a wheel or finger does, at the same rows a second on every page; gives frames dropped. */
async function scrollThrough(page: Page, devtools: CDPSession): Promise<number> {
  const length = await page.evaluate(() => {
    const frames: number[] = [];
    const note = (time: number) => {
      frames.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    Object.assign(globalThis, { frames });
    return document.documentElement.scrollHeight;
  });
  await devtools.send("Input.synthesizeScrollGesture", {
    x: viewport.width / 2,
    y: viewport.height / 2,
    // Rows out of sight are as tall as was thought; the end may be further off.
    yDistance: -2 * length,
    speed: Math.round(length / scrollSeconds),
    preventFling: true,
  });
  return page.evaluate(() => {
    const { frames } = globalThis as unknown as { frames: number[] };
    const wanted = ((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / (1000 / 60);
    return 100 * Math.max(0, 1 - (frames.length - 1) / wanted);
  });
}

/** Twice: what the first round finds to be garbage may hold more. */
async function measureMemory(page: Page, devtools: CDPSession) {
  for (let round = 0; round < 2; round++) {
    await devtools.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(500);
  }
  const { JSHeapUsedSize, Nodes } = await metrics(devtools);
  const bytes = await page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes);
  return { heap: JSHeapUsedSize / megabyte, memory: bytes / megabyte, nodes: Nodes };
}

/** `ThreadTime` is the processor time of the page's own thread, which what else the machine does hardly stretches. */
type Metrics = Record<"ThreadTime" | "JSHeapUsedSize" | "Nodes", number>;

async function metrics(devtools: CDPSession): Promise<Metrics> {
  const { metrics: all } = await devtools.send("Performance.getMetrics");
  return Object.fromEntries(all.map(({ name, value }) => [name, value])) as Metrics;
}
