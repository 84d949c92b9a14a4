import { announce } from "./announce.js";
import * as api from "./api.js";
import { renderCard } from "./card.js";
import { carousel } from "./carousel.js";
import { element } from "./element.js";
import { messageMarkdown } from "./markdown.js";
import { longDay, time } from "./words.js";

const ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive";

/** One message in a chat. A change replaces only what has changed, so that half-filled fields stay as they are. */
export class MessageView {
  constructor(person, message, say) {
    this.person = person;
    this.say = say;
    this.body = element("div", { class: "body" });
    this.notes = element("div", { class: "notes" });
    this.head = element("p", { class: "head" });
    this.item = element("li", { class: `message from-${message.from}`, "data-message": message.id }, this.head, this.body, this.notes);
    this.update(message);
  }

  update(message) {
    const before = this.message;
    this.message = message;
    this.writeHead();
    if (!before || shape(before) !== shape(message)) this.writeBody();
    else message.attachments.forEach((attachment, index) => this.replaceChanged(before.attachments[index], attachment, index));
    this.writeNotes();
  }

  /** Draws everything again, in the colours of now. */
  redraw() {
    this.writeBody();
  }

  /** What a screen reader hears of it. */
  inWords() {
    const { text, deleted } = this.message;
    if (deleted) return "A message was deleted.";
    return text ?? this.body.querySelector("[role=heading], .ac-textBlock")?.textContent ?? "A card.";
  }

  writeHead() {
    const { at, from, edited } = this.message;
    const who = from === "bot" ? "PeerBot" : "You";
    const where = this.person.timeZone;
    this.head.replaceChildren(
      element("span", { class: from === "person" ? "unseen" : "who" }, who), " ",
      element("time", { datetime: at, title: `${longDay(at, where)}, ${time(at, where)}` }, time(at, where)),
      edited ? element("span", { class: "edited" }, " Edited") : "");
  }

  writeBody() {
    const { text, textFormat, attachments, layout, deleted } = this.message;
    this.cards = attachments.map((attachment, index) => this.renderAttachment(attachment, index));
    this.body.replaceChildren(...[
      deleted ? element("p", { class: "bubble deleted" }, "This message has been deleted.") : null,
      text && !deleted ? bubble(text, textFormat) : null,
      layout === "carousel" && this.cards.length > 1 ? carousel(this.cards) : this.cards,
    ].flat().filter(Boolean));
  }

  replaceChanged(before, attachment, index) {
    if (JSON.stringify(before) === JSON.stringify(attachment)) return;
    const old = this.cards[index];
    const card = (this.cards[index] = this.renderAttachment(attachment, index));
    const hadFocus = old.contains(document.activeElement);
    old.replaceWith(card);
    if (hadFocus) card.focus({ preventScroll: true });
  }

  renderAttachment(attachment, index) {
    if (attachment.contentType !== ADAPTIVE_CARD) return this.renderFile(attachment);
    return renderCard(attachment.content, {
      execute: (action, button) => this.send(api.invoke, action, index, button),
      submit: (action, button) => this.send(api.submit, action, index, button),
      say: this.say,
    });
  }

  renderFile({ contentType, contentUrl, name }) {
    const safe = /^https?:/i.test(contentUrl ?? "");
    return element("p", { class: "bubble" }, "Attachment: ", safe
      ? element("a", { href: contentUrl, target: "_blank", rel: "noopener noreferrer" }, name ?? contentUrl)
      : name ?? contentType);
  }

  /** Carries a press to the bot; the pressed card takes no other press until the answer is there. */
  async send(call, action, attachment, button) {
    const card = this.cards[attachment];
    if (card.hasAttribute("aria-busy")) return;
    card.setAttribute("aria-busy", "true");
    button?.setAttribute("aria-disabled", "true");
    try {
      const { kind, text } = await call(this.person.id, { message: this.message.id, attachment, action, trigger: "manual" });
      announce(kind === "card" ? "The card has changed." : text);
    } catch (failure) {
      this.update({ ...this.message, note: { text: failure.message, isError: true, attachment } });
      announce(failure.message);
    } finally {
      card.removeAttribute("aria-busy");
      button?.removeAttribute("aria-disabled");
    }
  }

  /** Asks for a fresh card where the bot wants that on every viewing, as Teams does. */
  refresh() {
    this.message.attachments.forEach(({ content }, attachment) => {
      const { action, userIds } = content?.refresh ?? {};
      if (action?.type !== "Action.Execute" || !userIds?.includes(this.person.id)) return;
      api.invoke(this.person.id, { message: this.message.id, attachment, action, trigger: "automatic" })
        .catch(() => { /* The card that is there stays. */ });
    });
  }

  writeNotes() {
    const { note, failure } = this.message;
    this.notes.replaceChildren(...[
      note ? element("p", { class: note.isError ? "note error" : "note" }, note.text) : null,
      failure ? element("p", { class: "note error" }, "Not delivered. ", failure, " ",
        element("button", { type: "button", class: "link", onclick: () => this.again() }, "Send again")) : null,
    ].filter(Boolean));
  }

  async again() {
    try {
      await api.sayAgain(this.person.id, this.message.id);
    } catch (failure) {
      this.update({ ...this.message, failure: failure.message });
    }
  }
}

// While this stays the same, single cards can be replaced in their places.
const shape = ({ text, textFormat, layout, deleted, attachments }) =>
  JSON.stringify([text, textFormat, layout, deleted, attachments.map(attachment => attachment.contentType)]);

function bubble(text, textFormat) {
  const node = element("div", { class: "bubble" });
  if (textFormat === "markdown") node.innerHTML = messageMarkdown(text);
  else node.textContent = text;
  return node;
}
