import { importLayers, type ImportLayer } from '../../geodata/import/layers.js';

/** Why the page cannot import a layer; the command line can. */
export type UnsupportedReason = 'rebuilds' | 'needs-mapping' | null;

/** Made of town cells or made into them: other layers are cut anew when they change. */
const rebuilding: readonly ImportLayer[] = [
  'wards',
  'towns',
  'zoned-land',
  'blocks',
  'treatment-districts',
  'priority-districts',
];

export function unsupportedReason(layer: ImportLayer): UnsupportedReason {
  if (rebuilding.includes(layer)) return 'rebuilds';
  return layer === 'sewers' ? 'needs-mapping' : null;
}

const all = Object.keys(importLayers) as ImportLayer[];
export const supportedLayers: readonly ImportLayer[] = all.filter(
  (layer) => unsupportedReason(layer) === null,
);
/** In the order a reader looks for them: first what the page itself reads. */
export const offeredLayers: readonly ImportLayer[] = [
  ...supportedLayers,
  ...all.filter((layer) => !supportedLayers.includes(layer)),
];

/** The line for the command line, to be run in the folder of the source. */
export function commandLine(layer: ImportLayer | null, file: string): string {
  const quoted = /^[\w.-]+$/.test(file) ? file : `"${file.replaceAll(/(["\\$`])/g, '\\$1')}"`;
  if (layer === null) return `npm run -s cli -- import ${quoted} --layer …`;
  const mapped = layer === 'sewers' || layer === 'treatment-districts' || layer === 'priority-districts';
  return `npm run -s cli -- import ${quoted} --layer ${layer}${mapped ? ' --mapping mapping.json' : ''}`;
}
