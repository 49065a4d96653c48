import { expect } from "chai";
import { fileSize } from "./attachments/file-size.js";
import { formats } from "./format.js";
import { money } from "./money.js";

describe("formats", () => {
  const english = formats("en-US");
  const chinese = formats("zh-Hans");

  it("keeps money exact and in its currency", () => {
    expect(money({ amount: "12.30", currency: "USD" }, english)).to.equal("$12.30");
    expect(money({ amount: "9007199254740993.10", currency: "USD" }, english)).to.equal(
      "$9,007,199,254,740,993.10",
    );
    expect(money({ amount: "1200", currency: "CNY" }, chinese)).to.equal("¥1,200.00");
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
    expect(money({ amount: "lots", currency: "??" }, english)).to.equal("lots ??");
    expect(formats("not a tag").number(1)).to.equal("1");
  });

  it("shows shares", () => {
    expect(english.percent(0.925, 1)).to.equal("92.5%");
  });

  it("writes the digits and units of the reader's region", () => {
    const [egypt, emirates] = [formats("ar-EG"), formats("ar-AE")];
    expect(egypt.number(1284.5)).to.equal("١٬٢٨٤٫٥");
    expect(emirates.number(1284.5)).to.equal("1,284.5");
    expect(egypt.percent(0.95)).to.contain("٩٥");
    expect(egypt.date("2026-03-01")).to.contain("٢٠٢٦");
    expect(egypt.relative("2026-03-02T09:00:00Z", Date.parse("2026-03-02T12:00:00Z"))).to.equal(
      "قبل ٣ ساعات",
    );
    expect(fileSize(3_000_000, egypt)).to.contain("٢٫٩");
    expect(money({ amount: "12.30", currency: "AED" }, egypt))
      .to.contain("١٢٫٣٠")
      .and.to.contain("د.إ");
  });
});
