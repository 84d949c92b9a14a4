import { announce, warn } from "./announce.js";
import * as api from "./api.js";
import { ask } from "./dialogs.js";
import { drawing, element, shapes } from "./element.js";
import { forInput, longDay, placeOf, shortDay, time } from "./words.js";

const HOUR = 3600_000;

/** Shows the rehearsal's date and time, and moves them. */
export class ClockBar {
  constructor(place, changed) {
    this.changed = changed;
    this.day = element("span", { class: "date" });
    this.time = element("span", { class: "time" });
    this.zone = element("small", { class: "zone", hidden: true });
    this.when = element("small", {});
    this.due = this.button(["Next due", this.when], () => this.move(() => this.nextDue && { now: this.nextDue }));
    this.buttons = [
      this.button("Move to…", () => this.choose()),
      this.button("+1 hour", () => this.move(() => ({ now: new Date(this.now() + HOUR).toISOString() }))),
      this.button(["Next working day", element("small", { class: "spare" }, "8.30am")],
        () => this.move(async () => ({ now: (await api.nextWorkingDay()).next }))),
      this.due,
    ];
    place.append(
      element("p", { class: "now", id: "now" }, drawing(shapes.clock), this.day, this.time, this.zone),
      element("div", { class: "moves", role: "group", "aria-label": "Move the clock" }, this.buttons));
    setInterval(() => this.write(), 1000);
  }

  /** Takes a time of the product's clock; between two of them it runs on by itself. */
  set(now) {
    this.base = Date.parse(now) - performance.now();
    this.write();
    this.changed();
  }

  /** @param several the people shown do not all live by these clocks, so it is said whose they are */
  nameZone(several) {
    this.zone.textContent = `${placeOf()} time`;
    this.zone.hidden = !several;
  }

  now() {
    return this.base + performance.now();
  }

  async readDue() {
    this.nextDue = (await api.nextDue()).next;
    this.when.textContent = this.nextDue ? `${shortDay(this.nextDue)}, ${time(this.nextDue)}` : "nothing waits";
    this.due.setAttribute("aria-disabled", String(!this.nextDue));
  }

  button(name, onclick) {
    return element("button", { type: "button", class: "quiet", onclick }, name);
  }

  write() {
    if (this.base === undefined) return;
    const now = this.now();
    this.day.textContent = longDay(now);
    this.time.textContent = time(now);
  }

  async choose() {
    const input = element("input", { type: "datetime-local", required: true, value: forInput(this.now()), min: forInput(this.now()) });
    const chosen = await ask({
      title: "Move the clock",
      body: [
        element("label", {}, "Date and time", input),
        element("p", { class: "hint" }, "Everything that falls due on the way happens at its own time."),
      ],
      confirm: "Move",
      value: () => input.value,
    });
    if (chosen) await this.move(() => ({ local: chosen }));
  }

  /** @param target gives what to move to; nothing when there is nowhere to go */
  async move(target) {
    if (this.moving) return;
    this.moving = true;
    this.busy(true);
    try {
      const to = await target();
      if (!to) return;
      const { now } = await api.moveClock(to);
      this.set(now);
      announce(`It is now ${longDay(now)}, ${time(now)}.`);
      warn(null);
    } catch (failure) {
      warn(failure.message);
    } finally {
      this.moving = false;
      this.busy(false);
    }
  }

  busy(on) {
    document.getElementById("clock").toggleAttribute("aria-busy", on);
    for (const button of this.buttons) button.toggleAttribute("data-busy", on);
  }
}
