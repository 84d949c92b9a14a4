import { element } from "./element.js";

/** Asks one question in a dialog. Resolves to what `value` gives, or null when the person thinks better of it. */
export function ask({ title, body, confirm, danger = false, value = () => true }) {
  return new Promise(resolve => {
    const form = element("form", { method: "dialog" },
      element("h2", {}, title), body,
      element("div", { class: "choices" },
        element("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, "Cancel"),
        element("button", { type: "submit", value: "yes", class: danger ? "danger" : "primary" }, confirm)));
    const dialog = element("dialog", { class: "question", "aria-label": title, onclose: () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes" ? value() : null);
    } }, form);
    document.body.append(dialog);
    dialog.showModal();
  });
}
