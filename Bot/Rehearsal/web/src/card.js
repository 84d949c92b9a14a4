import { AdaptiveCard, ExecuteAction, OpenUrlAction, SubmitAction } from "adaptivecards/lib/card-elements";
import { HostConfig } from "adaptivecards/lib/host-config";
import { GlobalRegistry } from "adaptivecards/lib/registry";
import { Versions } from "adaptivecards/lib/serialization";
import { GlobalSettings } from "adaptivecards/lib/shared";
import { Table } from "adaptivecards/lib/table";
import { element } from "./element.js";
import { hostConfig } from "./host-config.js";
import { cardMarkdown } from "./markdown.js";

GlobalSettings.setTabIndexAtCardRoot = false;
// Naming the class keeps its registration from being shaken out of the bundle.
GlobalRegistry.elements.register("Table", Table, Versions.v1_5);
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};

/**
 * Renders one Adaptive Card.
 * @param presses what its buttons do: `execute(action, button)`, `submit(action, button)`, `say(text)`
 */
export function renderCard(content, presses) {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig());
  // The form keeps radio buttons of two people apart that carry the same name.
  const form = element("form", { onsubmit: event => event.preventDefault() });
  card.onExecuteAction = action => press(action, presses);
  try {
    card.parse(content);
    form.append(card.render() ?? unreadable());
  } catch {
    form.append(unreadable());
  }
  tidy(form);
  describe(form);
  form.addEventListener("click", () => queueMicrotask(() => describe(form)));
  const heading = form.querySelector("[role=heading]")?.textContent.trim();
  return element("div", { class: "card", role: "group", tabindex: "-1", "aria-label": heading || "Card" }, form);
}

function press(action, presses) {
  const button = action.renderedElement;
  if (action instanceof ExecuteAction) presses.execute(described(action, "Action.Execute"), button);
  else if (action instanceof SubmitAction) submit(action, presses, button);
  else if (action instanceof OpenUrlAction) openLink(action.url);
}

// What Teams makes of a Submit with an `msteams` part: words said by the person, or a value sent to the bot.
function submit(action, presses, button) {
  const teams = action.data?.msteams;
  if (teams?.type === "imBack") presses.say(teams.value);
  else if (teams?.type === "messageBack" && teams.text) presses.say(teams.text);
  else presses.submit(described(action, "Action.Submit"), button);
}

const described = (action, type) => ({ type, id: action.id, title: action.title, verb: action.verb, data: action.data });

function openLink(url) {
  if (/^(https?|mailto|tel|sip|msteams):/i.test(url ?? "")) window.open(url, "_blank", "noopener");
}

function unreadable() {
  return element("p", { class: "unreadable" }, "Teams could not show this card: it is not valid.");
}

// A card's own ids may come twice on the page, and nothing here looks them up.
function tidy(form) {
  for (const node of form.querySelectorAll("[id]:not([id^='__ac-'])")) node.removeAttribute("id");
  for (const button of form.querySelectorAll("button[title]")) button.removeAttribute("title");
}

// What the renderer leaves unsaid: which inputs are wrong, and which question a choice belongs to (it names only the first of them).
function describe(form) {
  for (const choices of form.querySelectorAll(".ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect")) {
    const first = choices.querySelector("input");
    const names = first?.getAttribute("aria-labelledby")?.trim().split(/\s+/) ?? [];
    if (names.length < 2) continue;
    choices.setAttribute("role", first.type === "radio" ? "radiogroup" : "group");
    choices.setAttribute("aria-labelledby", names.slice(0, -1).join(" "));
    first.setAttribute("aria-labelledby", names.at(-1));
  }
  for (const input of form.querySelectorAll(".ac-input")) {
    if (input.classList.contains("ac-input-validation-failed")) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
}
