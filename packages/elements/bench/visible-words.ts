/**
 * The words a visitor can see on a page, sorted: through shadow roots and slots, without what is hidden, and with what
 * fields show. Runs within the page, so everything it needs is inside.
 */
export function visibleWords(): string[] {
  const texts: string[] = [];
  const isHidden = (element: Element) => {
    if (/^(SCRIPT|STYLE|TEMPLATE)$/.test(element.tagName)) return true;
    if (getComputedStyle(element).display === "contents") return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return true;
    const { width, height } = element.getBoundingClientRect();
    // Either of the two ways to leave words to a screen reader alone; an empty box may hold what overflows it.
    return element.matches(".visually-hidden, [class*='hidden-text']") || (width === 1 && height === 1);
  };
  const read = (node: Node): void => {
    if (node instanceof Text) texts.push(node.data);
    if (!(node instanceof Element)) return;
    if (isHidden(node)) return;
    if (node instanceof HTMLInputElement) texts.push(node.value || node.placeholder);
    else if (node instanceof HTMLSelectElement) texts.push(node.selectedOptions[0]?.text ?? "");
    else if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
      for (const assigned of node.assignedNodes()) read(assigned);
    else for (const child of (node.shadowRoot ?? node).childNodes) read(child);
  };
  read(document.body);
  return texts
    .join(" ")
    .split(/[\s·]+/)
    .filter(Boolean)
    .sort();
}
