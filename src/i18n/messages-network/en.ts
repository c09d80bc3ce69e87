import type { NetworkMessages } from './ja.js';

/** English */
export const en: NetworkMessages = {
  title: 'Nearest sewer',
  working: 'Looking it up…',
  distance: (p) => `about ${p.meters} m from here`,
  none: 'None of the sewers brought in lies within 1 km. That does not mean there are none.',
  name: 'Number',
  kind: 'Kind',
  diameter: 'Diameter',
  material: 'Material',
  built: 'Built',
  kinds: { storm: 'storm', sanitary: 'sanitary', combined: 'combined', channel: 'open channel' },
  unknown: 'not stated',
  source: (p) =>
    `Source: ${p.source} (as of ${p.date}, places good to about ${p.meters} m). No replacement for a survey.`,
  failed: (p) => `The sewers could not be read (${p.reason}). The other answers are not affected.`,
  again: 'Try again',
};
