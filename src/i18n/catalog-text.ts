import type { CatalogMessages } from './messages.js';

/** Lowest and highest depth in metres; highest null = no upper limit. */
type DepthRange = readonly [min: number, max: number | null];

/** A text of the catalogue: its key under `catalog` in the language files; a missing one does not compile. */
type CatalogKey = {
  [Key in keyof CatalogMessages]: CatalogMessages[Key] extends string ? Key : never;
}[keyof CatalogMessages];

/** What a catalogue entry says: a text by its key, or a class of depth. */
export type CatalogText =
  | CatalogKey
  | {
      depth: DepthRange;
      /** What its colour means on maps with six classes, where that is more. */
      inSixClasses?: DepthRange;
    };

function depthText(messages: CatalogMessages, [min, max]: DepthRange): string {
  if (max === null) return messages['depth.from']({ min });
  return min === 0 ? messages['depth.below']({ max }) : messages['depth.between']({ min, max });
}

/** The words of one language for a text of the catalogue. */
export function catalogText(messages: CatalogMessages, text: CatalogText): string {
  if (typeof text === 'string') return messages[text];
  const narrow = depthText(messages, text.depth);
  if (!text.inSixClasses) return narrow;
  return messages['depth.bothForms']({ narrow, wide: depthText(messages, text.inSixClasses) });
}
