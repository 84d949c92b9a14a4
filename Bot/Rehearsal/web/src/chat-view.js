import { announce, warn } from "./announce.js";
import * as api from "./api.js";
import { Composer } from "./composer.js";
import { element } from "./element.js";
import { MessageView } from "./message-view.js";
import { Scroller } from "./scroller.js";
import { local, longDay } from "./words.js";

const TYPING_LASTS = 8000;

/** The messages of one person, the oldest at the top, and the place where the person writes. */
export class ChatView {
  constructor(person, changed) {
    this.person = person;
    this.changed = changed;
    this.views = new Map();
    this.list = element("ol", { class: "messages", "aria-label": `Messages of ${person.name}` });
    this.typing = element("p", { class: "typing", hidden: true }, element("span", { class: "dots" }), "PeerBot is typing");
    this.suggestions = element("div", { class: "suggestions", role: "group", "aria-label": "Suggested replies" });
    this.scroller = new Scroller(person, this.list, this.typing, this.suggestions);
    this.composer = new Composer(person, text => this.say(text));
    this.node = element("div", { class: "chat" }, this.scroller.pane, this.scroller.newest, this.composer.node);
    this.finish();
  }

  get count() {
    return this.views.size;
  }

  /** Reads the whole chat. Only the first time does it move to a place; later it mends what was missed. */
  async load() {
    const messages = await api.chat(this.person.id);
    const standing = new Set(messages.map(message => message.id));
    for (const [id, view] of this.views) {
      if (standing.has(id)) continue;
      view.item.remove();
      this.views.delete(id);
    }
    for (const message of messages) this.put(message);
    if (!this.loaded) this.scroller.restore();
    this.loaded = true;
    this.finish();
  }

  /** A message that has just come or changed. */
  receive(message) {
    const wasNear = this.scroller.isNearEnd;
    const isNew = !this.views.has(message.id);
    const view = this.put(message);
    if (message.from === "bot") this.showTyping(false);
    if (isNew && message.from === "bot") announce(`PeerBot to ${this.person.name}: ${view.inWords()}`);
    this.finish();
    if (isNew && (wasNear || message.from === "person")) this.scroller.reveal(view.item);
    else if (isNew) this.scroller.offerNewest();
    else if (wasNear) view.item.scrollIntoView({ block: "nearest" });
  }

  clear() {
    this.views.clear();
    this.list.replaceChildren();
    this.day = null;
    this.showTyping(false);
    this.finish();
  }

  redraw() {
    for (const view of this.views.values()) view.redraw();
  }

  showTyping(on) {
    clearTimeout(this.typingEnds);
    const wasNear = this.scroller.isNearEnd;
    this.typing.hidden = !on;
    if (on) this.typingEnds = setTimeout(() => this.showTyping(false), TYPING_LASTS);
    if (on && wasNear) this.scroller.toEnd();
  }

  async say(text) {
    try {
      await api.say(this.person.id, text);
    } catch (failure) {
      this.composer.giveBack(text);
      warn(failure.message);
    }
  }

  put(message) {
    const known = this.views.get(message.id);
    if (known) {
      known.update(message);
      return known;
    }
    const view = new MessageView(this.person, message, text => this.say(text));
    this.views.set(message.id, view);
    this.startDay(message);
    this.list.append(view.item);
    view.refresh();
    return view;
  }

  startDay({ at }) {
    const { date } = local(at, this.person.timeZone);
    if (date === this.day) return;
    this.day = date;
    this.list.append(element("li", { class: "day" }, element("span", {}, longDay(at, this.person.timeZone))));
  }

  /** What hangs on the chat as a whole: replies that the last message suggests, and words for an empty chat. */
  finish() {
    const last = [...this.views.values()].at(-1)?.message;
    this.suggestions.replaceChildren(...(last?.suggestedActions ?? []).map(({ title, value }) =>
      element("button", { type: "button", class: "chip", onclick: () => this.say(value ?? title) }, title)));
    this.list.classList.toggle("empty", this.views.size === 0);
    this.list.dataset.empty = `Nothing yet. Write “hi” as ${this.person.name.split(" ")[0]} to begin.`;
    this.changed();
  }
}
