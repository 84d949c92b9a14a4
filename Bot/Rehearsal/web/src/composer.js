import { drawing, element, shapes } from "./element.js";

/** Where a person writes: Enter sends, Shift and Enter begin a new line. */
export class Composer {
  constructor(person, send) {
    this.send = send;
    this.input = element("textarea", {
      rows: "1",
      "aria-label": `Write as ${person.name}`,
      placeholder: `Write as ${person.name.split(" ")[0]}`,
      onkeydown: event => this.key(event),
    });
    this.node = element("form", { class: "composer", onsubmit: event => this.submit(event) },
      this.input,
      element("button", { type: "submit", class: "icon send", "aria-label": `Send as ${person.name}` }, drawing(shapes.send)));
  }

  focus() {
    this.input.focus();
  }

  /** Gives back what could not be sent, unless something else has been begun. */
  giveBack(text) {
    this.input.value ||= text;
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
  }

  submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = "";
    this.send(text);
  }
}
