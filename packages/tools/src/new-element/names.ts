/** How an element is called where: `order-milestones`, `OrderMilestones`, `orderMilestones`, `Order milestones`. */
export interface Names {
  readonly kebab: string;
  readonly pascal: string;
  readonly camel: string;
  readonly title: string;
  /** Puts the names in the places of those of the template. */
  insert(text: string): string;
}

export function namesOf(name: string): Names {
  const template = forms("new-element");
  const own = forms(name);
  const places = new RegExp(Object.values(template).join("|"), "g");
  const replacements = new Map(
    Object.entries(template).map(([form, text]) => [text, own[form as keyof typeof own]]),
  );
  return { ...own, insert: (text) => text.replace(places, (place) => replacements.get(place) ?? place) };
}

/** What is wrong with what was asked for, in a sentence that says what to do; nothing when it is a name. */
export function whyRefused([name, ...others]: readonly string[]): string | undefined {
  const example = "such as: npm run new-element order-milestones";
  if (!name || name === "undefined") return `An element needs a name, ${example}`;
  if (others.length > 0) return `One name at a time, its words joined by hyphens, ${example}`;
  if (/^crm-/i.test(name)) return `Leave out the prefix: npm run new-element ${name.slice("crm-".length)}`;
  if (!/^[a-z]+(-[a-z]+)*$/.test(name))
    return `"${name}" is no name of an element: it is lower-case words joined by single hyphens, ${example}`;
  return undefined;
}

function forms(kebab: string) {
  const pascal = kebab.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const words = kebab.replaceAll("-", " ");
  return {
    kebab,
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    title: words.charAt(0).toUpperCase() + words.slice(1),
  };
}
