import { announce, warn } from "./announce.js";
import * as api from "./api.js";
import { CalendarView } from "./calendar-view.js";
import { ClockBar } from "./clock-bar.js";
import { ask } from "./dialogs.js";
import { drawing, element, shapes } from "./element.js";
import { dark } from "./host-config.js";
import { forget, keep, kept } from "./kept.js";
import { listen } from "./live.js";
import { PeoplePicker } from "./people-picker.js";
import { PersonColumn } from "./person-column.js";
import { useZone } from "./words.js";

const place = name => document.getElementById(name);

const columns = new Map();
let people = [];
let counts = {};

const clock = new ClockBar(place("clock"), () => {
  calendar.tick();
  readDueSoon();
});
const calendar = new CalendarView(place("calendar"), () => clock.now());
const calendarButton = element("button", { type: "button", class: "quiet", onclick: () => showCalendar(!calendarShown()), "aria-controls": "calendar", title: "Calendar" },
  drawing(shapes.calendar), element("span", {}, "Calendar"));
const picker = new PeoplePicker(person => addColumn(person, true));

place("tools").append(picker.button,
  calendarButton,
  element("button", { type: "button", class: "quiet", onclick: reset, title: "Reset" }, drawing(shapes.reset), element("span", {}, "Reset")));
showCalendar(kept("calendar") ?? true);
document.addEventListener("trouble", event => warn(event.detail));
dark.addEventListener("change", () => columns.forEach(column => column.chat.redraw()));
setInterval(() => calendar.tick(), 30_000);

begin();

async function begin() {
  try {
    const now = await api.clock();
    useZone(now.zone);
    clock.set(now.now);
    await readPeople();
    for (const person of firstShown()) addColumn(person, false);
  } catch (failure) {
    warn(failure.message);
    return;
  }
  listen({
    ready: catchUp,
    message: ({ person, message }) => received(person, message),
    typing: ({ person }) => columns.get(person)?.chat.showTyping(true),
    clock: ({ now }) => clock.set(now),
    reset: startAgain,
    lost: () => warn("PeerBot does not answer. Trying again…"),
  });
}

/** Reads everything that may have been missed; also what was there before the page was opened. */
async function catchUp() {
  warn(null);
  try {
    counts = await api.counts();
    await Promise.all([...columns.values()].map(column => column.chat.load()));
    clock.set((await api.clock()).now);
    calendar.readSoon();
    await api.open([...columns.keys()]);
  } catch (failure) {
    warn(failure.message);
  }
}

async function readPeople() {
  people = (await api.people()).map((person, place) => ({ ...person, place }));
}

function firstShown() {
  const chosen = kept("columns") ?? people.filter(person => person.shownFirst).map(person => person.id);
  const found = chosen.map(id => people.find(person => person.id === id)).filter(Boolean);
  return found.length > 0 ? found : people.slice(0, 2);
}

function addColumn(person, byHand) {
  const column = new PersonColumn(person, { close: () => removeColumn(person), changed: () => countUnread() });
  columns.set(person.id, column);
  place("people").append(column.node);
  arranged();
  if (!byHand) return;
  column.chat.load().catch(failure => warn(failure.message));
  column.node.scrollIntoView({ inline: "nearest", block: "nearest" });
  column.chat.input.focus();
  announce(`${person.name} is shown.`);
}

function removeColumn(person) {
  columns.get(person.id).node.remove();
  columns.delete(person.id);
  arranged();
  picker.button.focus();
  announce(`${person.name} is no longer shown.`);
}

function arranged() {
  keep("columns", [...columns.keys()]);
  calendar.show([...columns.values()].map(column => column.person));
  countUnread();
}

function received(person, message) {
  const column = columns.get(person);
  if (column) column.chat.receive(message);
  else readCountsSoon();
  calendar.readSoon();
  readDueSoon();
}

let countsSoon;
function readCountsSoon() {
  clearTimeout(countsSoon);
  countsSoon = setTimeout(async () => {
    try {
      counts = await api.counts();
      countUnread();
    } catch (failure) {
      warn(failure.message);
    }
  }, 300);
}

/** What has come for people who are not shown, since they were last shown here. Everyone's first message is the welcome: no news. */
function countUnread() {
  const seen = { ...kept("seen") };
  for (const [id, column] of columns) seen[id] = column.chat.count;
  keep("seen", seen);
  const hidden = people.filter(person => !columns.has(person.id));
  picker.show(hidden, Object.fromEntries(hidden.map(({ id }) => [id, Math.max(0, (counts[id] ?? 0) - Math.max(1, seen[id] ?? 0))])));
}

let dueSoon;
function readDueSoon() {
  clearTimeout(dueSoon);
  dueSoon = setTimeout(() => clock.readDue().catch(failure => warn(failure.message)), 300);
}

function calendarShown() {
  return !place("calendar").hidden;
}

function showCalendar(shown) {
  place("calendar").hidden = !shown;
  calendarButton.setAttribute("aria-pressed", String(shown));
  keep("calendar", shown);
}

async function reset() {
  const sure = await ask({
    title: "Begin again?",
    body: element("p", {}, "All chats, requests and meetings of this rehearsal are thrown away, and the clock goes back to its start."),
    confirm: "Begin again",
    danger: true,
  });
  if (!sure) return;
  try {
    await api.reset();
    announce("The rehearsal has begun again.");
  } catch (failure) {
    warn(failure.message);
  }
}

/** After a reset, by this page or by another one. */
async function startAgain({ now }) {
  const shown = kept("columns");
  forget();
  keep("columns", shown);
  counts = {};
  columns.forEach(column => column.chat.clear());
  calendar.chosen = null;
  clock.set(now);
  await readPeople();
  await catchUp();
}
