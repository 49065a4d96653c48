import manifest from "@portico/elements/custom-elements.json";

interface Item {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

export interface Member extends Item {
  readonly kind: string;
  readonly attribute?: string;
  readonly readonly?: boolean;
}

/** What the manifest says of one element. */
interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly events?: readonly Item[];
  readonly cssStates?: readonly Item[];
}

const declarations = (manifest.modules as readonly { declarations?: readonly Declaration[] }[]).flatMap(
  (module) => module.declarations ?? [],
);

/** The declaration of a tag; throws for a tag the manifest does not know. */
export function declarationOf(tag: string): Declaration {
  const found = declarations.find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`The manifest does not know <${tag}>: run \`npm run generate\`.`);
  return found;
}
