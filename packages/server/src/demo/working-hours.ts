import chineseDays from "chinese-days";
import { dayOf } from "../domain/calendar.js";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const offset = 8 * hour;
const opens = 8.5 * hour;
const closes = 17.5 * hour;

/** Midnight in Shanghai before an instant. */
export const startOfDay = (at: number): number => at - ((at + offset) % day);

/** The month in Shanghai, January as 0. */
export const monthIndex = (at: number): number => new Date(at + offset).getUTCMonth();

const known = new Map<number, boolean>();

/** Whether offices are open that day, holidays and make-up days included. Looked up once a day: it is asked often. */
function isWorkingDay(at: number): boolean {
  const midnight = startOfDay(at);
  const seen = known.get(midnight);
  if (seen !== undefined) return seen;
  const working = chineseDays.isWorkday(dayOf(new Date(at)));
  known.set(midnight, working);
  return working;
}

/** The instant itself when offices are open, else when they open next. */
export function whenOpen(at: number): number {
  const midnight = startOfDay(at);
  if (isWorkingDay(at) && at < midnight + closes) return Math.max(at, midnight + opens);
  let next = midnight + day;
  while (!isWorkingDay(next)) next += day;
  return next + opens;
}

/** When that much office time has passed. */
export function afterWorking(at: number, duration: number): number {
  let now = whenOpen(at);
  for (let rest = duration; ; ) {
    const today = startOfDay(now) + closes - now;
    if (rest < today) return now + rest;
    rest -= today;
    now = whenOpen(now + today);
  }
}
