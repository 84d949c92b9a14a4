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
import { soon } from "./soon.js";
import { Unread } from "./unread.js";
import { isElsewhere, useZone } from "./words.js";

const place = name => document.getElementById(name);

const columns = new Map();
const unread = new Unread();
let people = [];

const readDueSoon = soon(300, () => clock.readDue(), warn);
const readCountsSoon = soon(300, async () => {
  await unread.read();
  countUnread();
}, warn);

const clock = new ClockBar(place("clock"), () => {
  tick();
  readDueSoon();
});
const calendar = new CalendarView(place("calendar"), () => clock.now());
const calendarButton = tool("Calendar", shapes.calendar, () => showCalendar(place("calendar").hidden));
const picker = new PeoplePicker(person => addColumn(person, true));

place("tools").append(picker.button, calendarButton, tool("Reset", shapes.reset, reset));
showCalendar(kept("calendar") ?? true);
dark.addEventListener("change", () => columns.forEach(column => column.chat.redraw()));
setInterval(tick, 10_000);

begin();

function tool(name, shape, onclick) {
  return element("button", { type: "button", class: "quiet", title: name, onclick }, drawing(shape), element("span", {}, name));
}

function tick() {
  if (Number.isNaN(clock.now())) return;
  calendar.tick();
  columns.forEach(column => column.tick(clock.now()));
}

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
    await unread.read();
    await Promise.all([...columns.values()].map(column => column.chat.load()));
    clock.set((await api.clock()).now);
    calendar.readSoon();
    await api.open([...columns.keys()]);
    document.body.dataset.ready = "";
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
  column.chat.composer.focus();
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
  const shown = [...columns.values()].map(column => column.person);
  calendar.show(shown);
  clock.nameZone(shown.some(person => isElsewhere(person.timeZone)));
  columns.forEach(column => column.tick(clock.now()));
  countUnread();
}

function received(person, message) {
  const column = columns.get(person);
  if (column) column.chat.receive(message);
  else readCountsSoon();
  calendar.readSoon();
  readDueSoon();
}

function countUnread() {
  for (const [id, column] of columns) unread.saw(id, column.chat.count);
  picker.show(people.filter(person => !columns.has(person.id)), unread);
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
  unread.forget();
  columns.forEach(column => column.chat.clear());
  calendar.chosen = null;
  clock.set(now);
  await readPeople();
  await catchUp();
}
