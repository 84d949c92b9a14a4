import { element, drawing, shapes } from "./element.js";
import { avatar } from "./person-column.js";

/** The button that adds a person, and the list it opens. It counts what has come for people who are not shown. */
export class PeoplePicker {
  constructor(pick) {
    this.pick = pick;
    this.badge = element("span", { class: "badge", hidden: true });
    this.button = element("button", { type: "button", class: "quiet", onclick: () => this.open() },
      drawing(shapes.add), "Add a person", this.badge);
    this.search = element("input", { type: "search", "aria-label": "Find a person", placeholder: "Find by name, role or school",
      oninput: () => this.write() });
    this.list = element("ul", { class: "people" });
    this.dialog = element("dialog", { class: "picker", "aria-label": "Add a person" },
      element("div", { class: "dialog-head" }, element("h2", {}, "Add a person"),
        element("button", { type: "button", class: "icon", "aria-label": "Close", onclick: () => this.dialog.close() },
          drawing(shapes.close))),
      this.search, this.list);
    document.body.append(this.dialog);
  }

  /** @param unread knows how many messages each person has not seen */
  show(people, unread) {
    this.people = people;
    this.unread = unread;
    const waiting = people.reduce((sum, person) => sum + unread.of(person.id), 0);
    this.badge.hidden = waiting === 0;
    this.badge.textContent = `${waiting} new`;
    if (this.dialog.open) this.write();
  }

  open() {
    this.search.value = "";
    this.write();
    this.dialog.showModal();
    this.search.focus();
  }

  write() {
    const wanted = this.search.value.trim().toLowerCase();
    const found = this.people
      .filter(person => `${person.name} ${person.title} ${person.organisation}`.toLowerCase().includes(wanted))
      .sort((one, other) => this.unread.of(other.id) - this.unread.of(one.id));
    this.list.replaceChildren(...found.map(person => element("li", {},
      element("button", { type: "button", onclick: () => this.choose(person) },
        avatar(person),
        element("span", { class: "names" },
          element("strong", {}, person.name),
          element("span", {}, `${person.title} · ${person.organisation}`)),
        this.unread.of(person.id) ? element("span", { class: "badge" }, `${this.unread.of(person.id)} new`) : null))));
    if (found.length === 0) this.list.append(element("li", { class: "none" }, "Nobody else by that name."));
  }

  choose(person) {
    this.dialog.close();
    this.pick(person);
  }
}
