// Made from src/i18n/locales by `npm run messages`: change those, not this.
import type { NetworkMessages } from './messages.js';

export const messages: NetworkMessages = {
  title: "Nearest sewer",
  working: "Looking it up…",
  distance: (d) => `about ${d.meters} m from here`,
  none: "None of the sewers brought in lies within 1 km. That does not mean there are none.",
  name: "Number",
  kind: "Kind",
  diameter: "Diameter",
  material: "Material",
  built: "Built",
  kinds: {
    storm: "storm",
    sanitary: "sanitary",
    combined: "combined",
    channel: "open channel",
  },
  unknown: "not stated",
  source: (d) => `Source: ${d.source} (as of ${d.date}, places good to about ${d.meters} m). No replacement for a survey.`,
  failed: (d) => `The sewers could not be read (${d.reason}). The other answers are not affected.`,
  again: "Try again",
};
