import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { requestStateValues } from "@portico/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "../id.js";
import { fold, queryTerms, searchTerms } from "../stores/postgres/search-terms.js";
import { addWorkingDays, dayOf, lastDayOf, monthAfter } from "./calendar.js";
import { allowedActions, allowedTransitions } from "./lifecycle.js";
import { maskAddress, maskContactPoint, maskEmail, maskPhone } from "./masking.js";
import { sniff } from "./media-types.js";
import { everyPromise, keepPromises, nextDeadline, promisesFor } from "./promises.js";

describe("masking", () => {
  it.each([
    [maskPhone, "13800135678", "138****5678"],
    [maskPhone, "138 0013 5678", "138****5678"],
    [maskPhone, "021-5555 019", "021****019"],
    [maskPhone, "12345", "****45"],
    [maskEmail, "wang@example.com", "w***@example.com"],
    [maskAddress, "上海市黄浦区解放路 120 号", "上海市黄浦区****"],
    [maskAddress, "120 Main St, Chicago", "****, Chicago"],
    [maskAddress, "somewhere", "****"],
  ])("%o hides the middle of %s", (mask, given, masked) => {
    expect(mask(given)).toBe(masked);
  });

  it("never gives a whole value away, whatever its type", () => {
    const types = fc.constantFrom("phone", "mobile", "fax", "email", "address", "wechat", "pigeon");
    fc.assert(
      fc.property(types, fc.string({ minLength: 1 }), (type, value) => {
        const masked = maskContactPoint(type, value);
        expect(masked).toContain("***");
        expect(masked.replaceAll("*", "").length).toBeLessThan(Math.max(value.length, 1) + 2);
      }),
    );
  });
});

describe("the working-day calendar", () => {
  it("does not count the day itself nor a holiday, and counts a make-up Saturday", () => {
    // Wednesday 2026-09-30: 1 to 7 October are holidays, Saturday the 10th is a working day.
    const start = new Date("2026-09-30T02:00:00Z");
    expect(addWorkingDays(start, 1).toISOString()).toBe("2026-10-08T16:00:00.000Z");
    expect(addWorkingDays(start, 3).toISOString()).toBe("2026-10-10T16:00:00.000Z");
  });

  it("lives in Shanghai", () => {
    expect(dayOf(new Date("2026-11-20T17:00:00Z"))).toBe("2026-11-21");
    expect(monthAfter("2026-01", -1)).toBe("2025-12");
    expect(lastDayOf("2028-02")).toBe("2028-02-29");
  });

  it("gives more time for more days", () => {
    const instants = fc.date({
      min: new Date("2025-01-01"),
      max: new Date("2027-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 40 }), (at, days) => {
        expect(addWorkingDays(at, days).getTime()).toBeGreaterThan(at.getTime());
        expect(addWorkingDays(at, days + 1).getTime()).toBeGreaterThan(addWorkingDays(at, days).getTime());
      }),
      { numRuns: 40 },
    );
  });
});

