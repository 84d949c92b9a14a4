import { drawing, element, shapes } from "./element.js";
import { keep, kept } from "./kept.js";

const NEAR = 80;

/** The scrolling part of a chat: who reads the newest message keeps seeing the newest; who reads further up is left there. */
export class Scroller {
  constructor(person, ...content) {
    this.person = person;
    this.pane = element("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": `Chat of ${person.name}`,
      onscroll: () => this.scrolled() }, content);
    this.newest = element("button", { type: "button", class: "newest", hidden: true, onclick: () => this.toEnd() },
      drawing(shapes.down), "New messages");
    // A column gets narrower when another one is added, and its messages taller.
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.pane);
  }

  get isNearEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.pane;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  /** To where this tab last was, or to the end. */
  restore() {
    this.pane.scrollTop = kept("scroll")?.[this.person.id] ?? this.pane.scrollHeight;
  }

  /** Shows a new message from its beginning, even where it is taller than the chat. */
  reveal(item) {
    if (item.offsetHeight <= this.pane.clientHeight) return this.toEnd();
    this.newest.hidden = true;
    this.pane.scrollTop = item.offsetTop - 8;
  }

  offerNewest() {
    this.newest.hidden = false;
  }

  toEnd() {
    this.newest.hidden = true;
    this.pane.scrollTop = this.pane.scrollHeight;
  }

  scrolled() {
    this.atEnd = this.isNearEnd;
    if (this.atEnd) this.newest.hidden = true;
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => keep("scroll", { ...kept("scroll"), [this.person.id]: this.pane.scrollTop }), 200);
  }
}
