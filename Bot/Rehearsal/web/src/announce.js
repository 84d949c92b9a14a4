/** Tells a screen reader what has just happened. */
export function announce(words) {
  const region = document.getElementById("said");
  // The same words twice are still two pieces of news.
  region.textContent = region.textContent === words ? words + "\u00a0" : words;
}

export function warn(words) {
  const banner = document.getElementById("banner");
  banner.hidden = !words;
  banner.textContent = words ?? "";
}
