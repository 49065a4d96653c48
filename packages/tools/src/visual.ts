import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { chromiumArgs, chromiumPath } from "./browsers.ts";
import { root } from "./repo.ts";
import { type Story, Storybook, showStory } from "./storybook.ts";

interface Condition {
  readonly name: string;
  readonly title: string;
  readonly globals: Readonly<Record<string, string>>;
  readonly browser?: BrowserContextOptions;
}

const conditions: readonly Condition[] = [
  { name: "light", title: "Light, left to right", globals: {} },
  {
    name: "dark",
    title: "Dark, right to left, Arabic",
    globals: { theme: "dark", direction: "rtl", locale: "ar" },
  },
  { name: "forced", title: "Forced colours", globals: {}, browser: { forcedColors: "active" } },
  { name: "narrow", title: "320 px", globals: { width: "narrow" } },
  { name: "long", title: "Long text", globals: { text: "long" } },
  { name: "chinese", title: "Chinese", globals: { locale: "zh-Hans" } },
];

/** A story as it looks under one condition. */
interface Shot {
  readonly story: Story;
  readonly condition: Condition;
  /** A story of one of the public states. */
  readonly isState: boolean;
  /** Relative to the folder of the sheets. */
  readonly file: string;
}

const folder = join(root, "visual");

/**
 * `npm run visual`: a contact sheet for each element and one of all together, as PNG and HTML in `visual/`.
 * Names of elements restrict it: `npm run visual -- rating request-list`.
 */
export async function main(names: string[]): Promise<number> {
  const wanted = ({ tag }: Story) => names.length === 0 || names.includes(tag.slice("crm-".length));
  const storybook = await Storybook.build();
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArgs] });
  try {
    if (names.length === 0) await rm(folder, { recursive: true, force: true });
    const shots = await Promise.all(
      conditions.map((condition) =>
        photograph(browser, storybook, storybook.stories.filter(wanted), condition),
      ),
    );
    await composeSheets(browser, shots.flat());
  } finally {
    await browser.close();
    await storybook.dispose();
  }
  return 0;
}

async function photograph(
  browser: Browser,
  storybook: Storybook,
  stories: readonly Story[],
  condition: Condition,
): Promise<Shot[]> {
  const context = await browser.newContext({
    viewport: { width: 1120, height: 900 },
    reducedMotion: "reduce",
    locale: "en",
    ...condition.browser,
  });
  const page = await context.newPage();
  const elsewhere = storybook.stories.find((story) => story !== stories[0]);
  if (elsewhere) await page.goto(storybook.address(elsewhere, condition.globals));
  await page.locator(".stage").waitFor();
  const tags = await tagsOf(page);
  const shots: Shot[] = [];
  for (const story of stories) {
    if (tags[story.id]?.includes("condition")) continue;
    const isState = tags[story.id]?.includes("state") ?? false;
    await showStory(page, story, isState ? story.name : undefined);
    const file = join(story.tag, `${story.name}.${condition.name}.png`);
    await mkdir(join(folder, story.tag), { recursive: true });
    await settle(page);
    await page
      .locator(".room")
      .first()
      .screenshot({ path: join(folder, file) });
    shots.push({ story, condition, isState, file });
  }
  await context.close();
  return shots;
}

/** Each story's tags; the published index has only those that stand in its file as they are. */
function tagsOf(page: Page): Promise<Record<string, readonly string[]>> {
  return page.evaluate(async () => {
    interface Preview {
      extract(): Promise<Record<string, { tags: readonly string[] }>>;
    }
    const { __STORYBOOK_PREVIEW__: preview } = globalThis as unknown as { __STORYBOOK_PREVIEW__: Preview };
    const stories = Object.values(await preview.extract());
    return Object.fromEntries(stories.map((story) => [(story as unknown as Story).id, story.tags]));
  });
}

/** What shows after a delay has been shown, and texts of the language have come. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.evaluate(() => document.fonts.ready);
}

async function composeSheets(browser: Browser, shots: readonly Shot[]): Promise<void> {
  const tags = [...new Set(shots.map(({ story }) => story.tag))];
  for (const tag of tags) {
    await composeSheet(
      browser,
      tag,
      shots.filter(({ story }) => story.tag === tag),
    );
  }
  if (tags.length === 1) return;
  const firstOfEach = tags.map((tag) => shots.find(({ story }) => story.tag === tag)?.story);
  await composeSheet(
    browser,
    "overview",
    shots.filter(({ story }) => firstOfEach.includes(story)),
  );
}

/** A row for each story with a column for each condition; the states stand small below. */
async function composeSheet(browser: Browser, name: string, shots: readonly Shot[]): Promise<void> {
  const figure = ({ file, story }: Shot) =>
    `<figure><img src="${file}"><figcaption>${story.tag.slice("crm-".length)} · ${story.name}</figcaption></figure>`;
  const cells = (isState: boolean, story?: Story) =>
    conditions.map(({ name }) => {
      const inCell = shots.filter(
        (shot) =>
          shot.condition.name === name && shot.isState === isState && (!story || shot.story.id === story.id),
      );
      return `<td class="${name}">${inCell.map(figure).join("")}</td>`;
    });
  const stories = [...new Set(shots.filter(({ isState }) => !isState).map(({ story }) => story.id))].map(
    (id) => shots.find(({ story }) => story.id === id)?.story,
  );
  const rows = [
    `<tr>${conditions.map(({ title }) => `<th>${title}</th>`).join("")}</tr>`,
    ...stories.map((story) => `<tr>${cells(false, story).join("")}</tr>`),
    `<tr class="states">${cells(true).join("")}</tr>`,
  ];
  const sheet = join(folder, `${name}.html`);
  await writeFile(
    sheet,
    `<!doctype html><meta charset="utf-8"><title>${name}</title><style>${sheetStyle}</style><h1>${name}</h1><table>${rows.join("\n")}</table>`,
  );
  const page = await browser.newPage({ viewport: { width: 4800, height: 900 } });
  await page.goto(`file://${sheet}`);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await page.close();
}

const sheetStyle = `
  body { margin: 24px; background: #dfe4ec; color: #1a2130; font: 14px/1.4 system-ui, sans-serif; }
  table { inline-size: 100%; border-spacing: 16px; table-layout: fixed; }
  th:nth-child(4) { inline-size: 356px; }
  th { text-align: start; }
  td { vertical-align: top; padding: 16px; background: #eef1f5; border-radius: 8px; }
  td.dark { background: #0d1017; color: #a3adbf; }
  td.forced { background: #fff; }
  figure { margin: 0 0 8px; break-inside: avoid; }
  figcaption { font-size: 11px; opacity: 0.7; }
  img { max-inline-size: 100%; display: block; }
  .states td { columns: 2; column-gap: 12px; }
`;