describe("the calendar of the provider", () => {
  const file = resolve(
    process.env.PORTICO_SHARED_DATA ?? resolve(import.meta.dirname, "../../../../../shared/data"),
    "cn_calendar_2025_2026.csv",
  );

  it.skipIf(!existsSync(file))(
    "agrees with the published holiday plans on every day of 2025 and 2026",
    () => {
      const published = new Map(
        readFileSync(file, "utf8")
          .trim()
          .split("\n")
          .slice(1)
          .map((line) => line.split(",") as [day: string, kind: string]),
      );
      const isWorkday = (day: Date): boolean => {
        const kind = published.get(day.toISOString().slice(0, 10));
        return kind === "makeup_workday" || (kind === undefined && day.getUTCDay() % 6 !== 0);
      };
      const wrong: string[] = [];
      const last = Date.parse("2026-12-31");
      for (let midnight = Date.parse("2025-01-01"); midnight <= last; midnight += 86_400_000) {
        const day = new Date(midnight);
        // One working day from noon of the day before ends with this day, if it is one.
        const end = addWorkingDays(new Date(midnight - 16 * 3_600_000), 1);
        if ((dayOf(new Date(end.getTime() - 1)) === dayOf(day)) !== isWorkday(day)) wrong.push(dayOf(day));
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe("promises", () => {
  it("stay as they were given when the calendar or a rule changes", () => {
    const at = new Date("2026-02-13T02:00:00Z");
    const given = promisesFor("complaint", at);
    expect(given.map(({ dueAt }) => dueAt)).toEqual(["2026-02-14T02:00:00.000Z", "2026-02-27T16:00:00.000Z"]);
    const stored = given.map((promise) => ({ ...promise, dueAt: "2026-03-31T16:00:00.000Z" }));
    expect(keepPromises(stored, ["firstResponse"], at).map(({ dueAt }) => dueAt)).toEqual(
      stored.map(({ dueAt }) => dueAt),
    );
  });

  it("lapse at the end and are kept once", () => {
    const at = new Date("2026-11-20T02:00:00Z");
    const promises = promisesFor("fault", at);
    expect(nextDeadline(promises, "acknowledged")?.toISOString()).toBe("2026-11-20T02:45:00.000Z");
    expect(nextDeadline(promises, "cancelled")).toBeNull();
    const kept = keepPromises(promises, ["onSite"], at);
    const later = keepPromises(kept, everyPromise, new Date("2026-11-20T05:00:00Z"));
    expect(later[0]?.metAt).toBe(at.toISOString());
    expect(nextDeadline(later, "inProgress")).toBeNull();
  });
});

describe("the life cycle", () => {
  const now = new Date("2026-11-20T02:00:00Z");
  const requests = fc.record({
    state: fc.constantFrom(...requestStateValues),
    closedAt: fc.constantFrom(null, new Date("2026-11-01T00:00:00Z"), new Date("2026-09-01T00:00:00Z")),
    resolvedAt: fc.constantFrom(null, new Date("2026-11-01T00:00:00Z"), new Date("2026-09-01T00:00:00Z")),
    lastUrgedAt: fc.constantFrom(null, new Date("2026-11-20T01:00:00Z"), new Date("2026-11-19T00:00:00Z")),
    rating: fc.constantFrom(null, { id: "r", metric: "csat", score: 5 }),
  });

  it("lets a customer do no more than the staff, and a guest nothing", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const staff = allowedTransitions(request, "agent", now);
        expect(staff).toEqual(expect.arrayContaining(allowedTransitions(request, "customer", now)));
        expect(allowedActions(request, "guest", now)).toEqual([]);
        expect(allowedActions(request, "customer", now)).not.toContain("assign");
      }),
    );
  });

  it("offers an action only where its move is offered", () => {
    fc.assert(
      fc.property(requests, fc.constantFrom("customer" as const, "manager" as const), (request, caller) => {
        const moves = allowedTransitions(request, caller, now);
        const actions = allowedActions(request, caller, now);
        expect(actions.includes("withdraw")).toBe(moves.includes("cancelled"));
        if (actions.includes("reopen")) expect(moves).toContain("inProgress");
        expect(moves).not.toContain(request.state);
      }),
    );
  });
});

describe("search terms", () => {
  it("are the same for both Chinese scripts, both widths and both cases", () => {
    expect(fold("滬東電力 ＡＢＣ")).toBe("沪东电力 abc");
  });

  it("find every part of a word", () => {
    const words = fc.stringMatching(/^[a-z0-9电力设备路灯]{2,12}$/);
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (word, a, b) => {
        const characters = [...word];
        const from = a % characters.length;
        const part = characters.slice(from, from + 1 + (b % (characters.length - from))).join("");
        expect(searchTerms(word)).toEqual(expect.arrayContaining(queryTerms(part)));
      }),
    );
  });
});

describe("a new id", () => {
  it("is a UUID of version 7 that sorts behind the one before, even at the same instant", () => {
    const ids = Array.from({ length: 1000 }, () => newId(1_795_000_000_000));
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});

describe("a file", () => {
  it("is what its bytes say", () => {
    expect(sniff(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
    expect(sniff(new TextEncoder().encode("路灯"))).toBe("text/plain");
    expect(sniff(Uint8Array.from([0x4d, 0x5a, 0x00, 0xff]))).toBeUndefined();
  });
});
