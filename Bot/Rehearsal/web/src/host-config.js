import teamsDark from "adaptivecards-designer/lib/hostConfigs/microsoft-teams-dark.json";
import teamsLight from "adaptivecards-designer/lib/hostConfigs/microsoft-teams-light.json";

const text = (plain, subtle = plain) => ({ default: plain, subtle });

const onLight = {
  default: text("#242424", "#5c5c5c"),
  accent: text("#4f52b2"),
  good: text("#0e700e"),
  warning: text("#8a5300"),
  attention: text("#b10e1c"),
};

const onDark = {
  default: text("#ffffff", "#c8c6c4"),
  accent: text("#aeb0f5"),
  good: text("#92d46c"),
  warning: text("#f8d22a"),
  attention: text("#ff99a4"),
};

// The coloured boxes of Teams are pale in both schemes, so dark text belongs on them in both.
const onPale = {
  default: text("#242424", "#424242"),
  accent: text("#3d3e8c"),
  good: text("#0b5a0b"),
  warning: text("#6b4000"),
  attention: text("#9c0b18"),
};

/** True while the system asks for dark colours. */
export const dark = matchMedia("(prefers-color-scheme: dark)");

/** How Teams lays out a card. Colours of text are darkened or lightened where Teams' own are too faint to read (WCAG 1.4.3). */
export function hostConfig() {
  const config = structuredClone(dark.matches ? teamsDark : teamsLight);
  const readable = dark.matches ? onDark : onLight;
  for (const [name, style] of Object.entries(config.containerStyles)) {
    Object.assign(style.foregroundColors, name === "default" || name === "emphasis" ? readable : onPale);
  }
  // The page's own colours and type, so that a card sits in it as in Teams.
  config.containerStyles.default.backgroundColor = "transparent";
  config.containerStyles.emphasis.backgroundColor = dark.matches ? "#383838" : "#f5f5f5";
  config.fontTypes.default.fontFamily = "inherit";
  config.textBlock = { headingLevel: 3 };
  return config;
}
