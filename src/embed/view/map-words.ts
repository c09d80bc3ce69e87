import type { EmbedMessages } from '../../i18n/messages-embed/ja.js';
import type { MapLabels } from '../../map/map-labels.js';

/** Every string the map of an embed shows or speaks. `about` is the page that lists all sources. */
export function mapWords({ map }: EmbedMessages, about: string, report: boolean): MapLabels {
  return {
    map: map.label,
    keyboardHelp: report ? map.keyboardReport : map.keyboard,
    crosshair: report ? map.crosshairReport : map.crosshair,
    zoomIn: map.zoomIn,
    zoomOut: map.zoomOut,
    home: map.home,
    creditsTitle: map.credits,
    credits: [{ text: map.baseCredit, href: about }],
    gestureHints: { windows: map.wheelWindows, mac: map.wheelMac, touch: map.touch },
  };
}
