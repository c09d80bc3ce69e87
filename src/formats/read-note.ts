import * as v from 'valibot';
import { formatIds } from './format-table.js';

const count = v.pipe(v.number(), v.finite());

/** Something a reader should know though the file could be read. Words are the caller's. */
export const readNotes = [
  v.object({ reason: v.literal('encoding'), encoding: v.string() }),
  v.object({ reason: v.literal('paper-shapes'), count }),
  v.object({ reason: v.literal('unsupported-shapes'), count, names: v.string() }),
  v.object({ reason: v.literal('wrong-extension'), extension: v.string(), looksLike: v.picklist(formatIds) }),
] as const;
export type ReadNote = v.InferOutput<(typeof readNotes)[number]>;
