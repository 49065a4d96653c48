import ts from "typescript";
import type { Element } from "../manifest/manifest.ts";
import type { Fault } from "./fault.ts";
import type { Sources } from "./sources.ts";

/** Events whose documented type is not the one that `addEventListener` gives a listener. */
export function strangeEventTypes({ tag, events }: Element, sources: Sources): Fault[] {
  const declared = listenerTypes(sources);
  return events.flatMap(({ name, type }) => {
    const actual = declared.get(name);
    if (type && actual && plain(type.text) === plain(actual)) return [];
    const why = `the event \`${name}\` is documented as ${type?.text} and declared as ${actual ?? "nothing"}`;
    return [{ where: `<${tag}>`, why }];
  });
}

/** What the global map of events says, with names of whole events written out. */
function listenerTypes({ checker }: Sources): ReadonlyMap<string, string> {
  const map = checker.resolveName("HTMLElementEventMap", undefined, ts.SymbolFlags.Interface, false);
  if (!map) return new Map();
  const flags = ts.TypeFormatFlags.InTypeAlias | ts.TypeFormatFlags.NoTruncation;
  return new Map(
    checker
      .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(map))
      .map((event) => [event.name, checker.typeToString(checker.getTypeOfSymbol(event), undefined, flags)]),
  );
}

/** `readonly`, blanks and the last semicolon make no difference. */
function plain(type: string): string {
  return type.replace(/\breadonly\b|\s/g, "").replaceAll(";}", "}");
}
