import type { Random } from "./random.js";

export type Slots = Record<string, string | number>;

/**
 * Writes out a template: `[one|two]` is one of its alternatives, `{name}` the value of a slot. Of `<one|two>` the
 * turn decides, so that all templates of one story speak of the same thing.
 */
export function expand(template: string, random: Random, slots: Slots = {}, turn = 0): string {
  return template
    .replace(/<([^<>]*)>/g, (_, alternatives: string) => {
      const choices = alternatives.split("|");
      return choices[turn % choices.length] ?? "";
    })
    .replace(/\[([^[\]]*)\]/g, (_, alternatives: string) => random.pick(alternatives.split("|")))
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = slots[name];
      if (value === undefined) throw new Error(`The template “${template}” wants a value for ${name}`);
      return String(value);
    });
}
