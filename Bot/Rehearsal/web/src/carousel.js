import { drawing, element, shapes } from "./element.js";

/** Cards side by side, with buttons that go to the card before and after. */
export function carousel(cards) {
  const strip = element("ul", { class: "strip", tabindex: "0", "aria-label": `${cards.length} cards, side by side` },
    cards.map(card => element("li", {}, card)));
  const place = element("span", { class: "place" });
  const previous = button("Previous card", shapes.previous, () => go(-1));
  const next = button("Next card", shapes.next, () => go(1));

  const width = () => strip.scrollWidth / cards.length;
  const at = () => Math.min(cards.length - 1, Math.round(strip.scrollLeft / width()));

  function go(step) {
    strip.children[Math.max(0, Math.min(cards.length - 1, at() + step))].scrollIntoView({ inline: "start", block: "nearest" });
  }

  function show() {
    const end = strip.scrollLeft + strip.clientWidth >= strip.scrollWidth - 2;
    place.textContent = `${end ? cards.length : at() + 1} of ${cards.length}`;
    previous.setAttribute("aria-disabled", String(strip.scrollLeft <= 2));
    next.setAttribute("aria-disabled", String(end));
  }

  strip.addEventListener("scroll", show, { passive: true });
  new ResizeObserver(show).observe(strip);
  return element("div", { class: "carousel", role: "group", "aria-roledescription": "carousel", "aria-label": "Cards" },
    strip, element("div", { class: "turn" }, previous, place, next));
}

const button = (name, shape, onclick) =>
  element("button", { type: "button", class: "icon", "aria-label": name, onclick }, drawing(shape));
