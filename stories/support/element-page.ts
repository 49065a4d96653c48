/// <reference types="vite/client" />

interface Section {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

const folder = "../../packages/elements/docs/elements";
const pages = import.meta.glob<string>("../../packages/elements/docs/elements/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The sections of an element's page, as the package publishes it; the controls show the properties. */
export function pageSections(tag: string): Section[] {
  const page = pages[`${folder}/${tag.replace(/^crm-/, "")}.md`];
  if (page === undefined) throw new Error(`There is no page of <${tag}>: run \`npm run generate\`.`);
  const [, ...sections] = page.split(/^## /m);
  return sections.map(titled).filter(({ title }) => title !== "Properties");
}

function titled(section: string): Section {
  const [title = "", ...text] = section.split("\n");
  return { title, text: text.join("\n") };
}
