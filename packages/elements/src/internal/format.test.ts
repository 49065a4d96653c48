import { expect } from "chai";
import { formats } from "./format.js";

describe("formats", () => {
  const english = formats("en-US");
  const chinese = formats("zh-Hans");

  it("keeps money exact and in its currency", () => {
    expect(english.money({ amount: "12.30", currency: "USD" })).to.equal("$12.30");
    expect(english.money({ amount: "9007199254740993.10", currency: "USD" })).to.equal(
      "$9,007,199,254,740,993.10",
    );
    expect(chinese.money({ amount: "1200", currency: "CNY" })).to.equal("¥1,200.00");
  });

  it("shows a calendar date as that very day in any time zone", () => {
    expect(english.date("2026-03-01")).to.equal("Mar 1, 2026");
  });

  it("tells how long ago or how soon", () => {
    const now = Date.parse("2026-03-02T12:00:00Z");
    expect(english.relative("2026-03-02T11:59:50Z", now)).to.equal("now");
    expect(english.relative("2026-03-02T09:00:00Z", now)).to.equal("3 hours ago");
    expect(english.relative("2026-03-03T13:00:00Z", now)).to.equal("tomorrow");
    expect(chinese.relative("2026-02-27T12:00:00Z", now)).to.equal("3天前");
  });

  it("gives bad input back as it is", () => {
    expect(english.date("soon")).to.equal("soon");
    expect(english.dateTime("")).to.equal("");
    expect(english.money({ amount: "lots", currency: "??" })).to.equal("lots ??");
    expect(formats("not a tag").number(1)).to.equal("1");
  });

  it("shows shares and lists", () => {
    expect(english.percent(0.925, 1)).to.equal("92.5%");
    expect(english.list(["a", "b", "c"])).to.equal("a, b, and c");
  });
});
