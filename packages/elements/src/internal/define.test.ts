import { expect } from "chai";
import { define, register } from "./define.js";
import { until } from "./test/fixture.js";
import { version } from "./version.js";

/** A copy of the library as another build or another address has it: a module of its own. */
const secondCopy = (): Promise<typeof import("./define.js")> =>
  import(`${location.origin}/unreliable/packages/elements/dist/internal/define.js`);

/** What the console is told while something is done and for a little longer than a report takes. */
async function warningsOf(act: () => unknown): Promise<string[]> {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (message: string) => warnings.push(message);
  try {
    await act();
    await until(() => warnings.length > 0, "a report");
    await new Promise((resolve) => setTimeout(resolve, 200));
  } finally {
    console.warn = warn;
  }
  return warnings;
}

describe("define", () => {
  it("defines a tag once and takes a second call calmly", () => {
    class Once extends HTMLElement {}
    define("test-once", Once);
    define("test-once", Once);
    expect(customElements.get("test-once")).to.equal(Once);
  });

  it("gives a class that the host has defined under a tag of its own its tag all the same", () => {
    class Hosts extends HTMLElement {}
    customElements.define("host-own", Hosts);
    define("test-own", Hosts);
    define("test-own", Hosts);
    expect(document.createElement("test-own")).to.be.instanceOf(Hosts);
  });

  it("leaves taken tags alone and tells those of all copies in one report: who stays, who came late, from where", async () => {
    const second = await secondCopy();
    class Foreign extends HTMLElement {}
    customElements.define("test-foreign", Foreign);
    class First extends HTMLElement {}
    const warnings = await warningsOf(() => {
      define("test-first", First);
      second.define("test-second", class extends HTMLElement {});
      second.define("test-first", class extends HTMLElement {});
      define("test-second", class extends HTMLElement {});
      define("test-foreign", class extends HTMLElement {});
      second.define("test-foreign", class extends HTMLElement {});
    });
    expect(customElements.get("test-first")).to.equal(First);
    expect(customElements.get("test-foreign")).to.equal(Foreign);
    expect(warnings).to.have.length(1);
    const [one, two] = ["/", "/unreliable/"].map(
      (base) => `version ${version} of ${location.origin}${base}packages/elements/dist/internal/define.js`,
    );
    expect(warnings[0]?.split("\n").slice(1, -1)).to.deep.equal(
      [
        `  other code stays, ${one} came too late: <test-foreign>`,
        `  other code stays, ${two} came too late: <test-foreign>`,
        `  ${two} stays, ${one} came too late: <test-second>`,
        `  ${one} stays, ${two} came too late: <test-first>`,
      ].sort(),
    );
    expect(warnings[0]).to.contain("register({ prefix:");
  });

  it("reports again what comes after the report, and only that", async () => {
    class Late extends HTMLElement {}
    define("test-late", Late);
    const warnings = await warningsOf(() => define("test-late", class extends HTMLElement {}));
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain("<test-late>").and.not.to.contain("<test-first>");
  });

  it("tells the package's version", async () => {
    const manifest = await fetch(new URL("../../package.json", import.meta.url));
    expect(((await manifest.json()) as { version: string }).version).to.equal(version);
  });
});

describe("register", () => {
  it("gives classes tags under another prefix, before or after their own", () => {
    class Both extends HTMLElement {}
    class Alone extends HTMLElement {}
    define("test-both", Both);
    register({ prefix: "acme", elements: { both: Both, alone: Alone } });
    register({ prefix: "my-2", elements: { both: Both } });
    define("test-alone", Alone);
    for (const tag of ["test-both", "acme-both", "my-2-both"])
      expect(document.createElement(tag)).to.be.instanceOf(Both);
    for (const tag of ["acme-alone", "test-alone"])
      expect(document.createElement(tag)).to.be.instanceOf(Alone);
  });

  for (const prefix of ["", "Acme", "acme-", "1st", "-acme", "a--b", "ac me", "ä"])
    it(`refuses ${JSON.stringify(prefix)} as a prefix and says what one is`, () => {
      expect(() => register({ prefix, elements: {} })).to.throw(
        TypeError,
        `The prefix ${JSON.stringify(prefix)} must be lower-case letters and digits`,
      );
    });
});
