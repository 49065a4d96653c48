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
const silent = new Set(["generic", "none", "InlineTextBox", "LabelText", "DescriptionListDetail"]);

/** Properties worth a word, when they say more than "no". */
const told = [
  "level",
  "checked",
  "pressed",
  "expanded",
  "required",
  "invalid",
  "disabled",
  "readonly",
  "multiline",
  "busy",
  "live",
  "atomic",
];

/**
 * What a screen reader is given: the accessibility tree of an element as Chromium computes it, a node a line, indented.
 * Nodes that say nothing are left out and their children take their place.
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
    return start ? `${linesOf(known, start.nodeId).join("\n")}\n` : "";
  } finally {
    await session.detach();
  }
}

function linesOf(nodes: ReadonlyMap<string, Node>, id: string, depth = 0, spoken = ""): string[] {
  const node = nodes.get(id);
  if (!node) return [];
  const line = isSilent(node, spoken) ? undefined : lineOf(node);
  const name = String(node.name?.value ?? "");
  const children = (node.childIds ?? []).flatMap((child) =>
    linesOf(nodes, child, line === undefined ? depth : depth + 1, line === undefined ? spoken : name),
  );
  return line === undefined ? children : [`${"  ".repeat(depth)}- ${line}`, ...children];
}

/** The text of a button, say, is its name: it is not said twice. */
function isSilent({ ignored, role, name }: Node, spoken: string): boolean {
  const kind = String(role?.value ?? "");
  if (ignored || silent.has(kind)) return true;
  if (kind !== "StaticText") return false;
  const text = String(name?.value ?? "").trim();
  return text === "" || spoken.includes(text);
}

function lineOf({ role, name, description, value, properties = [] }: Node): string {
  const kind = String(role?.value).replace("StaticText", "text");
  const state = told.flatMap((wanted) => {
    const found = properties.find((property) => property.name === wanted)?.value.value;
    if (
      found === undefined ||
      found === "false" ||
      found === "off" ||
      (found === false && wanted !== "expanded")
    )
      return [];
    return found === true || found === "true" ? wanted : `${wanted}=${found}`;
  });
  return [
    kind,
    quoted(name),
    ...state.map((word) => `[${word}]`),
    value?.value === undefined || value.value === "" ? "" : `= ${JSON.stringify(value.value)}`,
    description?.value ? `(${description.value})` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function quoted(name: Value | undefined): string {
  const text = String(name?.value ?? "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return text && JSON.stringify(text);
}
