import * as v from 'valibot';
import { formats } from './formats.js';

const count = v.number();
const formatIds = formats.map(({ id }) => id);

/**
 * Something a reader should know though the file could be read; kept with the overlay in a project.
 * Words are in src/i18n/locales.
 */
export const overlayNote = v.variant('reason', [
  v.object({ reason: v.literal('mixed-geometry') }),
  v.object({ reason: v.literal('rows-without-geometry'), count }),
  v.object({ reason: v.literal('broken-geometry'), count }),
  v.object({ reason: v.literal('self-crossing'), count }),
  v.object({ reason: v.literal('closed-rings'), count }),
  v.object({ reason: v.literal('fields-cut'), count, kept: v.number() }),
  v.object({ reason: v.literal('text-cut'), count, length: v.number() }),
  v.object({ reason: v.literal('fields-renamed'), count }),
  v.object({ reason: v.literal('nested-values'), count }),
  v.object({ reason: v.literal('encoding'), encoding: v.string() }),
  v.object({ reason: v.literal('old-datum'), accuracyMeters: v.number() }),
  v.object({ reason: v.literal('outside-frame'), count }),
  v.object({ reason: v.literal('paper-shapes'), count }),
  v.object({ reason: v.literal('unsupported-shapes'), count, names: v.string() }),
  v.object({ reason: v.literal('wrong-extension'), extension: v.string(), looksLike: v.picklist(formatIds) }),
]);
export type OverlayNote = v.InferOutput<typeof overlayNote>;
