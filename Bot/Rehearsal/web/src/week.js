import { local, plusDays } from "./words.js";

const DAY_STARTS = 8 * 60;
const DAY_ENDS = 18 * 60;

/**
 * Meetings and taken times as blocks of one day each, in minutes of that day. A taken time that a meeting explains is left out.
 * @param where zone of the person's clocks; none: the rehearsal's
 */
export function layOut(meetings, busy, where) {
  const standing = meetings.filter(({ state }) => state !== "cancelled" && state !== "not-held");
  const unexplained = busy.filter(({ start, end }) =>
    !standing.some(meeting => meeting.start <= start && meeting.end >= end));
  return [
    ...unexplained.flatMap(time => daysOf(time, where)),
    ...meetings.flatMap(meeting => daysOf(meeting, where).map(block => ({ ...block, meeting }))),
  ];
}

/** The hours to draw: a school day, or more where something lies outside it. */
export function visibleHours(calendars) {
  const meetings = calendars.flatMap(calendar => layOut(calendar.meetings, [], calendar.where));
  const first = Math.min(DAY_STARTS, ...meetings.map(block => block.start));
  const last = Math.max(DAY_ENDS, ...meetings.map(block => block.end));
  return { first: Math.floor(first / 60) * 60, last: Math.ceil(last / 60) * 60 };
}

function daysOf({ start, end }, where) {
  const [from, to] = [local(start, where), local(end, where)];
  const blocks = [];
  for (let date = from.date; date <= to.date; date = plusDays(date, 1)) {
    const block = { date, start: date === from.date ? from.minutes : 0, end: date === to.date ? to.minutes : 24 * 60 };
    if (block.end > block.start) blocks.push(block);
  }
  return blocks;
}
