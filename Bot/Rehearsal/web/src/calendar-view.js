import { warn } from "./announce.js";
import * as api from "./api.js";
import { drawing, element, shapes } from "./element.js";
import { soon } from "./soon.js";
import { dayOf, isElsewhere, local, placeOf, plusDays, schoolWeek, shortDay, span, timeOfDay } from "./words.js";
import { layOut, visibleHours } from "./week.js";

const STATES = { proposed: "proposed", booked: "booked", held: "held", "not-held": "not held", cancelled: "cancelled" };

/**
 * The week of everyone who is shown: what is booked, and when they are taken.
 * It follows the clock; turned by hand, it stays until another day begins.
 */
export class CalendarView {
  constructor(place, now) {
    this.now = now;
    this.people = [];
    this.readSoon = soon(120, () => this.read(), warn);
    this.title = element("h2", {});
    this.weeks = element("div", { class: "weeks", tabindex: "0", role: "region", "aria-label": "Weeks" });
    this.follow = element("button", { type: "button", class: "quiet", hidden: true, onclick: () => this.turn(null) }, "This week");
    place.append(
      element("header", { class: "calendar-head" }, this.title, this.follow,
        turner("Week before", shapes.previous, () => this.turn(-7)), turner("Week after", shapes.next, () => this.turn(7))),
      this.weeks);
  }

  show(people) {
    this.people = people;
    this.readSoon();
  }

  turn(days) {
    this.chosen = days === null ? null : plusDays(this.monday(), days);
    this.readSoon();
  }

  /** After the clock has moved. */
  tick() {
    if (local(this.now()).date !== this.date) {
      this.chosen = null;
      this.readSoon();
    }
    this.markNow();
  }

  monday() {
    return this.chosen ?? schoolWeek(local(this.now()).date);
  }

  async read() {
    this.date = local(this.now()).date;
    const monday = this.monday();
    const read = (this.reading = {});
    const calendars = await Promise.all(this.people.map(async person =>
      ({ ...await api.calendar(person.id, monday, plusDays(monday, 7)), where: person.timeZone })));
    // Of two readings under way the later one counts.
    if (read === this.reading) this.write(monday, calendars);
  }

  write(monday, calendars) {
    this.title.textContent = `Week of ${dayOf(monday, { day: "numeric", month: "long", year: "numeric" })}`;
    this.follow.hidden = monday === schoolWeek(this.date);
    const hours = visibleHours(calendars);
    this.weeks.replaceChildren(...this.people.map((person, index) => personWeek(person, monday, calendars[index], hours)));
    if (this.people.length === 0) this.weeks.append(element("p", { class: "hint" }, "Add a person to see their week."));
    this.hours = hours;
    this.markNow();
  }

  markNow() {
    for (const day of this.weeks.querySelectorAll(".day-lane")) {
      const { date, minutes } = local(this.now(), day.dataset.zone);
      const today = day.dataset.date === date;
      day.classList.toggle("today", today);
      const line = day.querySelector(".now-line");
      const part = this.hours && (minutes - this.hours.first) / (this.hours.last - this.hours.first);
      line.hidden = !today || part < 0 || part > 1;
      line.style.top = `${part * 100}%`;
    }
  }
}

function personWeek(person, monday, { meetings, busy }, hours) {
  const days = [0, 1, 2, 3, 4, 5, 6].map(offset => plusDays(monday, offset));
  const where = person.timeZone;
  const entries = layOut(meetings, busy, where);
  // A weekend takes room only when something happens on it.
  const shown = days.filter((day, index) => index < 5 || entries.some(entry => entry.date === day));
  return element("section", { class: "week", "aria-label": `Week of ${person.name}`, "data-person": person.name },
    element("h3", {}, person.name, isElsewhere(where) ? element("small", {}, ` ${placeOf(where)} time`) : null),
    element("div", { class: "grid", "aria-hidden": "true", style: `--days:${shown.length};--hours:${(hours.last - hours.first) / 60}` },
      scale(hours),
      shown.map(day => lane(day, entries.filter(entry => entry.date === day), hours, where))),
    agenda(meetings, busy, where));
}

function scale({ first, last }) {
  const marks = [];
  for (let minutes = first; minutes < last; minutes += 60) marks.push(element("span", {}, timeOfDay(minutes)));
  return element("div", { class: "scale" }, marks);
}

function lane(day, entries, { first, last }, where) {
  return element("div", { class: "day-lane", "data-date": day, "data-zone": where },
    element("span", { class: "day-name" }, dayOf(day, { weekday: "short" }), " ", element("b", {}, dayOf(day, { day: "numeric" }))),
    element("div", { class: "hours" },
      entries.map(entry => block(entry, first, last, where)),
      element("span", { class: "now-line", hidden: true })));
}

function block({ start, end, meeting }, first, last, where) {
  const length = last - first;
  const place = `top:${((start - first) / length) * 100}%;height:${((end - start) / length) * 100}%`;
  if (!meeting) return element("span", { class: "busy", style: place, title: "Busy" });
  const words = [when(meeting, where), what(meeting), STATES[meeting.state]].join(" · ");
  return element("span", { class: `meeting ${meeting.state}`, style: place, title: words },
    element("b", {}, timeOfDay(start)), end - start < 45 ? null : ` ${meeting.mode}`);
}

// The drawing above is for the eye; this list says the same to everyone, with all its words.
function agenda(meetings, busy, where) {
  const lines = [...meetings].sort((one, other) => one.start.localeCompare(other.start)).map(meeting =>
    element("li", { class: meeting.state, "data-state": meeting.state },
      element("b", {}, when(meeting, where)),
      element("span", {}, what(meeting)),
      element("span", { class: "state" }, STATES[meeting.state])));
  return element("div", { class: "agenda" },
    lines.length ? element("ul", {}, lines) : element("p", { class: "hint" }, "No meetings this week."),
    busy.length ? element("ul", { class: "unseen", "aria-label": "Busy" },
      busy.map(time => element("li", {}, `Busy ${when(time, where)}`))) : null);
}

const when = ({ start, end }, where) => `${shortDay(start, where)}, ${span(start, end, where)}`;

const what = ({ subject, mode, with: others }) =>
  [subject, mode, ...(others.length ? [`with ${others.join(", ")}`] : [])].join(" · ");

const turner = (name, shape, onclick) =>
  element("button", { type: "button", class: "icon", "aria-label": name, onclick }, drawing(shape));
