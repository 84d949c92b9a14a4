import { announce } from "./announce.js";
import * as api from "./api.js";
import { drawing, element, shapes } from "./element.js";
import { keep, kept } from "./kept.js";
import { MessageView } from "./message-view.js";
import { local, longDay } from "./words.js";

const NEAR = 80;
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
    this.scroller = element("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": `Chat of ${person.name}`,
      onscroll: () => this.scrolled() }, this.list, this.typing, this.suggestions);
    this.newest = element("button", { type: "button", class: "newest", hidden: true, onclick: () => this.toEnd() }, drawing(shapes.down), "New messages");
    new ResizeObserver(() => this.resized()).observe(this.scroller);
    this.node = element("div", { class: "chat" }, this.scroller, this.newest, this.composer());
  }

  async load() {
    const place = kept("scroll")?.[this.person.id];
    const messages = await api.chat(this.person.id);
    const seen = new Set(messages.map(message => message.id));
    for (const [id, view] of this.views) {
      if (!seen.has(id)) this.remove(id, view);
    }
    for (const message of messages) this.put(message, false);
    this.empty();
    // First loading only: later ones mend what was missed, and leave the reader where they are.
    if (!this.loaded) this.scroller.scrollTop = place ?? this.scroller.scrollHeight;
    this.loaded = true;
    this.changed();
  }

  /** A message that has just come or changed. */
  receive(message) {
    const wasNear = this.isNearEnd();
    const isNew = !this.views.has(message.id);
    const view = this.put(message, isNew);
    this.empty();
    if (message.from === "bot") this.showTyping(false);
    if (isNew && message.from === "bot") announce(`PeerBot to ${this.person.name}: ${view.inWords()}`);
    if (isNew && (wasNear || message.from === "person")) this.reveal(view);
    else if (isNew) this.newest.hidden = false;
    else if (wasNear) view.item.scrollIntoView({ block: "nearest" });
    this.changed();
  }

  put(message, isNew) {
    let view = this.views.get(message.id);
    if (view) {
      view.update(message);
    } else {
      view = new MessageView(this.person, message, text => this.say(text));
      this.views.set(message.id, view);
      this.startDay(message);
      this.list.append(view.item);
      if (isNew || !this.loaded) view.refresh();
    }
    this.suggest();
    return view;
  }

  remove(id, view) {
    view.item.remove();
    this.views.delete(id);
  }

  clear() {
    this.views.clear();
    this.list.replaceChildren();
    this.day = null;
    this.newest.hidden = true;
    this.showTyping(false);
    this.suggest();
    this.empty();
    this.changed();
  }

  redraw() {
    for (const view of this.views.values()) view.redraw();
  }

  showTyping(on) {
    clearTimeout(this.typingEnds);
    const wasNear = this.isNearEnd();
    this.typing.hidden = !on;
    if (on) this.typingEnds = setTimeout(() => this.showTyping(false), TYPING_LASTS);
    if (on && wasNear) this.toEnd();
  }

  get count() {
    return this.views.size;
  }

  startDay({ at }) {
    const { date } = local(at);
    if (date === this.day) return;
    this.day = date;
    this.list.append(element("li", { class: "day" }, element("span", {}, longDay(at))));
  }

  empty() {
    this.list.classList.toggle("empty", this.views.size === 0);
    this.list.dataset.empty = `Nothing yet. Write “hi” as ${this.person.name.split(" ")[0]} to begin.`;
  }

  suggest() {
    const last = [...this.views.values()].at(-1)?.message;
    this.suggestions.replaceChildren(...(last?.suggestedActions ?? []).map(({ title, value }) =>
      element("button", { type: "button", class: "chip", onclick: () => this.say(value ?? title) }, title)));
  }

  composer() {
    const first = this.person.name.split(" ")[0];
    this.input = element("textarea", { rows: "1", "aria-label": `Write as ${this.person.name}`, placeholder: `Write as ${first}`,
      onkeydown: event => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        this.sendWritten();
      } });
    const send = element("button", { type: "submit", class: "icon send", "aria-label": `Send as ${this.person.name}` }, drawing(shapes.send));
    return element("form", { class: "composer", onsubmit: event => {
      event.preventDefault();
      this.sendWritten();
    } }, this.input, send);
  }

  sendWritten() {
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = "";
    this.say(text);
  }

  async say(text) {
    try {
      await api.say(this.person.id, text);
    } catch (failure) {
      this.input.value ||= text;
      announce(failure.message);
      this.node.dispatchEvent(new CustomEvent("trouble", { bubbles: true, detail: failure.message }));
    }
  }

  isNearEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  /** Shows a new message from its beginning, even where it is taller than the chat. */
  reveal(view) {
    this.newest.hidden = true;
    const tall = view.item.offsetHeight > this.scroller.clientHeight;
    if (tall) this.scroller.scrollTop = view.item.offsetTop - 8;
    else this.toEnd();
  }

  toEnd() {
    this.newest.hidden = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** Who read the newest message keeps seeing it when the column gets narrower. */
  resized() {
    if (this.atEnd) this.toEnd();
  }

  scrolled() {
    this.atEnd = this.isNearEnd();
    if (this.atEnd) this.newest.hidden = true;
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => keep("scroll", { ...kept("scroll"), [this.person.id]: this.scroller.scrollTop }), 200);
  }
}
