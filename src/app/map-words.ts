import type { Translation } from '../i18n/translation.js';
import type { MapLabels } from '../map/map-labels.js';

/** Every string the map shows or speaks, from the message table. */
export function mapWords({ t }: Translation): MapLabels {
  return {
    map: t.map.label,
    keyboardHelp: t.map.keyboardHelp,
    crosshair: t.map.crosshair,
    zoomIn: t.map.zoomIn,
    zoomOut: t.map.zoomOut,
    home: t.map.home,
    groundMissing: t.map.groundMissing,
    groundRetry: t.map.retry,
    creditsTitle: t.map.creditsTitle,
    credits: [
      { text: t.map.creditWards, href: null },
      { text: t.map.creditTowns, href: null },
      { text: t.map.creditYearbook, href: null },
    ],
  };
}
