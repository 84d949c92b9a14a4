import { ChatView } from "./chat-view.js";
import { drawing, element, shapes } from "./element.js";
import { isElsewhere, placeOf, shortDay, time } from "./words.js";

/** One person: who they are, and their chat. */
export class PersonColumn {
  constructor(person, { close, changed }) {
    this.person = person;
    this.chat = new ChatView(person, changed);
    this.there = element("p", { class: "there", hidden: true });
    const heading = `who-${person.aadObjectId}`;
    this.node = element("section", { class: "column", "aria-labelledby": heading, "data-person": person.name },
      element("header", { class: "person" },
        avatar(person),
        element("div", { class: "names" },
          element("h2", { id: heading }, person.name),
          element("p", {}, `${person.title} · ${person.organisation}`),
          this.there),
        element("button", { type: "button", class: "icon", "aria-label": `Close the chat of ${person.name}`, onclick: close },
          drawing(shapes.close))),
      this.chat.node);
  }

  /** Whoever lives by other clocks than the rehearsal's has their own beside their name. */
  tick(now) {
    const where = this.person.timeZone;
    this.there.hidden = !isElsewhere(where);
    if (isElsewhere(where)) this.there.textContent = `${placeOf(where)} time: ${shortDay(now, where)}, ${time(now, where)}`;
  }
}

/** Initials on a colour; neighbours in the list of people have different ones. */
export function avatar({ name, place }) {
  const words = name.split(" ");
  return element("span", { class: `avatar hue-${place % 6}`, "aria-hidden": "true" }, words[0][0] + (words.at(-1)[0] ?? ""));
}
