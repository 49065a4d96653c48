/** An element of ours on the page, with a name for it: its story's, and which of its page. */
export interface Shown {
  readonly story: string;
  readonly host: Element;
  /** The inner node that everything is drawn in. */
  readonly base: HTMLElement;
}

/** Every element that draws something. */
export function shown(): Shown[] {
  return [...document.querySelectorAll(".stage")].flatMap((stage) =>
    [...stage.querySelectorAll("*")].flatMap((host, at) => {
      const base = host.shadowRoot?.querySelector<HTMLElement>(".base");
      return base ? [{ story: `${stage.id}#${at}`, host, base }] : [];
    }),
  );
}

/** All that an element draws itself: what the page has put into its slots is the page's. */
export const inner = ({ base }: Shown): Element[] => [base, ...base.querySelectorAll("*")];

/** A short name of a place within an element, for a person who has to find it. */
export function place(element: Element): string {
  const classes = element.getAttribute("class")?.trim().replaceAll(/\s+/g, ".");
  return classes ? `${element.localName}.${classes}` : element.localName;
}

/** Text that is there for the eye, node by node. */
export function visibleTexts(shown: Shown): Text[] {
  const walker = document.createTreeWalker(shown.base, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const parent = text.parentElement;
    if (text.data.trim() && parent && isSeen(parent)) texts.push(text);
  }
  return texts;
}

export function isSeen(element: Element): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden, option")
  );
}
