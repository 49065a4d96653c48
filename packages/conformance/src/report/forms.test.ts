import { describe, expect, test } from "vitest";
import { reportOf, requirementLike, resultOf, violationOf } from "../testing/samples.js";
import { toBadge } from "./badge.js";
import { toHtml } from "./html.js";
import { toJUnit } from "./junit.js";
import type { Report } from "./report.js";

const must = requirementLike({});
const hostile = `</script><img src=x onerror=alert(1)>"' & ]]> \u0000\u0008\ud800 王芳`;

const broken: Report = reportOf([
  resultOf(must),
  {
    ...resultOf(must, "fail"),
    id: "sample/hostile",
    title: hostile,
    violations: [violationOf(must, { message: hostile })],
  },
  { ...resultOf(must, "error"), id: "sample/error", reason: hostile },
  { ...resultOf(must, "warn"), id: "sample/warn" },
  { ...resultOf(must, "not-testable"), id: "sample/not-testable" },
  { ...resultOf(must, "not-supported"), id: "sample/not-supported", reason: "getMe not declared" },
]);

describe("the page", () => {
  const page = toHtml({ ...broken, backend: { ...broken.backend, name: hostile } });

  test("shows hostile text as text", () => {
    expect(page).not.toMatch(/<(img|script)/);
    expect(page).toContain("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39; &amp; ]]&gt;");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(page).not.toMatch(/[\u0000\u0008]/);
  });

  test("names every outcome in words, with a sign, not by colour alone", () => {
    for (const [sign, outcome] of [
      ["✓", "pass"],
      ["✗", "fail"],
      ["!", "warn"],
      ["?", "not-testable"],
      ["–", "not-supported"],
      ["⚠", "error"],
    ])
      expect(page).toContain(`<span aria-hidden="true">${sign}</span> ${outcome}</span>`);
  });

  test("asks for nothing from elsewhere and holds no script", () => {
    expect(page).not.toMatch(/\b(src|href)=["']|url\(|@import/);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test("shows for a failure what was seen, the command line and how to replay it", () => {
    expect(page).toContain("curl -ig &#39;http://localhost/v1/me&#39;");
    expect(page).toContain("npx portico-conformance replay report.json --case sample/");
  });
});

describe("the JUnit file", () => {
  const xml = toJUnit(broken);

  test("counts what a CI server shows", () => {
    expect(xml).toMatch(
      /<testsuite name="semantics"[^>]* tests="6" failures="1" errors="1" skipped="2" time="0\.072">/,
    );
  });

  test("holds no sign that XML cannot hold", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(xml).not.toMatch(/[\u0000\u0008]|<img/);
    expect(xml).toContain("&lt;/script&gt;");
    expect(xml.isWellFormed()).toBe(true);
  });
});

describe("the badge", () => {
  const badgeOf = (verdict: Partial<Report["verdict"]>, run: Partial<Report["run"]> = {}): string => {
    const report = reportOf([resultOf(must)]);
    return toBadge({
      ...report,
      verdict: { ...report.verdict, ...verdict },
      run: { ...report.run, ...run },
    });
  };

  test("tells the level", () => {
    expect(badgeOf({ reached: "gold" })).toContain("Portico: Gold</title>");
    expect(badgeOf({ reached: "silver" })).toContain("Silver");
  });

  test("does not claim a certificate that a sandbox cannot give", () => {
    expect(badgeOf({ reached: "gold" }, { mode: "sandbox" })).toContain("Gold (not certified)");
  });

  test("tells of no level, and of what does not conform", () => {
    expect(badgeOf({ reached: null })).toContain("no level");
    expect(badgeOf({ reached: null, conforms: false })).toContain("not conforming");
  });
});
