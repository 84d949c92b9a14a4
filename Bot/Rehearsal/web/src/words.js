/**
 * Dates and times in the words that the bot uses too: "Monday 11 January 2027", "3.30pm". Dates are ISO text, `2026-11-23`.
 * An instant is read in the rehearsal's zone, or in the one that is named.
 */

let zone = "Europe/London";
const formats = new Map();

export function useZone(name) {
  zone = name;
  formats.clear();
}

function format(key, options, where = zone) {
  const known = `${key} ${where}`;
  if (!formats.has(known)) formats.set(known, new Intl.DateTimeFormat("en-GB", { timeZone: where, ...options }));
  return formats.get(known);
}

/** Whether the clocks there say something else than those of the rehearsal. */
export const isElsewhere = where => Boolean(where) && where !== zone;

/** "Melbourne" for `Australia/Melbourne`. */
export const placeOf = (where = zone) => where.split("/").at(-1).replaceAll("_", " ");

/** An instant as people in the zone read it from the wall: `{ date: "2026-11-21", minutes: 1145 }`, minutes since midnight. */
export function local(instant, where) {
  const numeric = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const parts = Object.fromEntries(format("local", numeric, where).formatToParts(new Date(instant)).map(part => [part.type, part.value]));
  return { date: `${parts.year}-${parts.month}-${parts.day}`, minutes: Number(parts.hour) * 60 + Number(parts.minute) };
}

/** As a datetime-local input wants it. */
export function forInput(instant) {
  const { date, minutes } = local(instant);
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export const longDay = (instant, where) =>
  format("long", { weekday: "long", day: "numeric", month: "long", year: "numeric" }, where).format(new Date(instant)).replace(",", "");

export const shortDay = (instant, where) =>
  format("short", { weekday: "short", day: "numeric", month: "short" }, where).format(new Date(instant)).replace(",", "").replace("Sept", "Sep");

export const time = (instant, where) => timeOfDay(local(instant, where).minutes);

export function timeOfDay(minutes) {
  const hour = Math.floor(minutes / 60) % 24;
  const past = minutes % 60;
  return `${hour % 12 || 12}${past ? "." + two(past) : ""}${hour < 12 ? "am" : "pm"}`;
}

/** "3.30–4.30pm"; the first am or pm is left out where it is the same. */
export function span(start, end, where) {
  const [from, to] = [time(start, where), time(end, where)];
  return `${from.slice(-2) === to.slice(-2) ? from.slice(0, -2) : from}–${to}`;
}

export function plusDays(date, days) {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export const weekday = date => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The Monday of the week to look at: at a weekend that is the week to come. */
export const schoolWeek = date => plusDays(date, weekday(date) > 5 ? 8 - weekday(date) : 1 - weekday(date));

/** "23 Nov", "Mon" and the like for a date without a time. */
export function dayOf(date, options) {
  return new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(new Date(`${date}T00:00:00Z`));
}

const two = number => String(number).padStart(2, "0");
