import { expect } from "chai";
import { elements } from "./all.js";
import * as index from "./index.js";

const names = Object.keys(elements) as (keyof typeof elements)[];
const definedTags = () => names.filter((name) => customElements.get(`crm-${name}`));

describe("the package's entries", () => {
  it("give every class and define nothing", () => {
    expect(Object.values(index)).to.include.members(Object.values(elements));
    expect(definedTags()).to.deep.equal([]);
  });

  for (const [index, name] of names.entries())
    it(`define <crm-${name}> and no other tag by define/${name}`, async () => {
      await import(`./define/${name}.js`);
      expect(customElements.get(`crm-${name}`)).to.equal(elements[name]);
      expect(definedTags()).to.deep.equal(names.slice(0, index + 1));
    });

  it("give every element tags of a host's own prefix as well", () => {
    index.register({ prefix: "acme", elements });
    for (const name of names) expect(document.createElement(`acme-${name}`)).to.be.instanceOf(elements[name]);
  });
});
