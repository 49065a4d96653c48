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
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** Takes a share of one: `0.93` gives `93%`. */
  percent(share: number, maximumFractionDigits?: number): string;
  /** Takes the contract's money: a decimal string and an ISO 4217 code. */
  money(value: { readonly amount: string; readonly currency: string }): string;
  list(items: readonly string[]): string;
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
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  // A calendar date has no zone: read in the browser's own it could fall on the day before.
  const calendarDate = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const list = new Intl.ListFormat(locale);

  const number = (
    value: number | Intl.StringNumericLiteral,
    options: Intl.NumberFormatOptions = {},
  ): string => {
    const key = JSON.stringify(options);
    let formatter = numbers.get(key);
    if (!formatter) {
      formatter = new Intl.NumberFormat(locale, options);
      numbers.set(key, formatter);
    }
    return formatter.format(value);
  };

  return {
    date: (value) => at(value, (time) => (value.length === 10 ? calendarDate : date).format(time)),
    dateTime: (value) => at(value, (instant) => dateTime.format(instant)),
    time: (value) => at(value, (instant) => time.format(instant)),
    relative: (value, now = Date.now()) =>
      at(value, (time) => {
        const distance = time - now;
        const [unit, size] = steps.find(([, length]) => Math.abs(distance) >= length) ?? ["second", Infinity];
        return relative.format(Math.trunc(distance / size), unit);
      }),
    number,
    percent: (share, maximumFractionDigits = 0) => number(share, { style: "percent", maximumFractionDigits }),
    money: ({ amount, currency }) => {
      try {
        return number(amount as Intl.StringNumericLiteral, { style: "currency", currency });
      } catch {
        return `${amount} ${currency}`;
      }
    },
    list: (items) => list.format(items),
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
