import { expect } from "chai";
import { define, register } from "./define.js";
import { until } from "./test/fixture.js";
import { version } from "./version.js";

describe("define", () => {
  it("defines a tag once and takes a second call calmly", () => {
    class Once extends HTMLElement {}
    define("test-once", Once);
    define("test-once", Once);
    expect(customElements.get("test-once")).to.equal(Once);
  });

  it("leaves taken tags alone and tells all of them in one report, with both versions", async () => {
    const reports: string[] = [];
    const { warn } = console;
    console.warn = (message: string) => reports.push(message);
    try {
      class Older extends HTMLElement {}
      Object.assign(Older, { [Symbol.for("portico/version")]: "0.0.9" });
      class Foreign extends HTMLElement {}
      customElements.define("test-older", Older);
      customElements.define("test-foreign", Foreign);
      define("test-older", class extends HTMLElement {});
      define("test-foreign", class extends HTMLElement {});
      await until(() => reports.length > 0, "the report");
      expect(customElements.get("test-older")).to.equal(Older);
      expect(reports).to.have.length(1);
      expect(reports[0]).to.contain(version).and.to.contain("<test-older> by version 0.0.9");
      expect(reports[0]).to.contain("<test-foreign> by other code");
    } finally {
      console.warn = warn;
    }
  });

  it("registers classes under another prefix beside the first", () => {
    class Both extends HTMLElement {}
    define("test-both", Both);
    register({ prefix: "acme", elements: { both: Both } });
    expect(document.createElement("acme-both")).to.be.instanceOf(Both);
    expect(document.createElement("test-both")).to.be.instanceOf(Both);
  });

  it("tells the package's version", async () => {
    const manifest = await fetch(new URL("../../package.json", import.meta.url));
    expect(((await manifest.json()) as { version: string }).version).to.equal(version);
  });
});
