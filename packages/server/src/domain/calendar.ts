import chineseDays from "chinese-days";

const hour = 3_600_000;
const day = 24 * hour;
/** Asia/Shanghai, which has kept no summer time since 1991. */
const offset = 8 * hour;

/** The calendar day in Shanghai: `2026-11-21`. */
export const dayOf = (instant: Date): string =>
  new Date(instant.getTime() + offset).toISOString().slice(0, 10);

/** The calendar month in Shanghai: `2026-11`. */
export const monthOf = (instant: Date): string => dayOf(instant).slice(0, 7);

/** The month `count` months after another: `monthAfter("2026-01", -1)` is `2025-12`. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7);
}

/** The last day of a month: `2026-02` → `2026-02-28`. */
export const lastDayOf = (month: string): string =>
  new Date(Date.parse(`${monthAfter(month, 1)}-01`) - day).toISOString().slice(0, 10);

export const addMinutes = (instant: Date, minutes: number): Date =>
  new Date(instant.getTime() + minutes * 60_000);

/**
 * The end of the n-th working day after an instant, in Shanghai. The day itself is not counted and make-up working
 * weekends are (Civil Code of the PRC, art. 201 and 203). Years without a published holiday plan count weekdays.
 */
export function addWorkingDays(instant: Date, count: number): Date {
  let midnight = Date.parse(dayOf(instant));
  for (let left = count; left > 0; ) {
    midnight += day;
    if (chineseDays.isWorkday(new Date(midnight).toISOString().slice(0, 10))) left--;
  }
  return new Date(midnight + day - offset);
}
