import * as v from 'valibot';
import { locales } from '../../i18n/locale.js';
import type { SiteReport, SiteReportResult } from '../../report/site-report-types.js';
import type { LayerChoice } from '../../state/layer-state.svelte.js';
import { themeChoices } from '../../state/theme-state.svelte.js';

/** Version of the conversation between embed.html and the page around it; every message carries it. */
export const protocolVersion = 1;

const longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const position = v.strictTuple([longitude, latitude]);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const messageId = v.union([v.pipe(v.string(), v.maxLength(64)), v.pipe(v.number(), v.safeInteger())]);
const version = v.literal(protocolVersion);

/** What the page around may say. Positions are [longitude, latitude] in degrees, opacities 0–1. */
export const commandSchema = v.variant('type', [
  v.strictObject({ mizumichi: version, type: v.literal('hello') }),
  v.strictObject({
    mizumichi: version,
    type: v.literal('fly'),
    centre: position,
    zoom: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(24))),
  }),
  v.strictObject({
    mizumichi: version,
    type: v.literal('layers'),
    layers: v.pipe(
      v.array(v.strictObject({ id: v.pipe(v.string(), v.maxLength(64)), opacity: v.optional(share) })),
      v.maxLength(64),
    ),
  }),
  v.strictObject({
    mizumichi: version,
    type: v.literal('look'),
    language: v.optional(v.picklist(locales)),
    theme: v.optional(v.picklist(themeChoices)),
  }),
  v.strictObject({ mizumichi: version, type: v.literal('report'), id: messageId, position }),
]);
export type Command = v.InferOutput<typeof commandSchema>;

/** What the embed says. `size` goes to any parent that said hello; all others only to origins on the list. */
export type Notice =
  | { type: 'size'; heightPixels: number }
  | { type: 'ready'; dataVersion: string; asOf: string }
  | { type: 'report'; report: SiteReport }
  | { type: 'layerschange'; layers: LayerChoice[] }
  | { type: 'answer'; id: string | number; answer: SiteReportResult | { ok: false; problem: 'no-data' } }
  | { type: 'refused'; reason: 'origin' | 'malformed' | 'unknown-layer' };

export type CommandRead = { ok: true; command: Command } | { ok: false; ours: boolean };

/** `ours` tells a misspelt command from a message that was meant for somebody else and gets no answer. */
export function readCommand(data: unknown): CommandRead {
  const parsed = v.safeParse(commandSchema, data);
  if (parsed.success) return { ok: true, command: parsed.output };
  return { ok: false, ours: typeof data === 'object' && data !== null && 'mizumichi' in data };
}
