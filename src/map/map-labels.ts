/** Every string the map shows or speaks; the caller takes them from the message table. */
export interface MapLabels {
  /** Name of the map region, e.g. 福岡市の地図 */
  map: string;
  /** How to use it by keyboard: arrows pan, + and − zoom, Enter asks about the centre. */
  keyboardHelp: string;
  /** Short hint shown beside the crosshair while the map has the focus, e.g. Enter で調べる */
  crosshair: string;
  zoomIn: string;
  zoomOut: string;
  /** Back to the opening view */
  home: string;
  /** Credit lines always on screen, in this order; `href` null for plain words. */
  credits: readonly { text: string; href: string | null }[];
  /** Said while the base map does not come: what is drawn in its place. */
  groundMissing: string;
  groundRetry: string;
  /** Accessible name of the credits */
  creditsTitle: string;
  /**
   * Given where the map lies in a page that scrolls: the wheel alone and one finger then move the page,
   * and these hints say what moves the map.
   */
  gestureHints?: { windows: string; mac: string; touch: string };
}
