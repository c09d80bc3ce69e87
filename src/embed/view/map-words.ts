import type { EmbedMessages } from '../../i18n/messages.js';
import type { MapLabels } from '../../map/map-labels.js';

export interface MapWordsOptions {
  /** The page that lists all sources. */
  about: string;
  /** Enter answers for the middle. */
  report: boolean;
  /** Tells the two maps of a comparison apart. */
  side: string | null;
}

/** Every string the map of an embed shows or speaks. */
export function mapWords(
  { map, labelled }: EmbedMessages,
  { about, report, side }: MapWordsOptions,
): MapLabels {
  return {
    map: side === null ? map.label : labelled({ label: side, value: map.label }),
    keyboardHelp: report ? map.keyboardReport : map.keyboard,
    crosshair: report ? map.crosshairReport : map.crosshair,
    zoomIn: map.zoomIn,
    zoomOut: map.zoomOut,
    home: map.home,
    groundMissing: map.groundMissing,
    groundRetry: map.retry,
    creditsTitle: map.credits,
    credits: [{ text: map.baseCredit, href: about }],
    gestureHints: { windows: map.wheelWindows, mac: map.wheelMac, touch: map.touch },
  };
}
