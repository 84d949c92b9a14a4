/**
 * Makes an element: `element("button", { class: "quiet", type: "button", onclick }, "Move to…")`.
 * Properties that start with "on" are listeners; false and null leave an attribute out; children may be text, nodes or null.
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter(child => child != null && child !== false));
  return node;
}

/** A line drawing that says nothing to a screen reader; the button around it has a name of its own. */
export function drawing(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "drawing");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(svg.namespaceURI, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export const shapes = {
  close: "M5 5l10 10M15 5L5 15",
  previous: "M12.5 4.5L7 10l5.5 5.5",
  next: "M7.5 4.5L13 10l-5.5 5.5",
  down: "M10 4v11M5 10.5l5 5 5-5",
  send: "M3.5 10h6M3.5 10L2.5 3l15 7-15 7z",
  add: "M10 4v12M4 10h12",
  clock: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM10 5.5V10l3 2",
  calendar: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5",
  reset: "M4.5 4v4h4M4.8 8A6 6 0 1 1 4 11.5",
};
