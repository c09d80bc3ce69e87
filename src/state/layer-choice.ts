import type { DropReason } from './address-pairs.js';

/** One visible layer as the address bar keeps it. */
export interface LayerChoice {
  id: string;
  /** 0–1; absent = the catalogue's own. */
  opacity?: number;
}

const written = /^([a-z0-9-]+)(?:\.(\d{1,3}))?$/;

/** `treatment-districts.60,rainbow-plan`: opacity in whole percents. */
export function layersText(layers: readonly Readonly<LayerChoice>[]): string {
  return layers
    .map(({ id, opacity }) => (opacity === undefined ? id : `${id}.${Math.round(opacity * 100)}`))
    .join(',');
}

/**
 * Reads what `layersText` wrote; never throws.
 * @param known layers that may be named; others are dropped
 */
export function readLayers(
  text: string,
  known: ReadonlySet<string>,
  drop: (part: string, reason: DropReason) => void,
): LayerChoice[] {
  const choices = new Map<string, LayerChoice>();
  for (const part of text.split(',').filter((piece) => piece !== '')) {
    const [, id, percent] = written.exec(part) ?? [];
    if (id === undefined) drop(part, 'malformed');
    else if (!known.has(id)) drop(part, 'unknown-value');
    else if (choices.has(id)) drop(part, 'repeated');
    else if (percent === undefined) choices.set(id, { id });
    else if (Number(percent) > 100) drop(part, 'out-of-range');
    else choices.set(id, { id, opacity: Number(percent) / 100 });
  }
  return [...choices.values()];
}
