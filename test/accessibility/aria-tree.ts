import type { Page } from "playwright-core";

interface Value {
  readonly value?: unknown;
}

/** A node as the DevTools protocol answers it, as far as it is read here. */
interface Node {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
}

/** Roles that tell a listener nothing by themselves. */
const silent = new Set(["generic", "none", "InlineTextBox", "LabelText", "ListMarker"]);

/** Controls whose inner parts are the browser's own. */
const closed = new Set(["combobox", "Date", "textbox", "searchbox"]);

/** Chromium's own words for what HTML names. */
const names: Readonly<Record<string, string>> = {
  StaticText: "text",
  DescriptionList: "descriptions",
  DisclosureTriangle: "disclosure",
  Legend: "legend",
  Date: "date",
  sectionheader: "header",
};

/** Properties worth a word when they are set. */
const told = [
  "level",
  "checked",
  "expanded",
  "required",
  "invalid",
  "disabled",
  "readonly",
  "multiline",
  "busy",
  "live",
  "valuetext",
];

/**
 * What a screen reader is given: the accessibility tree of an element as Chromium computes it, a node a line, indented.
 * Nodes that say nothing are left out and their children take their place; words that follow each other stand in a line.
 */
export async function ariaTree(page: Page, selector: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send("DOM.getDocument", { depth: 0 });
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    const { node } = await session.send("DOM.describeNode", { nodeId });
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const known = new Map((nodes as readonly Node[]).map((one) => [one.nodeId, one]));
    const start = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
    if (!start) throw new Error(`Nothing of ${selector} is in the accessibility tree.`);
    return linesOf(branchesOf(known, start.nodeId)).join("\n");
  } finally {
    await session.detach();
  }
}

interface Branch {
  readonly words: string;
  readonly isText: boolean;
  readonly children: readonly Branch[];
}

function linesOf(branches: readonly Branch[], indent = ""): string[] {
  return branches.flatMap(({ words, children }) => {
    const [only, ...others] = children;
    return only?.isText && others.length === 0
      ? [`${indent}- ${words}: ${only.words}`]
      : [`${indent}- ${words}`, ...linesOf(children, `${indent}  `)];
  });
}

/** @param said the name of the control around, whose words are not said twice. */
function branchesOf(nodes: ReadonlyMap<string, Node>, id: string, said = ""): Branch[] {
  const node = nodes.get(id);
  if (!node) return [];
  const role = String(node.role?.value ?? "");
  const name = plain(node.name);
  if (role === "StaticText")
    return name && !said.includes(name) ? [{ words: name, isText: true, children: [] }] : [];
  const isSilent = node.ignored || silent.has(role);
  const children = closed.has(role)
    ? []
    : join((node.childIds ?? []).flatMap((child) => branchesOf(nodes, child, isSilent ? said : name)));
  return isSilent ? children : [{ words: wordsOf(node, role, name), isText: false, children }];
}

/** Words that follow each other, as a listener hears them. */
function join(branches: readonly Branch[]): Branch[] {
  const joined: Branch[] = [];
  for (const branch of branches) {
    const last = joined.at(-1);
    if (last?.isText && branch.isText)
      joined[joined.length - 1] = { ...last, words: `${last.words} | ${branch.words}` };
    else joined.push(branch);
  }
  return joined;
}

function wordsOf({ description, value, properties = [] }: Node, role: string, name: string): string {
  const states = told.flatMap((wanted) => {
    const found = properties.find((property) => property.name === wanted)?.value.value;
    const isNews = found !== undefined && found !== "" && found !== "false" && found !== "off";
    if (!isNews || (found === false && wanted !== "expanded")) return [];
    return found === true || found === "true" ? `[${wanted}]` : `[${wanted}=${found}]`;
  });
  return [
    names[role] ?? role,
    name && JSON.stringify(name),
    ...states.filter((state) => role !== "listitem" || !state.startsWith("[level")),
    value?.value === undefined || value.value === "" ? "" : `= ${JSON.stringify(rounded(value.value))}`,
    description?.value ? `(${plain(description)})` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function plain(value: Value | undefined): string {
  return String(value?.value ?? "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Chromium keeps numbers in single precision. */
function rounded(value: unknown): unknown {
  return typeof value === "number" ? Number(value.toFixed(2)) : value;
}
