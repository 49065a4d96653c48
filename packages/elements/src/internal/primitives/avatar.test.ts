import { expect } from "chai";
import { initials } from "./avatar.js";

describe("initials", () => {
  for (const [name, kind, expected] of [
    ["王小明", "person", "小明"],
    ["王明", "person", "王明"],
    ["欧阳修文", "person", "修文"],
    ["上海电力公司", "organization", "上海"],
    ["Ada King Lovelace", "person", "AL"],
    ["Cher", "person", "C"],
    ["  ", "person", "?"],
    ["👩‍🚀 Nova", "person", "👩N"],
  ] as const) {
    it(`of ${name.trim() || "nothing"} (${kind}) are ${expected}`, () => {
      expect(initials(name, kind)).to.equal(expected);
    });
  }
});
