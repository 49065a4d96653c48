import type { Subject } from "./subject.js";

/**
 * Gives a suite every element that is defined, so that none can be left out: what `define/` lists must have a subject.
 * The server of the tests lists the folder.
 */
export async function everyElement(suite: (subject: Subject) => void): Promise<void> {
  const names = (await (await fetch("/elements.json")).json()) as string[];
  for (const name of names) {
    const file = `${name}/${name}.subject.js`;
    try {
      await import(`../../define/${name}.js`);
      const { subject } = (await import(`../../${file}`)) as { subject: Subject };
      suite(subject);
    } catch (error) {
      it(`<crm-${name}> is in every suite`, () => {
        const advice = `Write src/${file.replace(".js", ".ts")}, as internal/README.md tells under "Tests".`;
        throw new Error(`<crm-${name}> has no subject for the shared suites. ${advice}`, { cause: error });
      });
    }
  }
}
