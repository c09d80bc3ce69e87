import * as v from 'valibot';
import { readNotes } from '../../formats/read-note.js';

const figure = v.pipe(v.number(), v.finite());
const count = figure;

/**
 * Something a reader should know though the file could be read; kept with the overlay in a project.
 * Words are in src/i18n/locales.
 */
export const overlayNote = v.variant('reason', [
  ...readNotes,
  v.object({ reason: v.literal('mixed-geometry') }),
  v.object({ reason: v.literal('rows-without-geometry'), count }),
  v.object({ reason: v.literal('broken-geometry'), count }),
  v.object({ reason: v.literal('self-crossing'), count }),
  v.object({ reason: v.literal('closed-rings'), count }),
  v.object({ reason: v.literal('fields-cut'), count, kept: figure }),
  v.object({ reason: v.literal('text-cut'), count, length: figure }),
  v.object({ reason: v.literal('fields-renamed'), count }),
  v.object({ reason: v.literal('nested-values'), count }),
  v.object({ reason: v.literal('old-datum'), accuracyMeters: figure }),
  v.object({ reason: v.literal('outside-frame'), count }),
]);
export type OverlayNote = v.InferOutput<typeof overlayNote>;
