/** Cached `Intl` formatters of one locale. Bad input comes back as text: a card never breaks over one date. */
export interface Formats {
  /** `24 Nov 2026`; takes an RFC 3339 time or date. */
  date(value: string): string;
  /** `24 Nov 2026, 14:05` in the browser's time zone. */
  dateTime(value: string): string;
  /** `14:05` in the browser's time zone. */
  time(value: string): string;
  /** `3 hours ago`, `in 2 days`. */
  relative(value: string, now?: number): string;
  /** A decimal string keeps every digit. */
  number(value: number | Intl.StringNumericLiteral, options?: Intl.NumberFormatOptions): string;
  /** Takes a share of one: `0.93` gives `93%`. */
  percent(share: number, maximumFractionDigits?: number): string;
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_556_952_000],
  ["month", 2_629_746_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

const cache = new Map<string, Formats>();

export function formats(locale: string): Formats {
  let known = cache.get(locale);
  if (!known) {
    known = createFormats(locale);
    cache.set(locale, known);
  }
  return known;
}

function createFormats(tag: string): Formats {
  const locale = canonical(tag);
  const numbers = new Map<string, Intl.NumberFormat>();
  const moment = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, options);
    return (value: string) => at(value, (time) => formatter.format(time));
  };
  const date = moment({ dateStyle: "medium" });
  // A calendar date has no zone: read in the browser's own it could fall on the day before.
  const calendarDate = moment({ dateStyle: "medium", timeZone: "UTC" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

  const number: Formats["number"] = (value, options = {}) => {
    const key = JSON.stringify(options);
    let formatter = numbers.get(key);
    if (!formatter) {
      formatter = new Intl.NumberFormat(locale, options);
      numbers.set(key, formatter);
    }
    return formatter.format(value);
  };

  return {
    date: (value) => (value.length === 10 ? calendarDate : date)(value),
    dateTime: moment({ dateStyle: "medium", timeStyle: "short" }),
    time: moment({ timeStyle: "short" }),
    relative: (value, now = Date.now()) =>
      at(value, (time) => {
        const distance = time - now;
        const [unit, size] = steps.find(([, length]) => Math.abs(distance) >= length) ?? ["second", Infinity];
        return relative.format(Math.trunc(distance / size), unit);
      }),
    number,
    percent: (share, maximumFractionDigits = 0) => number(share, { style: "percent", maximumFractionDigits }),
  };
}

function at(value: string, format: (time: number) => string): string {
  const time = Date.parse(value);
  return Number.isNaN(time) ? value : format(time);
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en";
  } catch {
    return "en";
  }
}
