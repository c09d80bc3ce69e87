import type { LayerEntry } from '../../catalog/layer-entry.js';
import type { Translation } from '../../i18n/translation.js';
import { legendItems } from '../../style/legend.js';
import type { Palette } from '../../style/palette.js';
import { classify } from '../overlay/overlay-style.js';
import type { OverlayRecord } from '../project/project-file.js';
import type { LegendEntry } from './map-layout.js';

export interface LegendSource {
  layers: readonly LayerEntry[];
  opacityOf: (id: string) => number;
  /** Official data was brought into the layer. */
  hasOfficial: (id: string) => boolean;
  palette: Palette;
  overlays: readonly OverlayRecord[];
  /** The catalogue's texts in the language of the sheet. */
  text: Translation['text'];
  /** Word for values that are in no class. */
  rest: string;
}

/** Legend of what the map shows, in the colours it shows them in: opacity mixed in, light theme as on paper. */
export function layoutLegend({
  layers,
  opacityOf,
  hasOfficial,
  palette,
  overlays,
  text,
  rest,
}: LegendSource): LegendEntry[] {
  const catalogue = layers.flatMap((entry): LegendEntry[] => {
    const items = legendItems(entry, {
      theme: 'light',
      palette,
      opacity: opacityOf(entry.id),
      official: hasOfficial(entry.id),
    });
    const entries = items.map((item): LegendEntry => ({
      label: text(item.label),
      colour: item.effective,
      kind: item.kind,
      dashed: item.kind === 'fill' ? item.outline.dashed : item.kind === 'line' && item.dashed,
      ...(item.kind === 'fill' ? { pattern: { kind: item.pattern, colour: item.colour } } : {}),
    }));
    return group(text(entry.title), entries);
  });
  const own = overlays.flatMap(({ layer, style }): LegendEntry[] => {
    const kind = layer.counts.polygon > 0 ? 'fill' : layer.counts.line > 0 ? 'line' : 'point';
    const entries = classify(layer, style).classes.map(({ label, colour }): LegendEntry => ({
      label: label ?? rest,
      colour,
      kind,
      dashed: false,
    }));
    return group(layer.name, entries);
  });
  return [...catalogue, ...own];
}

/** One entry bears the layer's own name; several stand under it as a heading. */
function group(title: string, entries: readonly LegendEntry[]): LegendEntry[] {
  const [only, ...others] = entries;
  if (!only) return [];
  if (others.length === 0) return [{ ...only, label: title }];
  return [{ label: title, colour: '#000000', kind: 'fill', dashed: false, heading: true }, ...entries];
}
